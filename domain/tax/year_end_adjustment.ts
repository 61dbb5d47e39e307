import { basicDeduction } from "./basic_deduction.ts";
import { type AnnualTax, annualTax } from "./income_tax.ts";
import { incomeAdjustment } from "./income_adjustment.ts";
import { cutTo, sum } from "./round.ts";
import { salaryIncome } from "./salary_income.ts";
import type { TaxYear } from "./table.ts";

/** True for a salary of the year (yen) that 年末調整 is made for: 20,000,000 and less (所得税法190条). */
export function isAdjusted(tax: TaxYear, salary: number): boolean {
  return salary <= tax.adjustedSalaryLimit;
}

/** What a year-end adjustment starts from, in yen. */
export interface AdjustmentInput {
  salary: number;
  /** 給与所得以外の所得の合計額: it decides 基礎控除 and is not taxed here. */
  otherIncome?: number;
  /** 所得金額調整控除（子ども等） is declared and holds. */
  adjustmentEligible?: boolean;
  /** Every 所得控除 but 基礎控除. */
  deductions?: readonly number[];
  housingLoanCredit?: number;
  /** 源泉徴収税額 of the year. */
  withheld?: number;
}

/** 年末調整 (所得税法190条) in the order of 源泉徴収簿, in yen. */
export interface Adjustment extends AnnualTax {
  /** 給与所得控除後の給与等の金額. */
  salaryIncome: number;
  incomeAdjustment: number;
  basicDeduction: number;
  /** 所得控除額の合計額, 基礎控除 included. */
  deductions: number;
  /** 差引課税給与所得金額, 1,000円未満切捨て. */
  taxable: number;
  /** 過納額; below zero: 不足額. */
  refund: number;
}

/** Adjusts one salary. Whether it is to be adjusted at all says {@link isAdjusted}. */
export function yearEndAdjustment(tax: TaxYear, input: AdjustmentInput): Adjustment {
  const income = salaryIncome(tax, input.salary);
  const adjustment = incomeAdjustment(tax, input.salary, input.adjustmentEligible ?? false);
  const basic = basicDeduction(tax, income - adjustment + (input.otherIncome ?? 0));
  const deductions = basic + sum(input.deductions ?? []);
  const taxable = cutTo(1_000, income - adjustment - deductions);
  const annual = annualTax(tax, taxable, input.housingLoanCredit);
  return {
    ...annual,
    salaryIncome: income,
    incomeAdjustment: adjustment,
    basicDeduction: basic,
    deductions,
    taxable,
    refund: (input.withheld ?? 0) - annual.annualTax,
  };
}
