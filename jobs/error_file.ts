import { encodeCsv } from "../formats/csv_write.ts";
import { safeFileName, withSuffix } from "../formats/filename.ts";
import type { Execution } from "./engine/execution.ts";
import { rowErrors } from "./engine/lookups.ts";
import type { Output, Outputs } from "./engine/outputs.ts";
import { errorRecords, reasonText } from "./error_csv.ts";
import type { Job } from "./job.ts";
import type { ErrorTable, Operation, Refused } from "./operation.ts";
import { readRecords, type Upload } from "./rows.ts";

/** What the file of refused units is made from. */
export interface ErrorFileParts {
  x: Execution;
  outputs: Outputs;
  operation: Operation;
  job: Job;
  /** The uploaded CSV; null: there is none. */
  upload: Upload | null;
}

/** Refused units that are looked up and written together. */
const BATCH = 500;

/** Writes what was refused, so that it can be read, corrected and sent again (operations.md "File names"). */
export async function writeErrorFile(parts: ErrorFileParts): Promise<void> {
  const { x, operation: { errorFile }, job, upload } = parts;
  const table = errorFile?.table?.(job, refusedOf(x)) ?? null;
  if (table) return await writeTable(parts, table.name ?? errorFile?.name ?? ownName(x), table);
  if (upload) {
    return await writeUploaded(parts, errorFile?.name ?? withSuffix(x.order.input!.name, "_エラー"), upload);
  }
  await writeTable(parts, errorFile?.name ?? ownName(x), peopleTable(x, job));
}

/** `{処理名}_エラー.csv`. */
function ownName(x: Execution): string {
  return safeFileName(`${x.job.title}_エラー.csv`);
}

async function* refusedOf({ kv, lease }: Execution): AsyncGenerator<Refused[], void, undefined> {
  let batch: Refused[] = [];
  for await (const error of rowErrors(kv, lease.tenant, lease.job)) {
    batch.push({ line: error.line, key: error.key, reason: reasonText(error), params: error.params });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function writeTable({ outputs }: ErrorFileParts, name: string, { header, encoding, rows }: ErrorTable) {
  const output = await outputs.open({ name, type: `text/csv; charset=${encoding}` });
  await output.write(encodeCsv([header], { charset: encoding, neutralise: false }, true).bytes);
  for await (const batch of rows) await append(output, batch, encoding, false);
}

async function writeUploaded({ x, outputs, operation }: ErrorFileParts, name: string, upload: Upload) {
  const output = await outputs.open({ name, type: `text/csv; charset=${upload.encoding}` });
  const errors = rowErrors(x.kv, x.lease.tenant, x.lease.job);
  let start = true;
  for await (const rows of errorRecords(readRecords(upload), errors, operation.errorFile)) {
    await append(output, rows, upload.encoding, start);
    start = false;
  }
}

async function append(
  output: Output,
  rows: readonly (readonly string[])[],
  charset: Upload["encoding"],
  start: boolean,
) {
  await output.write(encodeCsv(rows, { charset, neutralise: true }, start).bytes);
}

/** Names of refused people, read when the file is made: the stored errors hold 社員番号 and reason only. */
function peopleTable(x: Execution, job: Job): ErrorTable {
  return {
    header: ["社員番号", "姓", "名", "エラー内容"],
    encoding: "utf-8",
    rows: (async function* () {
      for await (const batch of refusedOf(x)) {
        const names = await namesOf(job, batch.map(({ key }) => key));
        yield batch.map(({ key, reason }, i) => [key, ...names[i]!, reason]);
      }
    })(),
  };
}

async function namesOf({ data, source }: Job, codes: string[]): Promise<[string, string][]> {
  const members = await data.members.byCodes(codes);
  const strangers = codes.filter((_, i) => !members[i]);
  const masters = await source.employeesByCode(strangers);
  const known = new Map(strangers.map((code, i) => [code, masters[i]]));
  return codes.map((code, i) => {
    const person = members[i]?.employee ?? known.get(code);
    return [person?.lastName ?? "", person?.firstName ?? ""];
  });
}
