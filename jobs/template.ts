import { encodeCsv } from "../formats/csv_write.ts";
import type { CsvInput } from "./input.ts";

/** The sample file of an import: its header and example rows, in the encoding that its row of operations.md asks for. */
export function templateOf({ columns, template }: CsvInput): Uint8Array<ArrayBuffer> {
  const rows = template.rows ?? [columns.map(({ example }) => example)];
  const records = [columns.map(({ name }) => name), ...rows];
  return encodeCsv(records, { charset: template.encoding, neutralise: false }, true).bytes;
}
