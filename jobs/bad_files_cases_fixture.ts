import { MAX_RECORD_CHARS } from "../formats/csv_read.ts";
import { testFile } from "../formats/test_tools.ts";
import { type Bytes, csv, example, names, row, utf8 } from "./bad_files_fixture.ts";
import type { CsvImport } from "./csv_imports.ts";

/** A file with which nothing can be begun: what it is told at once. */
export interface Turned {
  name: string;
  file?: string;
  bytes(it: CsvImport): Bytes;
  codes(it: CsvImport): string[];
}

const header = ({ input }: CsvImport) => [input.badHeader];
const without = (it: CsvImport, name: string) => names(it).filter((one) => one !== name);
/** The beginning of every .xlsx file: it is a ZIP. */
const EXCEL = Uint8Array.from(
  "PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xff\xfe\x81\0\x80\n",
  (char) => char.charCodeAt(0),
);

/** Files of another kind, and headers that are no header of the import. */
export const TURNED: Turned[] = [
  { name: "nothing in it", bytes: () => utf8(""), codes: () => ["empty_file"] },
  { name: "blank lines only", bytes: () => utf8("\r\n\r\n"), codes: () => ["empty_file"] },
  { name: "an Excel file renamed to .csv", bytes: () => EXCEL, codes: () => ["not_decodable"] },
  {
    name: "an Excel file",
    file: "取り込み.xlsx",
    bytes: () => EXCEL,
    codes: () => ["wrong_extension"],
  },
  {
    name: "UTF-16, as Excel's Unicode text is",
    bytes: (it) => {
      const text = csv([names(it), example(it)]);
      const units = new Uint16Array([0xfeff, ...[...text].map((char) => char.charCodeAt(0))]);
      return new Uint8Array(units.buffer);
    },
    codes: () => ["not_decodable"],
  },
  {
    name: "EUC-JP",
    bytes: () => new Uint8Array([0xbc, 0xd2, 0xb0, 0xf7, 0xc8, 0xd6, 0xb9, 0xe6, 0xfe, 0xfe, 10]),
    codes: () => ["not_decodable"],
  },
  {
    name: "half of a character at its end",
    bytes: (it) => new Uint8Array([...utf8(csv([names(it)])), 0xe7, 0xa4]),
    codes: () => ["not_decodable"],
  },
  ...["KEN_ALL-excerpt.csv", "KEN_ALL_ROME-excerpt.csv", "syukujitsu-2026.csv"].map((name): Turned => ({
    name: `a Shift_JIS file of another kind: ${name}`,
    bytes: () => testFile(name),
    codes: header,
  })),
  {
    name: "a column missing",
    bytes: (it) => utf8(csv([without(it, it.input.key), [""]])),
    codes: header,
  },
  {
    name: "a column too many",
    bytes: (it) => utf8(csv([[...names(it), "備考"], [...example(it), ""]])),
    codes: header,
  },
  {
    name: "a column twice",
    bytes: (it) => utf8(csv([[...names(it), it.input.key], [...example(it), ""]])),
    codes: header,
  },
  {
    name: "a column without a name",
    bytes: (it) => utf8(csv([[...names(it), ""], [...example(it), ""]])),
    codes: header,
  },
  {
    name: "a NUL byte in a cell",
    bytes: (it) => utf8(csv([names(it), example(it), row(it, "000001", () => "a\0b")])),
    codes: () => ["not_decodable"],
  },
  { name: "no header", bytes: (it) => utf8(csv([row(it, "000001")])), codes: header },
  {
    name: "semicolons between the cells",
    bytes: (it) => utf8(`${names(it).join(";")}\r\n${example(it).join(";")}\r\n`),
    codes: header,
  },
  {
    name: "a header of 1 MB",
    bytes: (it) => utf8(csv([[...names(it), "あ".repeat(350_000)]])),
    codes: () => ["broken_csv"],
  },
  {
    name: "a quote that never closes, in the header",
    bytes: (it) => utf8(`"${csv([names(it), example(it)])}`),
    codes: (it) => ["broken_csv", it.input.badHeader],
  },
];

/** A file that ends as エラー, with nothing changed. */
export const FAILED: { name: string; bytes(it: CsvImport): Bytes; says: RegExp }[] = [
  { name: "no rows", bytes: (it) => utf8(csv([names(it)])), says: /データの行がありません。$/ },
  {
    name: "a quote that never closes",
    bytes: (it) => utf8(csv([names(it), example(it)]) + `"${csv([row(it, "000001")])}`),
    says: /3行目でCSVの形式が崩れています。$/,
  },
  {
    name: "a cell much longer than a record may be",
    bytes: (it) => utf8(csv([names(it), row(it, "000001"), row(it, "x".repeat(2 * MAX_RECORD_CHARS))])),
    says: /3行目でCSVの形式が崩れています。$/,
  },
];
