import type { Band, PremiumTable } from "./bands.ts";
import type { LoanTerms } from "./housing_loan_terms.ts";

/**
 * A row of the salary table (所得税法別表第五 and, above it, 28条3項): from `from` yen on. `fixed`: that income; else
 * salary × `percent` ÷ 100 + `plus`, of the salary cut to 4,000 yen where `steps`.
 */
export type SalaryRow =
  | { readonly from: number; readonly fixed: number }
  | { readonly from: number; readonly percent: number; readonly plus: number; readonly steps?: true };

/** A row of the tax table (速算表): up to `upTo` yen of taxable income, `percent` less `minus` yen. */
export interface TaxRow {
  readonly upTo: number;
  readonly percent: number;
  readonly minus: number;
}

/**
 * Everything of the arithmetic that a year (年分) decides, in yen. Limits are inclusive: an income equal to the limit is
 * within it.
 */
export interface TaxYear {
  /** 西暦. */
  readonly year: number;
  /** 令和. */
  readonly reiwa: number;
  /** Laws and National Tax Agency pages that the figures come from. */
  readonly sources: readonly string[];
  /** What was not certain when the table was written; shown to nobody, read by who updates it. */
  readonly uncertain: readonly string[];

  /** 給与所得: rows rise by `from`; the first is 0. */
  readonly salary: readonly SalaryRow[];
  /** 所得金額調整控除（子ども等）: `percent` of what a salary has between `over` and `upTo`. */
  readonly incomeAdjustment: { readonly over: number; readonly upTo: number; readonly percent: number };
  /** 年末調整 is for salaries up to this one (所得税法190条). */
  readonly adjustedSalaryLimit: number;

  /** 基礎控除 by own 合計所得金額. */
  readonly basic: readonly Band[];
  /** 区分Ⅰ: A, B, C by own 合計所得金額. */
  readonly ownBands: readonly [number, number, number];

  /** 合計所得金額 up to which somebody is a 扶養親族 or 同一生計配偶者, and a child counts for ひとり親控除. */
  readonly dependantLimit: number;
  readonly spouse: {
    /** 配偶者控除 by 区分Ⅰ: 一般 and 老人控除対象配偶者. */
    readonly ordinary: readonly [number, number, number];
    readonly elderly: readonly [number, number, number];
    /** 配偶者特別控除: by the spouse's income, of each 区分Ⅰ. */
    readonly special: readonly {
      readonly upTo: number;
      readonly amounts: readonly [number, number, number];
    }[];
    /** Up to here 区分Ⅱ is ③ (and the spouse may be a 源泉控除対象配偶者), above it ④. */
    readonly fullSpecialLimit: number;
    /** Above this there is no 配偶者特別控除. */
    readonly specialLimit: number;
  };
  /** 扶養控除 a person. */
  readonly dependants: {
    readonly general: number;
    readonly specific: number;
    readonly elderly: number;
    readonly elderly_cohabiting_parent: number;
  };
  /** 非居住者 of 30 to 69 count only as 留学, 障害者 or with this remittance (yen a year); null: all of 16 and over. */
  readonly nonResidentRemittance: number | null;
  /** 特定親族特別控除 by the relative's income (above `dependantLimit`); null: not yet in the law. */
  readonly specificRelative:
    | { readonly bands: readonly Band[]; readonly limit: number; readonly withholdingLimit: number | null }
    | null;

  readonly disability: {
    readonly ordinary: number;
    readonly special: number;
    readonly special_living_together: number;
  };
  readonly widow: { readonly amount: number; readonly ownLimit: number };
  readonly singleParent: { readonly amount: number; readonly ownLimit: number };
  readonly workingStudent: {
    readonly amount: number;
    readonly ownLimit: number;
    /** 勤労によらない所得. */
    readonly otherIncomeLimit: number;
  };

  readonly lifeInsurance: {
    readonly new: PremiumTable;
    readonly old: PremiumTable;
    /** 一般 new contracts with a 扶養親族 under 23 (租税特別措置法41条の15の5); null: no such rule. */
    readonly under23: PremiumTable | null;
    /** Of イ, ロ and ハ together. */
    readonly most: number;
  };
  readonly earthquake: {
    readonly quake: PremiumTable;
    readonly oldLongTerm: PremiumTable;
    readonly most: number;
  };

  /** 所得税の速算表; rows rise. */
  readonly tax: readonly TaxRow[];
  /** Income tax with its additional taxes (復興特別所得税, from 令和9年 also 防衛特別所得税), in thousandths: 1021. */
  readonly taxWithSurtax: number;
  /** 住宅借入金等特別控除: rates and caps by the day of moving in. */
  readonly housingLoans: readonly LoanTerms[];
}
