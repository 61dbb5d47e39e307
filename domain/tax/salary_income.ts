import { timesDown } from "./round.ts";
import type { TaxYear } from "./table.ts";

/** What 別表第五 rounds a salary down to. */
const STEP = 4_000;

/**
 * 給与所得控除後の給与等の金額 (yen) of a year's salary before any 所得金額調整控除: the stepped table below 6,600,000 yen,
 * 1円未満切捨て above it. @param salary 給与等の収入金額, whole yen ≥ 0
 */
export function salaryIncome(tax: TaxYear, salary: number): number {
  const row = tax.salary.findLast(({ from }) => salary >= from);
  if (!row) return 0;
  if ("fixed" in row) return row.fixed;
  const counted = row.steps ? salary - salary % STEP : salary;
  return timesDown(counted, row.percent, 100) + row.plus;
}

/** 給与所得控除額 (yen): what {@link salaryIncome} takes off. */
export function salaryDeduction(tax: TaxYear, salary: number): number {
  return salary - salaryIncome(tax, salary);
}

/**
 * The highest salary (yen) whose income does not exceed `income`: 1,360,000 for the 扶養親族 limit of 令和8年. The limits
 * "in salary" that people know.
 */
export function highestSalary(tax: TaxYear, income: number): number {
  let [within, beyond] = [0, income + 10_000_000];
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (salaryIncome(tax, middle) <= income) within = middle;
    else beyond = middle;
  }
  return within;
}
