import { explain, isReasonCode } from "../domain/reasons.ts";
import { ERROR_COLUMN, plainName } from "../formats/csv_header.ts";
import { restoreCell } from "../formats/csv_write.ts";
import type { CsvRecord } from "../formats/csv_read.ts";
import type { RowError } from "./engine/records.ts";
import type { ErrorFile } from "./operation.ts";

/** Told of a section that was left out when some of it had been sealed: its rows cannot be taken back. */
const PARTLY = "途中までの行は、ファイルに含まれています。";

/** What a refused row is told: 原因。対処。 */
export function reasonText({ code, params }: Pick<RowError, "code" | "params">): string {
  const { cause, remedy } = isReasonCode(code) ? explain(code, params) : explain("unknown", params);
  return `${cause}。${remedy}。${params.partly ? PARTLY : ""}`;
}

/**
 * The refused rows of an uploaded CSV as uploaded, with エラー内容 as last column, so that the file can be corrected
 * and uploaded again. Both come in order of their lines. What `spec` omits or hides does not go back.
 */
export async function* errorRecords(
  records: AsyncIterable<CsvRecord[]>,
  errors: AsyncIterable<RowError>,
  spec: Pick<ErrorFile, "omit" | "hide"> = {},
): AsyncGenerator<string[][], void, undefined> {
  const next = errors[Symbol.asyncIterator]();
  let error = await next.next();
  let header: Header | null = null;
  for await (const batch of records) {
    const rows: string[][] = [];
    for (const { line, cells } of batch) {
      if (header === null) {
        header = headerOf(cells, spec);
        rows.push([...uploaded(cells, header), ERROR_COLUMN]);
      } else if (!error.done && error.value.line === line) {
        rows.push([...uploaded(cells, header), reasonText(error.value)]);
        error = await next.next();
      }
    }
    if (rows.length > 0) yield rows;
  }
}

interface Header {
  width: number;
  /** Places of the columns that do not go back. */
  dropped: ReadonlySet<number>;
  /** True for a cell that comes back blank. */
  hidden(cell: string, place: number): boolean;
}

function headerOf(cells: readonly string[], { omit = [], hide }: Pick<ErrorFile, "omit" | "hide">): Header {
  const names = cells.map(plainName);
  const gone = new Set([ERROR_COLUMN, ...omit]);
  return {
    width: cells.length,
    dropped: new Set(names.flatMap((name, i) => gone.has(name) ? [i] : [])),
    hidden: (cell, place) => hide?.(cell, names[place] ?? null) ?? false,
  };
}

/** The cells as uploaded, as many as the header has at least, without the エラー内容 of an earlier round. */
function uploaded(cells: readonly string[], { width, dropped, hidden }: Header): string[] {
  const padded = Array.from({ length: Math.max(width, cells.length) }, (_, i) => restoreCell(cells[i] ?? ""));
  return padded.map((cell, i) => hidden(cell, i) ? "" : cell).filter((_, i) => !dropped.has(i));
}
