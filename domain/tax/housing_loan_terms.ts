import { HOMES_BEFORE_2022 } from "./housing_loan_terms_before_2022.ts";
import { HOMES_FROM_2022 } from "./housing_loan_terms_from_2022.ts";

/** 控除額適用区分: 住, 増 (特定増改築等), 認, 震. */
export type LoanApplication = "home" | "renovation" | "certified" | "disaster";
/** What the loan was for, from 令和4年 on: 新築, 買取再販, 既存住宅 (中古), 増改築等. */
export type LoanHouse = "new" | "resale" | "existing" | "extension";
/** 省エネ性能, from 令和4年 on: 認定住宅, ZEH水準省エネ住宅, 省エネ基準適合住宅, その他. */
export type LoanEnergy = "certified" | "zeh" | "energy_saving" | "other";
/** 特定取得区分: 対象外, 特定取得, 特別特定取得. */
export type LoanAcquisition = "none" | "specified" | "special_specified";

/** Rates and caps of homes moved into from `from` up to and including `upTo` (YYYY-MM-DD). Absent fields: any. */
export interface LoanTerms {
  readonly from: string;
  readonly upTo: string;
  readonly applications: readonly LoanApplication[];
  readonly acquisitions?: readonly LoanAcquisition[];
  readonly houses?: readonly LoanHouse[];
  readonly energy?: readonly LoanEnergy[];
  /** 控除率 in thousandths. */
  readonly permille: number;
  /** 借入限度額, yen. */
  readonly cap: number;
  /** 借入限度額 of 特例対象個人 (子育て世帯・若者夫婦世帯), yen; absent: the same. */
  readonly childCap?: number;
  /** Years of the deduction, the first (by tax return) included. */
  readonly years: number;
  /** 特定増改築等 within the loan: this rate of it, up to `cap` yen of it. */
  readonly special?: { readonly permille: number; readonly cap: number };
  /** Own 合計所得金額 (yen) up to which a year's deduction is given. */
  readonly ownLimit: number;
}

/** Every known terms; the first that fits is the one. Sources and doubts stand at the two tables. */
export const HOUSING_LOANS: readonly LoanTerms[] = [...HOMES_BEFORE_2022, ...HOMES_FROM_2022];
