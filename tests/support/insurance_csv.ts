import { shiftJisCsv } from "./csv.ts";
import { scatter } from "./members_csv.ts";

/** A row of an import; `reason`: it is refused, and what its エラー内容 must say. */
export interface InsuranceRow {
  cells: Record<string, string>;
  reason?: RegExp;
}

/** People of the company by what an import of insurance makes of them. */
export interface People {
  /** 未依頼, or in no group. */
  open: string[];
  /** Those whose 依頼 went out. */
  asked: string[];
}

const CODE = "社員番号";

/** What every import of insurance refuses whatever the row says: 25 rows. `open` are people who are not used else. */
export function wrongPeople({ open, asked }: People, cells: Record<string, string>): InsuranceRow[] {
  const of = (codes: string[], reason: RegExp) =>
    codes.map((code) => ({ cells: { ...cells, [CODE]: code }, reason }));
  const [first, second, third] = open;
  return [
    ...of(["999990", "999991", "A-17", "９９９９９２", "999994"], /該当する従業員が見つかりませんでした/),
    ...of(open.slice(3, 8).map((code) => code.replace(/^0+/, "")), /先頭の0が消えていませんか/),
    ...of(asked.slice(0, 5), /依頼ステータスが「未依頼」ではありません/),
    ...of([first!, second!, third!, first!, second!, third!], /次の社員番号が重複しています/),
    ...of(["", " ", "　", ""], /社員番号が入力されていません/),
  ];
}

/** Rows with one more cell each, every five of them by another fault. */
export function wrongCells(
  codes: string[],
  good: Record<string, string>,
  faults: [cells: Record<string, string>, reason: RegExp][],
): InsuranceRow[] {
  return faults.flatMap(([fault, reason], n) =>
    codes.slice(5 * n, 5 * n + 5).map((code) => ({ cells: { ...good, ...fault, [CODE]: code }, reason }))
  );
}

/** Good and bad rows through each other. */
export function mixed(good: InsuranceRow[], bad: InsuranceRow[]): InsuranceRow[] {
  return scatter(good, bad);
}

/** The rows as a CSV in Shift_JIS, as Excel saves it; the columns are those that any row fills. */
export function insuranceCsv(rows: readonly InsuranceRow[]): Uint8Array<ArrayBuffer> {
  const names = [...new Set([CODE, ...rows.flatMap(({ cells }) => Object.keys(cells))])];
  return shiftJisCsv([names, ...rows.map(({ cells }) => names.map((name) => cells[name] ?? ""))]);
}

/** A block of columns of the n-th contract. */
export function block(label: string, n: number, items: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(items).map(([name, text]) => [`${label}${n}:${name}`, text]));
}
