import type { Area } from "../../formats/pdf/sheet.ts";
import { namedColumns, namedRows, spanning } from "../area.ts";
import type { Paper } from "../paper.ts";
import { drawHeading } from "./part.ts";

/** 合計所得金額の見積額の計算: 給与所得, the others, and both together. `part`: whose boxes they are. */
export function drawIncomes(
  paper: Paper,
  area: Area,
  { part, whose }: { part: "basic" | "spouse"; whose: string },
): void {
  const line = namedRows(area, { heading: 9, head: 9, salary: 18, other: 18, total: 18 });
  drawHeading(paper, line.heading, `${whose}の本年中の合計所得金額の見積額の計算`);
  const cut = (one: Area) => namedColumns(one, { kind: 40, revenue: 30, income: 30 });
  const head = cut(line.head);
  paper.label(head.kind, "所得の種類");
  paper.label(head.revenue, "収入金額");
  paper.label(head.income, "所得金額");
  const salary = cut(line.salary);
  paper.label(salary.kind, "(1) 給与所得", { align: "left" });
  paper.value(salary.revenue, `${part}.salary`, { unit: "円" });
  paper.value(salary.income, `${part}.salary_income`, { unit: "円" });
  const other = cut(line.other);
  paper.label(spanning(other.kind, other.revenue), "(2) 給与所得以外の所得の合計額", { align: "left" });
  paper.value(other.income, `${part}.other_income`, { unit: "円" });
  const total = cut(line.total);
  const words = `${whose}の本年中の合計所得金額の見積額\n（(1)と(2)の合計額）`;
  paper.label(spanning(total.kind, total.revenue), words, { align: "left" });
  paper.value(total.income, `${part}.total_income`, { unit: "円", size: 10 });
}
