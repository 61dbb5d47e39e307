import { encodeCp932 } from "../cp932.ts";
import { LAYOUTS } from "./formats.ts";
import { type DatFormat, type Field, FIELD_NAMES, type FieldName } from "./layout.ts";
import { RECORD_BYTES } from "./records.ts";

/** Values of a record as `readFields` answers them; codes may be the word or the code itself. */
export type RecordValues = Partial<Record<FieldName, string>>;

/** For tests: a contract that everything may be taken of, with a 社員番号. */
export function contractOf(format: DatFormat, code: string, more: RecordValues = {}): RecordValues {
  return {
    recordType: "contract",
    company: format === "linc" ? "0101" : "0201",
    nameCode: format === "linc" ? code.padStart(10, "0") : code,
    premiumKind: "life_new",
    policyNumber: "123456789",
    amount: "000012000",
    holder: "ﾔﾏﾀﾞ ﾊﾅｺ",
    beneficiary: "ﾔﾏﾀﾞ ﾀﾛｳ",
    period: "010",
    paymentStartsOn: "",
    ...more,
  };
}

/** For tests: the 100 bytes of a record. Throws where a value does not fit its field. */
export function recordOf(format: DatFormat, values: RecordValues): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(RECORD_BYTES).fill(0x20);
  for (const name of FIELD_NAMES) {
    const field = LAYOUTS[format][name];
    const { bytes, lost } = encodeCp932(written(field, values[name] ?? ""));
    if (lost.length > 0 || bytes.length > field.length) throw new Error(`${name} does not fit`);
    record.set(bytes, field.offset);
  }
  return record;
}

function written(field: Field, value: string): string {
  if (field.kind === "date") return value.replaceAll("-", "");
  if (field.kind !== "code") return value;
  return Object.entries(field.codes).find(([, word]) => word === value)?.[0] ?? value;
}

/** For tests: a whole file. */
export function datOf(
  format: DatFormat,
  records: readonly (RecordValues | Uint8Array)[],
  { lineEnd = "\r\n", end = "" } = {},
): Uint8Array<ArrayBuffer> {
  const separator = new TextEncoder().encode(lineEnd);
  const parts = records.flatMap((record) => [
    record instanceof Uint8Array ? record : recordOf(format, record),
    separator,
  ]);
  return joined([...parts, new TextEncoder().encode(end)]);
}

/** For tests: pieces of bytes as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
