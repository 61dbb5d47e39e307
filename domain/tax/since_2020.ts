import type { PremiumTable } from "./bands.ts";
import { HOUSING_LOANS } from "./housing_loan_terms.ts";
import type { SalaryRow, TaxYear } from "./table.ts";

const NEW_LIFE: PremiumTable = {
  bands: [
    { upTo: 20_000, part: 1, plus: 0 },
    { upTo: 40_000, part: 2, plus: 10_000 },
    { upTo: 80_000, part: 4, plus: 20_000 },
  ],
  most: 40_000,
};

const OLD_LIFE: PremiumTable = {
  bands: [
    { upTo: 25_000, part: 1, plus: 0 },
    { upTo: 50_000, part: 2, plus: 12_500 },
    { upTo: 100_000, part: 4, plus: 25_000 },
  ],
  most: 50_000,
};

/** Rows of the salary table that no year from 令和2年 on changed: from 3,600,000 yen (所得税法28条, 別表第五; No.1410). */
export const SALARY_FROM_3_600_000: readonly SalaryRow[] = [
  { from: 3_600_000, percent: 80, plus: -440_000, steps: true },
  { from: 6_600_000, percent: 90, plus: -1_100_000 },
  { from: 8_500_000, percent: 100, plus: -1_950_000 },
];

/** 30 % + 8万円 of a salary: the row that ends where {@link SALARY_FROM_3_600_000} begins. */
export function seventyPercentFrom(from: number): SalaryRow {
  return { from, percent: 70, plus: -80_000, steps: true };
}

/** 基礎控除 above 23,500,000 yen, unchanged since 令和2年 (所得税法86条; No.1199). */
export const BASIC_ABOVE_23_500_000 = [
  { upTo: 24_000_000, amount: 480_000 },
  { upTo: 24_500_000, amount: 320_000 },
  { upTo: 25_000_000, amount: 160_000 },
] as const;

/**
 * What is the same in every year from 令和2年 (2020) on, unless a year says otherwise. Sources: 所得税法 74–77, 79–84, 89,
 * 190条, 平成18年法律第10号附則10条 (旧長期損害保険料), 租税特別措置法41条の3の11 (所得金額調整控除), 復興財源確保法13,
 * 30条; Tax Answers No.1130, 1135, 1140, 1145, 1160, 1170, 1171, 1175, 1180, 1191, 1195, 1411, 2260.
 */
export const SINCE_2020 = {
  incomeAdjustment: { over: 8_500_000, upTo: 10_000_000, percent: 10 },
  adjustedSalaryLimit: 20_000_000,
  ownBands: [9_000_000, 9_500_000, 10_000_000],
  spouse: {
    ordinary: [380_000, 260_000, 130_000],
    elderly: [480_000, 320_000, 160_000],
    special: [
      { upTo: 950_000, amounts: [380_000, 260_000, 130_000] },
      { upTo: 1_000_000, amounts: [360_000, 240_000, 120_000] },
      { upTo: 1_050_000, amounts: [310_000, 210_000, 110_000] },
      { upTo: 1_100_000, amounts: [260_000, 180_000, 90_000] },
      { upTo: 1_150_000, amounts: [210_000, 140_000, 70_000] },
      { upTo: 1_200_000, amounts: [160_000, 110_000, 60_000] },
      { upTo: 1_250_000, amounts: [110_000, 80_000, 40_000] },
      { upTo: 1_300_000, amounts: [60_000, 40_000, 20_000] },
      { upTo: 1_330_000, amounts: [30_000, 20_000, 10_000] },
    ],
    fullSpecialLimit: 950_000,
    specialLimit: 1_330_000,
  },
  dependants: { general: 380_000, specific: 630_000, elderly: 480_000, elderly_cohabiting_parent: 580_000 },
  disability: { ordinary: 270_000, special: 400_000, special_living_together: 750_000 },
  widow: { amount: 270_000, ownLimit: 5_000_000 },
  singleParent: { amount: 350_000, ownLimit: 5_000_000 },
  lifeInsurance: { new: NEW_LIFE, old: OLD_LIFE, under23: null, most: 120_000 },
  earthquake: {
    quake: { bands: [{ upTo: 50_000, part: 1, plus: 0 }], most: 50_000 },
    oldLongTerm: {
      bands: [{ upTo: 10_000, part: 1, plus: 0 }, { upTo: 20_000, part: 2, plus: 5_000 }],
      most: 15_000,
    },
    most: 50_000,
  },
  tax: [
    { upTo: 1_950_000, percent: 5, minus: 0 },
    { upTo: 3_300_000, percent: 10, minus: 97_500 },
    { upTo: 6_950_000, percent: 20, minus: 427_500 },
    { upTo: 9_000_000, percent: 23, minus: 636_000 },
    { upTo: 18_000_000, percent: 33, minus: 1_536_000 },
    { upTo: 40_000_000, percent: 40, minus: 2_796_000 },
    { upTo: Infinity, percent: 45, minus: 4_796_000 },
  ],
  taxWithSurtax: 1021,
  housingLoans: HOUSING_LOANS,
} as const satisfies Partial<TaxYear>;
