import { cutTo, timesDown } from "./round.ts";
import type { TaxYear } from "./table.ts";

/** 算出所得税額 (yen) of 課税給与所得金額, which is cut to 1,000 yen first (所得税法89条; No.2260). */
export function computedTax(tax: TaxYear, taxableIncome: number): number {
  const taxable = cutTo(1_000, taxableIncome);
  const { percent, minus } = tax.tax.find(({ upTo }) => taxable <= upTo)!;
  return timesDown(taxable, percent, 100) - minus;
}

/** 年調年税額 and what the housing loan credit did, in yen. */
export interface AnnualTax {
  computedTax: number;
  /** 年調所得税額: after the credit. */
  afterCredit: number;
  creditUsed: number;
  /** What of the credit the tax did not take. */
  creditLeft: number;
  /** With 復興特別所得税, 100円未満切捨て. */
  annualTax: number;
}

/** 年調年税額 of 課税給与所得金額 (復興財源確保法30条): the tax less the credit, × 102.1 %, cut to 100 yen. */
export function annualTax(tax: TaxYear, taxableIncome: number, housingLoanCredit = 0): AnnualTax {
  const computed = computedTax(tax, taxableIncome);
  const creditUsed = Math.min(computed, housingLoanCredit);
  const afterCredit = computed - creditUsed;
  return {
    computedTax: computed,
    afterCredit,
    creditUsed,
    creditLeft: housingLoanCredit - creditUsed,
    annualTax: cutTo(100, timesDown(afterCredit, tax.taxWithSurtax, 1_000)),
  };
}
