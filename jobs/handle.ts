import type { Group } from "../domain/group.ts";
import type { Log } from "../domain/log.ts";
import { allows, inRange, type Range, type Role } from "../domain/permission.ts";
import type { MyNumberStore } from "../domain/my_number_store.ts";
import type { Stores } from "../domain/stores.ts";
import type { Charset } from "../formats/charset.ts";
import type { Mutation } from "../kv/commit.ts";
import type { MasterSource } from "../sources/source.ts";
import { listenedSource } from "./listened_source.ts";
import { openCsv } from "./csv_file.ts";
import { applyUnits } from "./engine/apply.ts";
import { countOf, plusRefused, plusWritten, SKIPPED } from "./engine/counts.ts";
import { type Execution, throwIfSliced, throwIfStopped } from "./engine/execution.ts";
import type { Outputs } from "./engine/outputs.ts";
import { rowError } from "./engine/pack.ts";
import { failureOf } from "./failures.ts";
import type { Input, Row } from "./input.ts";
import type { Job, RefusedRow } from "./job.ts";
import { drawPdf } from "./pdf_file.ts";
import { readRows, survey, type Upload } from "./rows.ts";
import type { Seals } from "./seals.ts";
import { sectionsOf } from "./sections.ts";
import { summarise } from "./summary.ts";
import type { Zips } from "./zip_files.ts";

/** What one attempt is put together from. */
export interface HandleParts {
  x: Execution;
  outputs: Outputs;
  zips: Zips;
  group: Group | null;
  data: Stores;
  /** Whose 依頼 the runner sees now; null: nobody's. */
  range: Range | null;
  /** The runner's role now. */
  role: Role;
  source: MasterSource;
  myNumbers: MyNumberStore;
  /** The uploaded file and what it is. */
  input: { spec: Input; bytes(): AsyncIterable<Uint8Array>; encoding: Upload["encoding"] | null } | null;
  maxRows: number;
  seals: Seals;
  bugyoEncoding: Charset;
  log: Log;
}

/** The job as its operation sees it. */
export function jobOf(parts: HandleParts): Job {
  const { x, outputs, seals } = parts;

  return {
    id: x.lease.job,
    year: x.order.year,
    group: parts.group,
    actor: x.order.actor,
    acceptedAt: x.order.acceptedAt,
    options: x.order.options,
    data: parts.data,
    sees: (employee) => parts.range !== null && inRange(parts.range, employee),
    may: (permission) => [x.order.actor.role, parts.role].every((role) => allows(role, permission)),
    source: listenedSource(parts.source, x),
    myNumbers: parts.myNumbers,
    bugyoEncoding: parts.bugyoEncoding,
    position: x.checkpoint.position,
    signal: x.signal,
    bytes: () => bytesOf(parts),
    rows: () => rowsOf(parts),
    apply: (units, effect) => applyUnits(x, units, effect),
    csv: async (options) => (await openCsv(outputs, options)).file,
    zip: (name) => parts.zips.open(name),
    pdf: (options, sections) => drawPdf(x, outputs, options, sections),
    expect(total) {
      x.checkpoint = { ...x.checkpoint, total };
      x.report({ done: x.checkpoint.done, total });
    },
    async reached(position, passed, written = passed, words = {}, refused = []) {
      throwIfStopped(x);
      const { done, counts } = x.checkpoint;
      const errors = refusedErrors(x, refused);
      const reached = { position, done: done + passed, counts: plusWritten(counts, written, words) };
      x.checkpoint = plusRefused({ ...x.checkpoint, ...reached }, refused);
      await seals.add(errors);
      x.report({ done: x.checkpoint.done, total: x.checkpoint.total });
      await seals.ifDue(x.sliceOver() ? 0 : 1);
      throwIfSliced(x);
    },
    sections: sectionsOf({ x, outputs, seals, log: parts.log }),
    failure: (error) => failureOf(error, x.lease.job, parts.log),
    skipped(why, count) {
      x.checkpoint = { ...x.checkpoint, counts: { ...x.checkpoint.counts, [SKIPPED + why]: count } };
    },
    counted: (word) => countOf(x.checkpoint.counts, word),
    summary: (texts) => summarise(x.checkpoint, texts),
  };
}

/** Numbered as they come, behind those that are there; the line of the file is told with the reason. */
function refusedErrors(x: Execution, refused: readonly RefusedRow[]): Mutation[] {
  const before = Object.values(x.checkpoint.refusals).reduce((sum, n) => sum + n, 0);
  return refused.map(({ line, key, code, params }, i) =>
    rowError(x, { line: before + i + 1, key }, code, { ...params, ...(line !== undefined && { line }) })
  );
}

function bytesOf({ x, input }: HandleParts): AsyncGenerator<Uint8Array> {
  if (!input) throw new Error(`${x.order.kind} has no input`);
  return listened(x, input.bytes());
}

async function* rowsOf(parts: HandleParts): AsyncGenerator<Row[], void, undefined> {
  const { x, input, maxRows } = parts;
  if (input?.spec.type !== "csv" || !input.encoding) throw new Error(`${x.order.kind} has no CSV`);
  const { spec } = input;
  const upload = { encoding: input.encoding, bytes: () => bytesOf(parts) };
  const { rows: total, duplicated } = await survey(upload, spec, maxRows);
  x.checkpoint = { ...x.checkpoint, total };
  x.report({ done: x.checkpoint.done, total });
  const after = Number(x.checkpoint.position?.line ?? 0);
  for await (const batch of readRows(upload, spec, duplicated)) {
    throwIfStopped(x);
    const rest = after === 0 ? batch : batch.filter((row) => row.line > after);
    if (rest.length > 0) yield rest;
  }
}

/** Says at every piece of the input that this worker lives. */
async function* listened(x: Execution, bytes: AsyncIterable<Uint8Array>) {
  for await (const piece of bytes) {
    x.alive();
    throwIfStopped(x);
    yield piece;
  }
}
