import assert from "node:assert/strict";
import { encodeCp932 } from "../formats/cp932.ts";
import { ERROR_COLUMN } from "../formats/csv_header.ts";
import { csvRecord, restoreCell } from "../formats/csv_write.ts";
import type { CsvImport } from "./csv_imports.ts";
import { HEAD, insuranceCompany } from "./insurance/fixture.ts";
import { cellsOf, type Company, type Ended, PASSWORD } from "./test_tools.ts";

/** A file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A text as UTF-8 without BOM. */
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** A company with somebody, in no group, whom the example rows of the templates name. */
export const company = (maxRows?: number) =>
  insuranceCompany({ more: ["000123"], ...(maxRows !== undefined && { maxRows }) });

/** Uploads a file. */
export const start = async (
  c: Company,
  { operation, fields }: CsvImport,
  bytes: Bytes,
  name = "取り込み.csv",
) =>
  await c.accept({
    operation: operation.kind,
    group: operation.scope === "group" ? HEAD : null,
    fields: [...fields, ["password", PASSWORD]],
    file: { name, type: "text/csv", body: ReadableStream.from(pieces(bytes)) },
  });

/** A file in the pieces in which it comes by HTTP. */
function* pieces(bytes: Bytes): Generator<Bytes> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.slice(at, at + 65_536);
}

/** The header of the template. */
export const names = ({ input }: CsvImport) => input.columns.map(({ name }) => name);
/** The example row of the template. */
export const example = ({ input }: CsvImport) => input.columns.map((column) => column.example);

/** The example row with another key, and every other cell changed by `cell`. */
export function row(it: CsvImport, key: string, cell: (text: string) => string = (text) => text): string[] {
  return it.input.columns.map(({ name, example }) => name === it.input.key ? key : cell(example));
}

/** Records as a CSV. */
export const csv = (records: readonly (readonly string[])[]) => records.map(csvRecord).join("");

/**
 * Uploads rows whose header is the template's. Whatever they say, the job ends with every row counted once, nothing
 * unknown, and refused rows as they were uploaded.
 */
export async function taken(
  c: Company,
  it: CsvImport,
  rows: string[][],
  encoding: "utf-8" | "shift_jis",
): Promise<Ended> {
  const text = csv([names(it), ...rows]);
  const bytes = encoding === "utf-8" ? utf8(text) : encodeCp932(text).bytes;
  const ended = await c.ended((await start(c, it, bytes)).id);
  const { job, result } = ended;
  assert.ok(["completed", "completed_with_errors"].includes(job.status), job.message);
  assert.deepEqual(c.logged, []);
  assert.deepEqual(job.progress, { done: rows.length, total: rows.length });
  assert.equal(result.errorCount, result.errors.length);
  for (const { reason } of result.errors) assert.doesNotMatch(reason, /原因不明|undefined|null|NaN/);
  if (result.errorCount > 0 && !it.operation.errorFile?.omit) {
    await checkErrorFile(ended, names(it), bytes, encoding);
  }
  return ended;
}

/** Refused rows come back in their order, as they were uploaded, each with its reason. */
async function checkErrorFile(
  { result, files }: Ended,
  names: readonly string[],
  upload: Bytes,
  encoding: "utf-8" | "shift_jis",
) {
  const [header, ...refused] = await cellsOf(files[0]!.bytes, encoding);
  assert.deepEqual(header, [...names, ERROR_COLUMN]);
  assert.deepEqual(refused.map((cells) => cells.at(-1)), result.errors.map(({ reason }) => reason));
  const uploaded = (await cellsOf(upload, encoding)).slice(1);
  let at = 0;
  for (const cells of refused) {
    const said = cells.slice(0, -1).map(restoreCell);
    at = uploaded.findIndex((one, i) => i >= at && same(one, said)) + 1;
    assert.ok(at > 0, `not uploaded: ${said.join(",").slice(0, 200)}`);
  }
}

function same(uploaded: readonly string[], said: readonly string[]): boolean {
  return said.every((cell, i) => cell === restoreCell(uploaded[i] ?? ""));
}
