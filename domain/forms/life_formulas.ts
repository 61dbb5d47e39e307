import type { PremiumTable, TaxYear } from "../tax/mod.ts";

/** A 計算式 of 生命保険料控除 as 保険料控除申告書 prints it. */
export interface LifeFormula {
  numeral: string;
  /** Which premiums it is for. */
  use: string;
  /** The letters of the sums that it is for. */
  sums: string;
  table: PremiumTable;
}

/** Those of a year; `under23`: for new contracts of who has a 扶養親族 under 23, null where the law has no such rule. */
export interface LifeFormulas {
  new: LifeFormula;
  under23: LifeFormula | null;
  old: LifeFormula;
}

/**
 * The 計算式 of a year: Ⅰ for new contracts and Ⅱ for old ones; in the years with 年齢23歳未満の扶養親族を有する場合の特例 Ⅱ is
 * that of the rule, and Ⅲ for old ones (令和8年分 年末調整のしかた p. 24).
 */
export function lifeFormulas({ lifeInsurance }: TaxYear): LifeFormulas {
  const { new: newTable, old, under23 } = lifeInsurance;
  return {
    new: { numeral: "Ⅰ", use: "新保険料等用", sums: "A、C又はD", table: newTable },
    under23: under23 && {
      numeral: "Ⅱ",
      use: "23歳未満の扶養親族を有する場合の新保険料等用",
      sums: "A",
      table: under23,
    },
    old: { numeral: under23 ? "Ⅲ" : "Ⅱ", use: "旧保険料等用", sums: "B又はE", table: old },
  };
}

/** How boxes name it. */
export function formulaName({ numeral, use }: LifeFormula): string {
  return `計算式${numeral}（${use}）`;
}
