import { timeText } from "../tokyo_time.ts";
import { EMPLOYMENT_STATUS_LABELS } from "../master_items.ts";
import { REVIEW_STATUS_LABELS } from "../request.ts";
import type { List } from "./list.ts";
import { type Cell, EMPLOYEE, type Row, textOf } from "./row.ts";

/** What difference lists say of the employee beside what differs. */
const HEAD: Readonly<Record<string, (row: Row) => Cell>> = {
  ...EMPLOYEE,
  "会社名": ({ company }) => company,
  "所属事業所": ({ employee }) => employee.establishment,
  "雇用形態": ({ employee }) => employee.employmentType,
  "在籍状況": ({ employee }) => EMPLOYMENT_STATUS_LABELS[employee.status],
  "書類ステータス（今年のマルフ）": ({ request: { documents } }) =>
    documents.this_year_dependants && REVIEW_STATUS_LABELS[documents.this_year_dependants.status],
  "書類ステータス（基配所）": ({ request: { documents } }) =>
    documents.basic_spouse_adjustment && REVIEW_STATUS_LABELS[documents.basic_spouse_adjustment.status],
  "差分確認用基準日時": ({ baseline: { takenAt } }) => takenAt === null ? "" : timeText(takenAt),
};

/** The columns of a list that are read from a difference, by header. */
export type DifferenceColumns<Difference> = Readonly<
  Record<string, (difference: Difference, row: Row) => Cell>
>;

/** ★ columns: whether something differs. */
export const flag = (differs: boolean) => differs ? "差分あり" : "";

/** One side of a difference; where it is blank, that is told. */
export const orDash = (text: string) => text || "-";

/**
 * A list with a row for each of the differences that `find` tells of an employee. `headers` is the table of the file, in
 * order. Throws when neither `columns` nor what is said of the employee reads a header.
 */
export function differenceList<Difference>(
  headers: readonly string[],
  columns: DifferenceColumns<Difference>,
  find: (row: Row) => readonly Difference[],
): List {
  const readers = headers.map((header) => columns[header] ?? readerOf(header));
  return {
    header: headers,
    rows: (row) => find(row).map((difference) => readers.map((read) => textOf(read(difference, row)))),
  };
}

function readerOf(header: string): (_: unknown, row: Row) => Cell {
  const read = HEAD[header];
  if (!read) throw new Error(`nothing reads the column ${header}`);
  return (_, row) => read(row);
}
