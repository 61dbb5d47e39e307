import { encodeCp932 } from "../../formats/cp932.ts";
import { csvRecord } from "../../formats/csv_write.ts";

/** A CSV as Excel saves it in Japan: Shift_JIS, CRLF. */
export function shiftJisCsv(records: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const { bytes, lost } = encodeCp932(records.map(csvRecord).join(""));
  if (lost.length > 0) throw new Error(`Shift_JIS lacks ${lost.join(" ")}`);
  return bytes;
}

/** A CSV in UTF-8 without BOM. */
export function utf8Csv(records: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(records.map(csvRecord).join(""));
}
