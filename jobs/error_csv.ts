import { explain, isReasonCode } from "../domain/reasons.ts";
import { ERROR_COLUMN, plainName } from "../formats/csv_header.ts";
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
 * and uploaded again. Both come in order of their lines. Columns named in `omit` are left out.
 */
export async function* errorRecords(
  records: AsyncIterable<CsvRecord[]>,
  errors: AsyncIterable<RowError>,
  omit: readonly string[] = [],
): AsyncGenerator<string[][], void, undefined> {
  const next = errors[Symbol.asyncIterator]();
  let error = await next.next();
  let header: Header | null = null;
  for await (const batch of records) {
    const rows: string[][] = [];
    for (const { line, cells } of batch) {
      if (header === null) {
        header = headerOf(cells, omit);
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
}

function headerOf(cells: readonly string[], omit: readonly string[]): Header {
  const gone = new Set([ERROR_COLUMN, ...omit]);
  const dropped = cells.flatMap((cell, i) => gone.has(plainName(cell)) ? [i] : []);
  return { width: cells.length, dropped: new Set(dropped) };
}

/** The cells as uploaded, as many as the header has at least, without the エラー内容 of an earlier round. */
function uploaded(cells: readonly string[], { width, dropped }: Header): string[] {
  const padded = Array.from({ length: Math.max(width, cells.length) }, (_, i) => restoreCell(cells[i] ?? ""));
  return padded.filter((_, i) => !dropped.has(i));
}
