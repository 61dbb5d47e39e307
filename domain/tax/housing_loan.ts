import { type LoanHome, loanTerms, ownIncomeLimit } from "./housing_loan_home.ts";
import {
  type LoanColumn,
  type LoanColumnName,
  loanColumns,
  type LoanPart,
  type LoanPurpose,
} from "./housing_loan_columns.ts";
import type { LoanTerms } from "./housing_loan_terms.ts";
import { cutTo, timesDown } from "./round.ts";
import type { TaxYear } from "./table.ts";

/** A declared housing loan, in yen. */
export interface LoanInput {
  home: LoanHome;
  /** 合計所得金額 of the employee. */
  ownTotalIncome: number;
  /** 年末残高 that the employee bears (after 借換 and 連帯債務), by 住宅借入金等の内訳. */
  loans: readonly { purpose: LoanPurpose; balance: number }[];
  /** 取得対価の額 of 家屋 and 土地等, 増改築等の費用の額, each with its 居住用割合; null: none. */
  house: LoanPart | null;
  land: LoanPart | null;
  renovation: LoanPart | null;
  /** 特定増改築等の費用の額 within `renovation`. */
  specialCost?: number;
}

/** The computed boxes of 住宅借入金等特別控除申告書, in yen; which number a box has says {@link LOAN_BOXES}. */
export interface LoanBoxes {
  terms: LoanTerms;
  columns: Partial<Record<LoanColumnName, LoanColumn>>;
  /** 借入限度額 of this home. */
  cap: number;
  /** 計算の基礎となる年末残高: the sum of the columns up to the price and the 借入限度額. */
  basis: number;
  /** Of it what counts as 特定増改築等 (2 %). */
  special: number;
  /** 住宅借入金等特別控除額, 100円未満切捨て; 0 where the own income is above the limit. */
  credit: number;
}

/** The computed boxes of a loan; null where the home has no terms in the table's year ({@link loanTerms}). */
export function housingLoanBoxes(tax: TaxYear, loan: LoanInput): LoanBoxes | null {
  const terms = loanTerms(tax, loan.home);
  if (!terms) return null;
  const { columns, total } = loanColumns(loan);
  const cap = loan.home.withChildren ? terms.childCap ?? terms.cap : terms.cap;
  const basis = Math.min(cap, total);
  const special = Math.min(terms.special?.cap ?? 0, loan.specialCost ?? 0, columns.renovation?.counted ?? 0);
  const given = loan.ownTotalIncome <= ownIncomeLimit(terms, loan.home);
  return { terms, columns, cap, basis, special, credit: given ? creditOf(terms, basis, special) : 0 };
}

function creditOf(terms: LoanTerms, basis: number, special: number): number {
  const thousandths = (basis - special) * terms.permille + special * (terms.special?.permille ?? 0);
  return cutTo(100, timesDown(thousandths, 1, 1_000));
}
