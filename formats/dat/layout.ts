/** The fields that a record has, whatever the format, with their Japanese names. */
export const FIELD_LABELS = {
  recordType: "データ区分",
  company: "会社コード",
  nameCode: "氏名コード",
  premiumKind: "保険料種別",
  policyNumber: "証券番号",
  amount: "保険料金額",
  holder: "契約者名",
  beneficiary: "受取人名",
  period: "保険期間",
  paymentStartsOn: "支払開始日",
} as const;
export type FieldName = keyof typeof FIELD_LABELS;
export const FIELD_NAMES = Object.keys(FIELD_LABELS) as FieldName[];

/**
 * How a field is written:
 * `digits` a digit in every column, or with `blank` spaces in all;
 * `text` half-width characters (JIS X 0201), CP932 pairs tolerated, filled up with spaces; empty only with `blank`;
 * `date` YYYYMMDD, or spaces or zeros for none; its value is YYYY-MM-DD or "";
 * `code` one of a list, each standing for the word behind it.
 */
export type FieldKind =
  | { kind: "digits"; blank?: true }
  | { kind: "text"; blank?: true }
  | { kind: "date" }
  | { kind: "code"; codes: Readonly<Record<string, string>> };

/** Where a field stands in the 100 bytes, from 0. */
export type Field = { offset: number; length: number } & FieldKind;

/** The two formats that group insurance comes in. */
export const DAT_FORMATS = ["linc", "sonpo"] as const;
export type DatFormat = typeof DAT_FORMATS[number];

/** The field map of a format. */
export type Layout = Readonly<Record<FieldName, Field>>;

/** The fields of a record; null: what stands there is not what the map says. */
export type Fields = Record<FieldName, string | null>;
