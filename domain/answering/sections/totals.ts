import { incomeFigures } from "../../declaration/computed/income.ts";
import { selfFigures } from "../../declaration/computed/self.ts";
import { NO_YEAR_INCOME } from "../../declaration/income.ts";
import { taxYear } from "../../tax/mod.ts";
import type { Asking } from "../page.ts";

/** 合計所得金額 of the spouse, in a sentence. */
export function spouseTotalText({ year, collected: { declaration: { spouse } } }: Asking): string {
  const income = spouse.person?.thisYear.income ?? NO_YEAR_INCOME;
  return totalText(incomeFigures(taxYear(year), income).total);
}

/** 合計所得金額 of the employee, in a sentence. */
export function ownTotalText({ year, collected: { declaration } }: Asking): string {
  return totalText(selfFigures(taxYear(year), declaration, "thisYear").totalIncome);
}

/** What was saved comes to; a page shows it when it is opened again. */
function totalText(total: number | null): string {
  return total === null
    ? "保存すると、入力した金額から計算した合計所得金額が表示されます。"
    : `保存した内容から計算した合計所得金額は${total.toLocaleString("ja-JP")}円です。`;
}
