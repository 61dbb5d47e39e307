import type { Area } from "../../formats/pdf/sheet.ts";
import { namedColumns, rows, spanning } from "../area.ts";
import type { Paper } from "../paper.ts";

/** The cells of a line of contracts; `check` is for who pays the salary. */
type ContractColumn =
  | "company"
  | "type"
  | "period"
  | "holder"
  | "name"
  | "relation"
  | "division"
  | "amount"
  | "check";

/** How wide they are beside each other, in their order. */
export type ContractShares = Readonly<Record<ContractColumn, number>>;

export type ContractCells = Record<ContractColumn, Area>;

/** What is printed over the columns; `person`: over 氏名 and 続柄 of one. */
export type ContractWords = Readonly<
  Record<"company" | "type" | "period" | "holder" | "person" | "division" | "amount", string>
>;

/** Draws the words over the columns. */
export function drawContractHead(
  paper: Paper,
  area: Area,
  shares: ContractShares,
  words: ContractWords,
): void {
  const cells = namedColumns(area, shares);
  for (const column of ["company", "type", "period", "holder", "division", "amount"] as const) {
    paper.label(cells[column], words[column], { size: 5.5 });
  }
  const [person] = rows(spanning(cells.name, cells.relation), 1, 1);
  paper.label(person!, words.person, { size: 5.5, lines: 2 });
  paper.label(rows(cells.name, 1, 1)[1]!, "氏名", { size: 5.5 });
  paper.label(rows(cells.relation, 1, 1)[1]!, "あなたと\nの続柄", { size: 5 });
  paper.label(cells.check, "給与の\n支払者\nの確認", { size: 5 });
}

/** How texts of a contract look: in several lines rather than small. */
export const CONTRACT_TEXT = { size: 8, lines: 5 } as const;

/** Draws what is alike in every kind of contract; its person is drawn apart. */
export function drawContract(
  paper: Paper,
  cells: ContractCells,
  id: string,
  { amount }: { amount: string },
): void {
  for (const box of ["company", "type", "period", "holder"] as const) {
    paper.value(cells[box], `${id}.${box}`, CONTRACT_TEXT);
  }
  paper.field(cells.amount, `${id}.amount`, { label: amount, head: 7, unit: "円" });
  paper.cell(cells.check);
}

/** The person of a contract: 受取人, or who lives in the house. */
export function drawContractPerson(
  paper: Paper,
  { name, relation }: Pick<ContractCells, "name" | "relation">,
  id: string,
): void {
  paper.value(name, `${id}.beneficiary`, CONTRACT_TEXT);
  paper.value(relation, `${id}.relation`, { ...CONTRACT_TEXT, align: "center" });
}

/** 新 or 旧, 地震 or 旧長期. */
export function drawDivision(paper: Paper, area: Area, id: string): void {
  paper.value(area, `${id}.division`, { size: 8, align: "center", lines: 2 });
}
