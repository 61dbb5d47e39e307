import type { LifeFormulas } from "../../domain/forms/life_formulas.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, rows } from "../area.ts";
import type { Paper } from "../paper.ts";
import { type Amount, atMost, drawAmount, inTenThousands } from "./amount.ts";

/** How high a line of sums is, beside the heights of rows. */
export const SUM_HEIGHT = 21;

/** Words and amount, three times. */
const SHARES = [73, 64, 98, 66, 61, 66];

const LETTERS = {
  life: { newSum: "A", oldSum: "B", byNew: "①", byOld: "②", both: "③", deduction: "イ" },
  pension: { newSum: "D", oldSum: "E", byNew: "④", byOld: "⑤", both: "⑥", deduction: "ハ" },
} as const;

/** The sums of 一般 (A B ① ② ③ イ) or 個人年金 (D E ④ ⑤ ⑥ ハ). */
export function drawNewAndOldSums(
  paper: Paper,
  area: Area,
  part: "life" | "pension",
  formulas: LifeFormulas,
): void {
  const { newSum, oldSum, byNew, byOld, both, deduction } = LETTERS[part];
  const most = mostOf(formulas);
  const [upper, lower] = rows(area, 1, 1);
  drawLine(paper, upper!, part, [
    ["（a）のうち新保険料等の\n金額の合計額", { id: "new_sum", letter: newSum }],
    [applied(newSum, newNumerals(formulas), "新"), { id: "by_new", letter: byNew, most }],
    [`計（${byNew}＋${byOld}）`, { id: "both", letter: both, most }],
  ]);
  drawLine(paper, lower!, part, [
    ["（a）のうち旧保険料等の\n金額の合計額", { id: "old_sum", letter: oldSum }],
    [applied(oldSum, formulas.old.numeral, "旧"), {
      id: "by_old",
      letter: byOld,
      most: atMost(formulas.old.table.most),
    }],
    [`${byOld}と${both}の\nいずれか大きい金額`, { id: "deduction", letter: deduction }],
  ]);
}

/** The sums of 介護医療: C and ロ. */
export function drawCareSum(paper: Paper, area: Area, { new: formula }: LifeFormulas): void {
  const [words, sum, middle, ...last] = SHARES;
  const [label, value, applies, deduction] = columns(
    area,
    words!,
    sum!,
    middle! + last[0]! + last[1]!,
    last[2]!,
  );
  paper.label(label!, "（a）の金額の合計額");
  drawAmount(paper, value!, { id: "care.sum", letter: "C" });
  paper.label(applies!, applied("C", formula.numeral, "新").replace("\n", ""));
  drawAmount(paper, deduction!, { id: "care.deduction", letter: "ロ", most: atMost(formula.table.most) });
}

function drawLine(paper: Paper, area: Area, part: string, amounts: readonly [words: string, Amount][]): void {
  const cells = columns(area, ...SHARES);
  for (const [i, [words, amount]] of amounts.entries()) {
    paper.label(cells[2 * i]!, words);
    drawAmount(paper, cells[2 * i + 1]!, { ...amount, id: `${part}.${amount.id}` });
  }
}

function newNumerals({ new: plain, under23 }: LifeFormulas): string {
  return under23 ? `${plain.numeral}又は${under23.numeral}` : plain.numeral;
}

function applied(letter: string, numeral: string, contracts: "新" | "旧"): string {
  return `${letter}の金額を計算式${numeral}\n（${contracts}保険料等用）に当てはめた金額`;
}

/** The most that ① and ③ may be, with the special rule of 23歳未満 behind. */
function mostOf({ new: { table }, under23 }: LifeFormulas): string {
  return under23
    ? `最高${inTenThousands(table.most)}・特例${inTenThousands(under23.table.most)}`
    : atMost(table.most);
}
