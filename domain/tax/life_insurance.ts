import { ofPremiums, type PremiumTable } from "./bands.ts";
import type { TaxYear } from "./table.ts";

/** 支払った保険料等の金額 (yen, the sums A to E of 保険料控除申告書). */
export interface LifePremiums {
  newGeneral: number;
  oldGeneral: number;
  careMedical: number;
  newPension: number;
  oldPension: number;
  /** 年齢23歳未満の扶養親族を有する. */
  hasDependantUnder23: boolean;
}

/** The boxes of 一般 (①②③イ) or 個人年金 (④⑤⑥ハ), in yen. */
export interface NewAndOld {
  /** 新保険料等の金額の合計額 (A, D) and 旧保険料等の金額の合計額 (B, E). */
  newSum: number;
  oldSum: number;
  /** By 計算式Ⅰ (①, ④) and 計算式Ⅱ (②, ⑤). */
  byNew: number;
  byOld: number;
  /** ③, ⑥: both, up to the cap of new contracts. */
  both: number;
  /** イ, ハ: the larger of `byOld` and `both`. */
  deduction: number;
}

/** Every computed box of 生命保険料控除, in yen. */
export interface LifeDeduction {
  general: NewAndOld;
  /** 介護医療: C and ロ. */
  care: { sum: number; deduction: number };
  pension: NewAndOld;
  /** 生命保険料控除額 計: イ + ロ + ハ, up to 120,000. */
  total: number;
  /** True where the rule for a 扶養親族 under 23 was used. */
  under23: boolean;
}

/** 生命保険料控除 (所得税法76条, 租税特別措置法41条の15の5; No.1140), each step 1円未満切上げ. */
export function lifeInsuranceDeduction(tax: TaxYear, paid: LifePremiums): LifeDeduction {
  const { new: newTable, old, under23, most } = tax.lifeInsurance;
  const generalTable = paid.hasDependantUnder23 && under23 ? under23 : newTable;
  const general = newAndOld(generalTable, old, paid.newGeneral, paid.oldGeneral);
  const care = { sum: paid.careMedical, deduction: ofPremiums(newTable, paid.careMedical) };
  const pension = newAndOld(newTable, old, paid.newPension, paid.oldPension);
  const total = Math.min(most, general.deduction + care.deduction + pension.deduction);
  return { general, care, pension, total, under23: generalTable !== newTable };
}

function newAndOld(
  newTable: PremiumTable,
  oldTable: PremiumTable,
  newSum: number,
  oldSum: number,
): NewAndOld {
  const byNew = ofPremiums(newTable, newSum);
  const byOld = ofPremiums(oldTable, oldSum);
  const both = Math.min(newTable.most, byNew + byOld);
  return { newSum, oldSum, byNew, byOld, both, deduction: Math.max(byOld, both) };
}
