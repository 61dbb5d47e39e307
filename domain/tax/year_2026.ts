import type { PremiumTable } from "./bands.ts";
import {
  BASIC_ABOVE_23_500_000,
  SALARY_FROM_3_600_000,
  seventyPercentFrom,
  SINCE_2020,
} from "./since_2020.ts";
import type { TaxYear } from "./table.ts";
import { YEAR_2025 } from "./year_2025.ts";

/** The bands of new contracts × 1.5 (租税特別措置法41条の15の5, 令和8・9年分). */
const UNDER_23: PremiumTable = {
  bands: [
    { upTo: 30_000, part: 1, plus: 0 },
    { upTo: 60_000, part: 2, plus: 15_000 },
    { upTo: 120_000, part: 4, plus: 30_000 },
  ],
  most: 60_000,
};

/**
 * 令和8年分 (2026): 所得税法等の一部を改正する法律 (令和8年法律第12号), in force 令和8年12月1日 for the whole of the year
 * (附則2, 3, 9条). 給与所得控除 of at least 74万円 is 69万円 and 5万円 of 租税特別措置法29条の4.
 */
export const YEAR_2026: TaxYear = {
  ...YEAR_2025,
  year: 2026,
  reiwa: 8,
  sources: [
    "令和8年法律第12号; 所得税法28条, 86条, 別表第五; 租税特別措置法29条の4, 41条の15の5, 41条の16の2",
    "https://www.nta.go.jp/publication/pamph/gensen/2026kaisei.pdf",
    "https://www.nta.go.jp/publication/pamph/gensen/nencho2026/01.htm",
  ],
  uncertain: [
    "源泉控除対象配偶者 (95万円) and 源泉控除対象親族 (特定親族 up to 100万円) come from descriptions of the form.",
    "令和8年 housing loans: see housing_loan_terms_from_2022.ts.",
  ],
  salary: [
    { from: 0, fixed: 0 },
    { from: 741_000, percent: 100, plus: -740_000 },
    { from: 2_191_000, fixed: 1_451_000 },
    { from: 2_193_000, fixed: 1_453_000 },
    { from: 2_196_000, fixed: 1_456_000 },
    seventyPercentFrom(2_200_000),
    ...SALARY_FROM_3_600_000,
  ],
  basic: [
    { upTo: 4_890_000, amount: 1_040_000 },
    { upTo: 6_550_000, amount: 670_000 },
    { upTo: 23_500_000, amount: 620_000 },
    ...BASIC_ABOVE_23_500_000,
  ],
  dependantLimit: 620_000,
  specificRelative: { ...YEAR_2025.specificRelative!, withholdingLimit: 1_000_000 },
  workingStudent: { amount: 270_000, ownLimit: 890_000, otherIncomeLimit: 100_000 },
  lifeInsurance: { ...SINCE_2020.lifeInsurance, under23: UNDER_23 },
};
