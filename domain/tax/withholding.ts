import { type DependantKind, isDeductible } from "./dependant.ts";
import type { TaxYear } from "./table.ts";

/** 源泉控除対象配偶者, box A of 扶養控除等申告書 (所得税法2条1項33号の4): own income of 区分Ⅰ A, spouse's up to 95万円. */
export function isWithholdingSpouse(
  tax: TaxYear,
  ownTotalIncome: number,
  spouseTotalIncome: number,
): boolean {
  return ownTotalIncome <= tax.ownBands[0] && spouseTotalIncome <= tax.spouse.fullSpecialLimit;
}

/**
 * 源泉控除対象親族, box B of 扶養控除等申告書 (所得税法2条1項, from 令和8年): a 控除対象扶養親族, or a 特定親族 of up
 * to 100万円. In earlier years the box takes 控除対象扶養親族 only.
 */
export function isWithholdingRelative(tax: TaxYear, kind: DependantKind, totalIncome: number): boolean {
  if (kind !== "specific_relative") return isDeductible(kind);
  return totalIncome <= (tax.specificRelative?.withholdingLimit ?? 0);
}
