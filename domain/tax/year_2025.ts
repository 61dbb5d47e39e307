import { BASIC_ABOVE_23_500_000, SALARY_FROM_3_600_000, seventyPercentFrom } from "./since_2020.ts";
import type { TaxYear } from "./table.ts";
import { YEAR_2023 } from "./year_2023.ts";

/**
 * 令和7年分 (2025): 所得税法等の一部を改正する法律 (令和7年法律第13号), in force 令和7年12月1日 for the whole of the year.
 * 基礎控除 with the additions of 租税特別措置法41条の16の2; 特定親族特別控除 is new (所得税法84条の2).
 */
export const YEAR_2025: TaxYear = {
  ...YEAR_2023,
  year: 2025,
  reiwa: 7,
  sources: [
    "令和7年法律第13号; 所得税法28条, 84条の2, 86条, 別表第五; 租税特別措置法41条の16の2",
    "https://www.nta.go.jp/publication/pamph/gensen/nencho2025/01.htm",
  ],
  uncertain: [
    "The worked example of 令和7年分 年末調整のしかた was read in quotations only (pp. 36-38), not as a whole.",
  ],
  salary: [
    { from: 0, fixed: 0 },
    { from: 651_000, percent: 100, plus: -650_000 },
    seventyPercentFrom(1_900_000),
    ...SALARY_FROM_3_600_000,
  ],
  basic: [
    { upTo: 1_320_000, amount: 950_000 },
    { upTo: 3_360_000, amount: 880_000 },
    { upTo: 4_890_000, amount: 680_000 },
    { upTo: 6_550_000, amount: 630_000 },
    { upTo: 23_500_000, amount: 580_000 },
    ...BASIC_ABOVE_23_500_000,
  ],
  dependantLimit: 580_000,
  specificRelative: {
    bands: [
      { upTo: 850_000, amount: 630_000 },
      { upTo: 900_000, amount: 610_000 },
      { upTo: 950_000, amount: 510_000 },
      { upTo: 1_000_000, amount: 410_000 },
      { upTo: 1_050_000, amount: 310_000 },
      { upTo: 1_100_000, amount: 210_000 },
      { upTo: 1_150_000, amount: 110_000 },
      { upTo: 1_200_000, amount: 60_000 },
      { upTo: 1_230_000, amount: 30_000 },
    ],
    limit: 1_230_000,
    withholdingLimit: null,
  },
  workingStudent: { amount: 270_000, ownLimit: 850_000, otherIncomeLimit: 100_000 },
};
