import { sampleCompany } from "../../sources/sample/companies.ts";
import { codeOf } from "../../sources/sample/people.ts";
import { type MasterOnly, standingOf } from "../../sources/sample/standing.ts";
import type { ListedPerson } from "./people.ts";

/** The header of row 13 (従業員を一括追加). */
export const HEADER = ["社員番号", "姓", "名"];

/** A row that is refused, and what its エラー内容 must say. */
export interface BadRow {
  cells: string[];
  reason: RegExp;
}

/** 社員番号 of people of the master who are there for this reason, in a company of `employees` people. */
export function masterOnly(employees: number, reason: MasterOnly, n: number): string[] {
  const company = sampleCompany(employees);
  const found: string[] = [];
  for (let i = 0; i < employees && found.length < n; i++) {
    const standing = standingOf(company, i);
    if (standing.kind === "master" && standing.reason === reason) found.push(codeOf(i));
  }
  return found;
}

/** Twenty rows with every fault that a row of this import can have. `spare` are people who could be added. */
export function badRows(employees: number, members: ListedPerson[], spare: ListedPerson[]): BadRow[] {
  const faulty = (codes: string[], reason: RegExp): BadRow[] =>
    codes.map((code) => ({ cells: [code, "誤記", "太郎"], reason }));
  const [first, second, third, fourth, fifth] = spare.map(({ code }) => code);
  return [
    ...faulty(["990001", "A-17", "９９０００２"], /従業員が見つかりませんでした。社員番号を確認してください/),
    ...faulty(
      [first!, second!].map((code) => code.replace(/^0+/, "")),
      new RegExp(`先頭の0が消えて.*${first!.slice(0, 2)}`),
    ),
    ...faulty([third!, third!], new RegExp(`重複しています（${third}）`)),
    ...faulty([fourth!, fourth!, fourth!], new RegExp(`重複しています（${fourth}）`)),
    ...faulty(["", ""], /社員番号が入力されていません/),
    ...faulty(members.slice(0, 2).map(({ code }) => code), /すでに依頼グループに登録されています/),
    ...faulty(masterOnly(employees, "no_account", 1), /アカウントが未設定です/),
    ...faulty(masterOnly(employees, "outsourced", 1), /業務委託/),
    ...faulty(masterOnly(employees, "dispatched", 1), /派遣社員/),
    ...faulty(masterOnly(employees, "incomplete", 1), /基本機能の情報が足りません（生年月日、住所）/),
    { cells: [fifth!, "", "", "", "余り"], reason: /列の数が項目名と合いません（5列）/ },
    { cells: [fifth!, "表,記", "一\r\n郎", "余り"], reason: /列の数が項目名と合いません（4列）/ },
  ];
}

/** Puts `scattered` at even distances between `rows`. */
export function scatter<T>(rows: readonly T[], scattered: readonly T[]): T[] {
  const every = Math.floor(rows.length / scattered.length);
  return rows.flatMap((row, i) => {
    const one = i % every === 0 ? scattered[i / every] : undefined;
    return one === undefined ? [row] : [row, one];
  });
}
