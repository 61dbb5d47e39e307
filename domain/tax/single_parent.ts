import type { TaxYear } from "./table.ts";

/** What decides between 寡婦 and ひとり親. Incomes: 合計所得金額 in yen. */
export interface SingleFacts {
  ownTotalIncome: number;
  /** No spouse now: never married, divorced (離婚), bereaved or the spouse's fate unknown (死別・生死不明). */
  past: "never_married" | "divorced" | "bereaved";
  gender: "male" | "female";
  /** 事実婚 as the residence record shows it. */
  deFactoSpouse: boolean;
  /** Incomes of children who live on the same means and are nobody else's 同一生計配偶者 or 扶養親族. */
  childIncomes: readonly number[];
  /** Has a 扶養親族. */
  hasDependant: boolean;
}

/** ひとり親, 寡婦 or neither (所得税法2条1項30・31号; No.1170, 1171). */
export function singleKind(tax: TaxYear, facts: SingleFacts): "single_parent" | "widow" | null {
  if (facts.deFactoSpouse) return null;
  const hasChild = facts.childIncomes.some((income) => singleParentChildCounts(tax, income));
  if (hasChild && facts.ownTotalIncome <= tax.singleParent.ownLimit) return "single_parent";
  if (facts.gender === "male" || facts.ownTotalIncome > tax.widow.ownLimit) return null;
  return facts.past === "bereaved" || (facts.past === "divorced" && facts.hasDependant) ? "widow" : null;
}

/** True where a child of this 合計所得金額 makes a ひとり親. */
export function singleParentChildCounts(tax: TaxYear, childTotalIncome: number): boolean {
  return childTotalIncome <= tax.dependantLimit;
}

/** ひとり親控除 (yen) by one's own 合計所得金額 (所得税法81条); the other requirements are {@link singleKind}'s. */
export function singleParentDeduction(tax: TaxYear, ownTotalIncome: number): number {
  return ownTotalIncome <= tax.singleParent.ownLimit ? tax.singleParent.amount : 0;
}

/** 寡婦控除 (yen) by one's own 合計所得金額 (所得税法80条); the other requirements are {@link singleKind}'s. */
export function widowDeduction(tax: TaxYear, ownTotalIncome: number): number {
  return ownTotalIncome <= tax.widow.ownLimit ? tax.widow.amount : 0;
}
