import type {
  LoanAcquisition,
  LoanApplication,
  LoanEnergy,
  LoanHouse,
  LoanTerms,
} from "./housing_loan_terms.ts";
import { cutTo, sum, timesDown } from "./round.ts";
import type { TaxYear } from "./table.ts";

/** What of a home decides its terms. */
export interface LoanHome {
  /** 居住開始年月日, YYYY-MM-DD. */
  movedInOn: string;
  application: LoanApplication;
  acquisition: LoanAcquisition;
  /** From 令和4年; absent: a new house. */
  house?: LoanHouse | null;
  /** From 令和4年; absent: 認定住宅 by `application`, else その他. */
  energy?: LoanEnergy | null;
  /** 特例対象個人 (子育て世帯・若者夫婦世帯), from 令和6年. */
  withChildren?: boolean;
  /** 40㎡ to 50㎡ (特例居住用家屋): own income up to 1,000万円. */
  small?: boolean;
}

/** One column of the form: A 住宅のみ, B 土地等のみ, C 住宅及び土地等, D 増改築等. */
export type LoanColumnName = "house" | "land" | "both" | "renovation";

/** What goes into a column: the own balance (after 連帯債務 and 借換) and the price, yen; the share in thousandths. */
export interface LoanColumn {
  balance: number;
  price: number;
  /** 居住用割合 by livingShare or livingShareOf. */
  livingShare: number;
}

/** A declared loan. */
export interface LoanInput {
  home: LoanHome;
  ownTotalIncome: number;
  columns: Partial<Record<LoanColumnName, LoanColumn>>;
  /** 特定増改築等の費用の額 (yen) of `renovation`. */
  specialCost?: number;
}

/** The computed boxes of 住宅借入金等特別控除申告書, in yen. */
export interface LoanBoxes {
  terms: LoanTerms;
  /** 旧 A-5 B-5 C-5 ⑩, 新 A-4 to D-4: the smaller of balance and price, × 居住用割合. */
  counted: Partial<Record<LoanColumnName, number>>;
  /** 計算の基礎となる年末残高: 旧 ⑪, 新 ⑤ (their sum, up to the 借入限度額). */
  basis: number;
  /** Of it what counts as 特定増改築等 (2 %). */
  special: number;
  /** 住宅借入金等特別控除額: 旧 ⑭, 新 ⑧; 100円未満切捨て. */
  credit: number;
}

const SMALL_HOME_OWN_LIMIT = 10_000_000;

/**
 * The terms of a home in the table's year; null where none are known, in the year of moving in (the first year is by tax
 * return) and after the last year.
 */
export function loanTerms(tax: TaxYear, home: LoanHome): LoanTerms | null {
  const house = home.house ?? "new";
  const energy = home.energy ?? (home.application === "certified" ? "certified" : "other");
  const terms = tax.housingLoans.find((row) =>
    home.movedInOn >= row.from && home.movedInOn <= row.upTo &&
    row.applications.includes(home.application) &&
    (row.acquisitions?.includes(home.acquisition) ?? true) &&
    (row.houses?.includes(house) ?? true) &&
    (row.energy?.includes(energy) ?? true)
  );
  if (!terms) return null;
  const nth = tax.year - Number(home.movedInOn.slice(0, 4)) + 1;
  return nth >= 2 && nth <= terms.years ? terms : null;
}

/** The computed boxes of a loan; null where {@link loanTerms} finds none. Own income above the limit: no credit. */
export function housingLoanBoxes(tax: TaxYear, loan: LoanInput): LoanBoxes | null {
  const terms = loanTerms(tax, loan.home);
  if (!terms) return null;
  const counted = countedBalances(loan.columns);
  const cap = loan.home.withChildren ? terms.childCap ?? terms.cap : terms.cap;
  const basis = Math.min(cap, sum(Object.values(counted)));
  const special = Math.min(terms.special?.cap ?? 0, loan.specialCost ?? 0, counted.renovation ?? 0);
  const limit = loan.home.small ? SMALL_HOME_OWN_LIMIT : terms.ownLimit;
  const credit = loan.ownTotalIncome <= limit ? creditOf(terms, basis, special) : 0;
  return { terms, counted, basis, special, credit };
}

function countedBalances(columns: LoanInput["columns"]): LoanBoxes["counted"] {
  const counted: LoanBoxes["counted"] = {};
  for (const [name, column] of Object.entries(columns) as [LoanColumnName, LoanColumn][]) {
    counted[name] = timesDown(Math.min(column.balance, column.price), column.livingShare, 1_000);
  }
  return counted;
}

function creditOf(terms: LoanTerms, basis: number, special: number): number {
  const atSpecialRate = special * (terms.special?.permille ?? 0);
  return cutTo(100, timesDown((basis - special) * terms.permille + atSpecialRate, 1, 1_000));
}
