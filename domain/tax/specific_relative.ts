import { amountOf } from "./bands.ts";
import type { TaxYear } from "./table.ts";

/**
 * 特定親族特別控除 (yen) of a relative of 19 to 22 by their 合計所得金額 (所得税法84条の2; No.1177): 0 up to the 扶養親族
 * limit (扶養控除 holds there), above 123万円, and in years before 令和7年.
 */
export function specificRelativeDeduction(tax: TaxYear, totalIncome: number): number {
  if (!tax.specificRelative || totalIncome <= tax.dependantLimit) return 0;
  return amountOf(tax.specificRelative.bands, totalIncome);
}
