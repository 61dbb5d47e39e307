import { encodeCsv } from "../formats/csv_write.ts";
import type { CsvInput } from "./input.ts";

/** The sample file of an import: its header and one example row, in the encoding that the row asks for. */
export function templateOf({ columns, template }: CsvInput): Uint8Array<ArrayBuffer> {
  const records = [columns.map(({ name }) => name), columns.map(({ example }) => example)];
  return encodeCsv(records, { charset: template.encoding, neutralise: false }, true).bytes;
}
