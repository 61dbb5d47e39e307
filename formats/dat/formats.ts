import { COMPANY_CODES } from "./company_codes.ts";
import { readFields } from "./fields.ts";
import { DAT_FORMATS, type DatFormat, FIELD_NAMES, type Fields, type Layout } from "./layout.ts";
import { LINC_FIELDS } from "./linc_fields.ts";
import { cutter, DatError, type DatRecord } from "./records.ts";
import { SONPO_FIELDS } from "./sonpo_fields.ts";

/** The field map of each format. */
export const LAYOUTS: Readonly<Record<DatFormat, Layout>> = { linc: LINC_FIELDS, sonpo: SONPO_FIELDS };

/** 保険会社等の名称 of a 会社コード; null: not in our table. */
export function companyOf(code: string): string | null {
  return Object.hasOwn(COMPANY_CODES, code) ? COMPANY_CODES[code]! : null;
}

/** What speaks against taking a file as `format`. */
export type Objection =
  /** No record at all. */
  | { why: "empty" }
  /** Not made of records of 100 bytes; `record` is the first that is none. */
  | { why: "records"; record: number }
  /** It is a file of another format, or (null) of neither. */
  | { why: "format"; is: DatFormat | null };

/** The first records are enough to tell the formats apart. */
const LOOKED_AT = 50;

/**
 * Looks at the beginning of a file of `size` bytes. Of what lies behind the beginning nothing is said: 0x1A may follow
 * the last record, any number of them, so the size alone does not tell whether it is cut short.
 */
export function objectionTo(head: Uint8Array, size: number, format: DatFormat): Objection | null {
  const cut = cutter();
  let records: DatRecord[];
  try {
    records = cut.push(head);
    if (size <= head.length) cut.finish();
  } catch (error) {
    if (error instanceof DatError) return { why: "records", record: error.record };
    throw error;
  }
  if (records.length === 0) return { why: "empty" };
  const looks = DAT_FORMATS.filter((one) => RECOGNISED[one](records));
  const is = looks.length > 1 ? likelier(records, format) : looks[0] ?? null;
  return is === format ? null : { why: "format", is };
}

/** How the formats are told apart (reference/imports.md §2.5). */
const RECOGNISED: Record<DatFormat, (records: DatRecord[]) => boolean> = {
  linc: ([first]) => latin(first!.bytes.subarray(0, 2)) === "21",
  sonpo: ([, second]) => second !== undefined && /^[0-9 ]{12}$/.test(latin(second.bytes.subarray(0, 12))),
};

/**
 * A file that passes for both, as a LINC file does whose second 氏名コード is numeric: the chosen one, unless not one
 * record makes sense in it and one does in the other.
 */
function likelier(records: DatRecord[], chosen: DatFormat): DatFormat {
  const other = chosen === "linc" ? "sonpo" : "linc";
  const fit = (format: DatFormat) =>
    records.slice(0, LOOKED_AT).some(({ bytes }) => isWhole(readFields(LAYOUTS[format], bytes)));
  return !fit(chosen) && fit(other) ? other : chosen;
}

function isWhole(fields: Fields): boolean {
  return FIELD_NAMES.every((name) => fields[name] !== null);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
