import type { LifeFormula, LifeFormulas } from "../../domain/forms/life_formulas.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, rows } from "../area.ts";
import type { Paper } from "../paper.ts";
import { atMost, yen } from "./amount.ts";

const TABLE_HEIGHT = 58;
const TOTAL_HEIGHT = 21;

/** How high the end of 生命保険料控除 is, beside the heights of its rows. */
export function heightOfFormulas({ under23 }: LifeFormulas): number {
  return under23 ? TABLE_HEIGHT + TOTAL_HEIGHT : TABLE_HEIGHT;
}

/** The 計算式 and 生命保険料控除額: beside two of them, below three. `most`: of all kinds together. */
export function drawFormulas(paper: Paper, area: Area, formulas: LifeFormulas, most: number): void {
  const { new: newFormula, under23, old } = formulas;
  const shown = under23 ? [newFormula, under23, old] : [newFormula, old];
  const [tables, total] = under23 ? rows(area, TABLE_HEIGHT, TOTAL_HEIGHT) : columns(area, 2, 1);
  for (const [i, cell] of columns(tables!, ...equal(shown.length)).entries()) {
    drawFormula(paper, cell, shown[i]!);
  }
  const [note, words, value] = under23 ? columns(total!, 1, 1, 1) : rows(total!, 1, 1, 1.2);
  paper.label(note!, "計算式の1円未満の端数は切り上げ", { size: 5.5 });
  paper.label(words!, "生命保険料控除額　計（イ＋ロ＋ハ）", { size: 6.5, lines: 2 });
  paper.field(value!, "life_total.deduction", { label: atMost(most), head: 7, size: 10, unit: "円" });
  paper.frame(value!);
}

type Line = [paid: string, deducted: string];

/** A 計算式 as a table: what is paid, and what is deducted of it. */
function drawFormula(paper: Paper, area: Area, formula: LifeFormula): void {
  const { numeral, use, sums } = formula;
  const lines: Line[] = [[`${sums}の金額`, "控除額の計算式"], ...linesOf(formula)];
  const [title, ...cells] = rows(area, 1.2, ...equal(lines.length));
  paper.label(title!, `計算式${numeral}（${use}）`, { lines: 1 });
  for (const [i, cell] of cells.entries()) {
    const style = { size: 5.5, lines: 1, plain: i > 0 } as const;
    const [paid, deducted] = columns(cell, 10, 13);
    paper.label(paid!, lines[i]![0], style);
    paper.label(deducted!, lines[i]![1], style);
  }
  paper.frame(area);
}

function linesOf({ sums, table: { bands, most } }: LifeFormula): Line[] {
  const factor = sums.length === 1 ? sums : `（${sums}）`;
  return [
    ...bands.map(({ upTo, part, plus }, i): Line => [
      i === 0 ? `${yen(upTo)}以下` : `${yen(bands[i - 1]!.upTo + 1)}〜${yen(upTo)}`,
      part === 1 ? `${sums}の全額` : `${factor}×1/${part}＋${yen(plus)}`,
    ]),
    [`${yen(bands.at(-1)!.upTo + 1)}以上`, `一律に${yen(most)}`],
  ];
}
