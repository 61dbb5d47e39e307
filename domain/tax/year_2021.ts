import {
  BASIC_ABOVE_23_500_000,
  SALARY_FROM_3_600_000,
  seventyPercentFrom,
  SINCE_2020,
} from "./since_2020.ts";
import type { TaxYear } from "./table.ts";

/**
 * 令和3年分 (2021), with the figures of 令和2 to 令和6年分: 所得税法 as of 令和2年 (平成30年法律第7号, 令和2年法律第8号).
 * The steps of the salary table between 1,619,000 and 1,628,000 yen are 別表第五's.
 */
export const YEAR_2021: TaxYear = {
  ...SINCE_2020,
  year: 2021,
  reiwa: 3,
  sources: [
    "所得税法28条, 86条, 別表第五 (令和2年分以後)",
    "https://www.nta.go.jp/taxes/shiraberu/taxanswer/shotoku/1410.htm",
    "https://www.nta.go.jp/taxes/shiraberu/taxanswer/shotoku/1199.htm",
  ],
  uncertain: [
    "No worked example of the National Tax Agency for 令和3年分 was found; the bands come from the law.",
  ],
  salary: [
    { from: 0, fixed: 0 },
    { from: 551_000, percent: 100, plus: -550_000 },
    { from: 1_619_000, fixed: 1_069_000 },
    { from: 1_620_000, fixed: 1_070_000 },
    { from: 1_622_000, fixed: 1_072_000 },
    { from: 1_624_000, fixed: 1_074_000 },
    { from: 1_628_000, percent: 60, plus: 100_000, steps: true },
    seventyPercentFrom(1_800_000),
    ...SALARY_FROM_3_600_000,
  ],
  basic: [{ upTo: 24_000_000, amount: 480_000 }, ...BASIC_ABOVE_23_500_000.slice(1)],
  dependantLimit: 480_000,
  nonResidentRemittance: null,
  specificRelative: null,
  workingStudent: { amount: 270_000, ownLimit: 750_000, otherIncomeLimit: 100_000 },
};
