import { timesUp } from "./round.ts";
import { salaryIncome } from "./salary_income.ts";
import type { TaxYear } from "./table.ts";

/** 所得金額調整 - 申告条件 1 to 4 of the form: any of them opens 所得金額調整控除（子ども等）. */
export const ADJUSTMENT_GROUNDS = [
  "self_special_disability",
  "spouse_special_disability",
  "dependant_special_disability",
  "dependant_under_23",
] as const;
export type AdjustmentGround = typeof ADJUSTMENT_GROUNDS[number];

/**
 * 所得金額調整控除（子ども等） in yen, 1円未満切上げ (租税特別措置法41条の3の11; No.1411). It lowers 給与所得; it is no
 * deduction of its own. @param eligible one of {@link ADJUSTMENT_GROUNDS} holds
 */
export function incomeAdjustment(tax: TaxYear, salary: number, eligible: boolean): number {
  const { over, upTo, percent } = tax.incomeAdjustment;
  if (!eligible || salary <= over) return 0;
  return timesUp(Math.min(salary, upTo) - over, percent, 100);
}

/** 給与所得の金額（所得金額調整控除後） in yen, as 基礎控除申告書 carries it. */
export function adjustedSalaryIncome(tax: TaxYear, salary: number, eligible: boolean): number {
  return salaryIncome(tax, salary) - incomeAdjustment(tax, salary, eligible);
}
