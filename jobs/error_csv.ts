import { explain, isReasonCode } from "../domain/reasons.ts";
import { ERROR_COLUMN } from "../formats/csv_header.ts";
import { restoreCell } from "../formats/csv_write.ts";
import type { CsvRecord } from "../formats/csv_read.ts";
import type { RowError } from "./engine/records.ts";

/** What a refused row is told: 原因。対処。 */
export function reasonText({ code, params }: Pick<RowError, "code" | "params">): string {
  const { cause, remedy } = isReasonCode(code) ? explain(code, params) : explain("unknown", params);
  return `${cause}。${remedy}。`;
}

/**
 * The refused rows of an uploaded CSV as uploaded, with エラー内容 as last column, so that the file can be corrected
 * and uploaded again. Both come in order of their lines.
 */
export async function* errorRecords(
  records: AsyncIterable<CsvRecord[]>,
  errors: AsyncIterable<RowError>,
): AsyncGenerator<string[][], void, undefined> {
  const next = errors[Symbol.asyncIterator]();
  let error = await next.next();
  let header: { width: number; dropped: number } | null = null;
  for await (const batch of records) {
    const rows: string[][] = [];
    for (const { line, cells } of batch) {
      if (header === null) {
        header = { width: cells.length, dropped: cells.findIndex((cell) => cell.trim() === ERROR_COLUMN) };
        rows.push([...uploaded(cells, header), ERROR_COLUMN]);
      } else if (!error.done && error.value.line === line) {
        rows.push([...uploaded(cells, header), reasonText(error.value)]);
        error = await next.next();
      }
    }
    if (rows.length > 0) yield rows;
  }
}

/** The cells as uploaded, as many as the header has at least, without the エラー内容 of an earlier round. */
function uploaded(
  cells: readonly string[],
  { width, dropped }: { width: number; dropped: number },
): string[] {
  const padded = Array.from({ length: Math.max(width, cells.length) }, (_, i) => restoreCell(cells[i] ?? ""));
  return dropped < 0 ? padded : padded.toSpliced(dropped, 1);
}
