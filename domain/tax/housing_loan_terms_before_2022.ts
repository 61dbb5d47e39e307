import type { LoanAcquisition, LoanApplication, LoanTerms } from "./housing_loan_terms.ts";

const ONE_PERCENT = { permille: 10, years: 10, ownLimit: 30_000_000 };
const UNTAXED: readonly LoanAcquisition[] = ["none"];
const TAXED: readonly LoanAcquisition[] = ["specified", "special_specified"];

const H19 = { from: "2007-01-01", upTo: "2007-12-31" };
const H20 = { from: "2008-01-01", upTo: "2008-12-31" };
const H24 = { from: "2012-01-01", upTo: "2012-12-31" };
const H25 = { from: "2013-01-01", upTo: "2014-03-31" };
const H26 = { from: "2014-04-01", upTo: "2021-12-31" };
/** 令和4年 with a contract of before: 特別特例取得 keeps the terms of 令和3年. */
const R4 = { from: "2022-01-01", upTo: "2022-12-31", acquisitions: ["special_specified"] } as const;

/**
 * Homes moved into before 令和4年, as far as a table's year can still deduct them (租税特別措置法41条 and 41条の3の2 as of
 * 令和3年, 震災特例法13条の2; No.1212, 1213, 1216). 平成19・20年: the 15-year kind, which is in its years 11 to 15.
 * 特別特定取得 has years 11 to 13 with another formula; they begin in 令和11年 (2029), of which there is no table.
 */
export const HOMES_BEFORE_2022: readonly LoanTerms[] = [
  { ...H19, ...of("home", 25_000_000), permille: 4, years: 15 },
  { ...H20, ...of("home", 20_000_000), permille: 4, years: 15 },
  { ...H24, ...of("home", 30_000_000) },
  { ...H24, ...of("certified", 40_000_000) },
  { ...H24, ...of("disaster", 40_000_000), permille: 12 },
  { ...H25, ...of("home", 20_000_000) },
  { ...H25, ...of("certified", 30_000_000) },
  { ...H25, ...of("disaster", 30_000_000), permille: 12 },
  { ...H26, acquisitions: UNTAXED, ...of("home", 20_000_000) },
  { ...H26, acquisitions: TAXED, ...of("home", 40_000_000) },
  { ...H26, acquisitions: UNTAXED, ...of("certified", 30_000_000) },
  { ...H26, acquisitions: TAXED, ...of("certified", 50_000_000) },
  { ...H26, ...of("disaster", 50_000_000), permille: 12 },
  {
    ...H26,
    acquisitions: UNTAXED,
    ...of("renovation", 10_000_000),
    years: 5,
    special: twoPercentOf(2_000_000),
  },
  {
    ...H26,
    acquisitions: TAXED,
    ...of("renovation", 10_000_000),
    years: 5,
    special: twoPercentOf(2_500_000),
  },
  { ...R4, ...of("home", 40_000_000), years: 13 },
  { ...R4, ...of("certified", 50_000_000), years: 13 },
];

function of(application: LoanApplication, cap: number) {
  return { applications: [application], ...ONE_PERCENT, cap };
}

/** 特定増改築等: 2 % of that part of the loan. */
function twoPercentOf(cap: number): LoanTerms["special"] {
  return { permille: 20, cap };
}
