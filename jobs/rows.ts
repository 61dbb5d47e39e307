import { Refusal } from "../domain/errors.ts";
import type { ReasonCode, ReasonParams } from "../domain/reasons.ts";
import { decodeStream } from "../formats/charset.ts";
import { matchHeader } from "../formats/csv_header.ts";
import { CsvError, type CsvRecord, readCsv } from "../formats/csv_read.ts";
import { restoreCell } from "../formats/csv_write.ts";
import type { CsvInput, Row } from "./input.ts";

/** The longest 社員番号 that is looked up: what it is part of has to fit into 2 KiB (reference/kv.md §1). */
export const MAX_KEY_CHARS = 255;

/**
 * Rows and cells that come at once, as long as the file has more: a job writes them in commits of its own size, and reads
 * what comes next while it writes, but not beyond what it was given.
 */
const BATCH = { rows: 4_000, cells: 40_000 };

/** Rows whose key is not worth remembering. */
const TOO_LONG: ReadonlySet<ReasonCode> = new Set(["code_too_long", "value_too_long"]);

/** The column that has texts of its own. */
const CODE = "社員番号";

/** Of a longer one this much is kept to name the row. */
const KEY_SHOWN_CHARS = 50;

/** An uploaded CSV, read as often as needed from its start. */
export interface Upload {
  encoding: "utf-8" | "shift_jis";
  bytes(): AsyncIterable<Uint8Array>;
}

/** What the first pass over a file finds, before anything is written. */
export interface Survey {
  rows: number;
  /** Texts of the unique columns (see `uniqueOf`) that stand in more than one row. */
  duplicated: ReadonlySet<string>;
}

/**
 * Counts the rows and finds duplicated keys. Throws Refusal no_rows, too_many_rows or broken_csv: the whole file is
 * refused and nothing was changed.
 */
export async function survey(upload: Upload, input: CsvInput, maxRows: number): Promise<Survey> {
  const seen = new Set<string>();
  const duplicated = new Set<string>();
  let rows = 0;
  for await (const batch of readRows(upload, input)) {
    rows += batch.length;
    if (rows > maxRows) throw new Refusal("too_many_rows", { limit: maxRows.toLocaleString("ja-JP") });
    for (const { key, cells, problem } of batch) {
      if (key === "" || (problem && TOO_LONG.has(problem.code))) continue;
      const unique = uniqueOf(cells, input);
      if (seen.has(unique)) duplicated.add(unique);
      else seen.add(unique);
    }
  }
  if (rows === 0) throw new Refusal("no_rows");
  return { rows, duplicated };
}

/** The rows of the file; those that cannot be taken carry their problem. Throws Refusal broken_csv. */
export async function* readRows(
  upload: Upload,
  input: CsvInput,
  duplicated: ReadonlySet<string> = new Set(),
): AsyncGenerator<Row[], void, undefined> {
  let columns: (string | null)[] | null = null;
  let rows: Row[] = [];
  for await (const records of readRecords(upload)) {
    let from = 0;
    if (columns === null) {
      columns = columnsOf(records[0]!, input);
      from = 1;
    }
    for (let i = from; i < records.length; i++) rows.push(rowOf(records[i]!, columns, input, duplicated));
    if (rows.length < BATCH.rows && rows.length * columns.length < BATCH.cells) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** The records of the file as they stand, header included. Throws Refusal broken_csv. */
export async function* readRecords(upload: Upload): AsyncGenerator<CsvRecord[], void, undefined> {
  try {
    yield* readCsv(decodeStream(upload.bytes(), upload.encoding));
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal("broken_csv", { line: error.line });
    throw error;
  }
}

function columnsOf(header: CsvRecord, input: CsvInput): (string | null)[] {
  const { names, problems } = matchHeader(header.cells, input.columns);
  if (problems.length > 0) throw new Refusal(input.badHeader, { problems: problems.join("、") });
  return names;
}

function rowOf(
  { line, cells }: CsvRecord,
  columns: readonly (string | null)[],
  input: CsvInput,
  duplicated: ReadonlySet<string>,
): Row {
  const named: Record<string, string> = {};
  for (let i = 0; i < columns.length; i++) {
    const name = columns[i];
    if (name) named[name] = restoreCell(cells[i] ?? "");
  }
  const key = (named[input.key] ?? "").trim();
  const problem = problemOf(key, cells.length, columns.length, input) ??
    repeated(key, named, input, duplicated);
  if (!problem) return { line, key, cells: named };
  return { line, key: key.length > MAX_KEY_CHARS ? shorten(key) : key, cells: named, problem };
}

function shorten(key: string): string {
  return `${[...key.slice(0, MAX_KEY_CHARS)].slice(0, KEY_SHOWN_CHARS).join("")}…`;
}

type Problem = { code: ReasonCode; params: ReasonParams };

function problemOf(
  key: string,
  cells: number,
  columns: number,
  { key: column }: CsvInput,
): Problem | null {
  if (key.length > MAX_KEY_CHARS) {
    return column === CODE
      ? { code: "code_too_long", params: { count: key.length } }
      : { code: "value_too_long", params: { column, count: key.length, max: MAX_KEY_CHARS } };
  }
  // Excel leaves the last separators out where sixteen rows together end in blank cells: what is missing is blank.
  if (cells > columns) return { code: "column_count", params: { count: cells } };
  if (key !== "") return null;
  return column === CODE
    ? { code: "code_missing", params: {} }
    : { code: "value_missing", params: { column } };
}

function repeated(
  key: string,
  cells: Row["cells"],
  input: CsvInput,
  duplicated: ReadonlySet<string>,
): Problem | null {
  if (duplicated.size === 0 || !duplicated.has(uniqueOf(cells, input))) return null;
  return input.key === CODE && input.unique.length === 1
    ? { code: "code_duplicated", params: { code: key } }
    : { code: "value_duplicated", params: { column: input.key, value: key } };
}

/** What may stand in the file once only. */
function uniqueOf(cells: Row["cells"], { unique, identity }: CsvInput): string {
  const texts = identity?.(cells) ?? unique.map((name) => (cells[name] ?? "").trim());
  return texts.join("\u0000");
}
