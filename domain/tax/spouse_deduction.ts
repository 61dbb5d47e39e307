import { type OwnBand, ownBand } from "./basic_deduction.ts";
import type { TaxYear } from "./table.ts";

/** The incomes (合計所得金額, yen) that decide about a spouse, and whether they are 70 or over on 31 December. */
export interface SpouseFacts {
  ownTotalIncome: number;
  spouseTotalIncome: number;
  spouseAge70OrOver: boolean;
}

/** 区分Ⅱ of 配偶者控除等申告書: ① to ④. */
export type SpouseBand = 1 | 2 | 3 | 4;

/** What a spouse gives: 配偶者控除, 配偶者特別控除 or nothing, with both 区分. */
export interface SpouseDeduction {
  kind: "spouse" | "special" | "none";
  /** Yen; 0 of "none". */
  deduction: number;
  /** 老人控除対象配偶者. */
  elderly: boolean;
  ownBand: OwnBand | null;
  spouseBand: SpouseBand | null;
}

/** 区分Ⅱ by the spouse's income and age; null: above what 配偶者特別控除 allows. */
export function spouseBand(tax: TaxYear, totalIncome: number, age70OrOver: boolean): SpouseBand | null {
  if (totalIncome <= tax.dependantLimit) return age70OrOver ? 1 : 2;
  if (totalIncome <= tax.spouse.fullSpecialLimit) return 3;
  return totalIncome <= tax.spouse.specialLimit ? 4 : null;
}

/** 配偶者控除 or 配偶者特別控除 (所得税法83条, 83条の2; No.1191, 1195) of a spouse who lives on the same means (生計を一). */
export function spouseDeduction(tax: TaxYear, facts: SpouseFacts): SpouseDeduction {
  const own = ownBand(tax, facts.ownTotalIncome);
  const spouse = spouseBand(tax, facts.spouseTotalIncome, facts.spouseAge70OrOver);
  const bands = { ownBand: own, spouseBand: spouse, elderly: own !== null && spouse === 1 };
  if (own === null || spouse === null) return { kind: "none", deduction: 0, ...bands };
  const column = own === "A" ? 0 : own === "B" ? 1 : 2;
  if (spouse <= 2) {
    const amounts = spouse === 1 ? tax.spouse.elderly : tax.spouse.ordinary;
    return { kind: "spouse", deduction: amounts[column], ...bands };
  }
  const row = tax.spouse.special.find(({ upTo }) => facts.spouseTotalIncome <= upTo)!;
  return { kind: "special", deduction: row.amounts[column], ...bands };
}

/** 同一生計配偶者: by the spouse's own income alone, whatever the employee earns. */
export function isSameLivingSpouse(tax: TaxYear, spouseTotalIncome: number): boolean {
  return spouseTotalIncome <= tax.dependantLimit;
}
