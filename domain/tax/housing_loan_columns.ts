import { WHOLE } from "./housing_loan_shares.ts";
import { sum, timesDown } from "./round.ts";

/** 住宅借入金等の内訳: 1 住宅のみ, 2 土地のみ, 3 住宅および土地等, 4 増改築等. */
export type LoanPurpose = 1 | 2 | 3 | 4;

/** The columns A, B, C and D (旧様式: 増改築等 apart) that the purposes fill. */
export type LoanColumnName = "house" | "land" | "both" | "renovation";

const NAMES: Record<LoanPurpose, LoanColumnName> = { 1: "house", 2: "land", 3: "both", 4: "renovation" };

/** What a part of the home cost (yen) and its 居住用割合 in thousandths (livingShare or livingShareOf). */
export interface LoanPart {
  price: number;
  livingShare: number;
}

/** The boxes of a column: yen, and 居住用割合 in thousandths. */
export interface LoanColumn {
  /** 年末残高 that one bears. */
  balance: number;
  /** 取得対価の額, or 増改築等の費用の額. */
  price: number;
  /** The smaller of the two. */
  lesser: number;
  /** Null in column C where 家屋 and 土地等 differ: each counts by its price. */
  livingShare: number | null;
  /** 居住用部分に係る年末残高: `lesser` × 居住用割合, 1円未満切捨て. */
  counted: number;
}

/** A loan as far as its columns need it. */
export interface LoanParts {
  loans: readonly { purpose: LoanPurpose; balance: number }[];
  house: LoanPart | null;
  land: LoanPart | null;
  renovation: LoanPart | null;
}

/** The columns that have a balance, and what they count together: A, B and C never more than what the home cost. */
export function loanColumns(
  loan: LoanParts,
): { columns: Partial<Record<LoanColumnName, LoanColumn>>; total: number } {
  const columns: Partial<Record<LoanColumnName, LoanColumn>> = {};
  for (const purpose of [1, 2, 3, 4] as const) {
    const balances = loan.loans.filter((one) => one.purpose === purpose).map(({ balance }) => balance);
    if (balances.length > 0) columns[NAMES[purpose]] = column(sum(balances), partsOf(loan, NAMES[purpose]));
  }
  const { house, land, both, renovation } = columns;
  const bought = sum([house, land, both].map((one) => one?.counted ?? 0));
  const worth = livingWorth(partsOf(loan, "both"));
  return { columns, total: Math.min(bought, worth) + (renovation?.counted ?? 0) };
}

function partsOf({ house, land, renovation }: LoanParts, name: LoanColumnName): LoanPart[] {
  const parts = { house: [house], land: [land], both: [house, land], renovation: [renovation] }[name];
  return parts.filter((part) => part !== null);
}

function column(balance: number, parts: readonly LoanPart[]): LoanColumn {
  const price = sum(parts.map((part) => part.price));
  const lesser = Math.min(balance, price);
  const shares = new Set(parts.map((part) => part.livingShare));
  return {
    balance,
    price,
    lesser,
    livingShare: shares.size === 1 ? [...shares][0]! : null,
    counted: price === 0 ? 0 : timesDown(lesser, weighted(parts), price * WHOLE),
  };
}

/** What the parts cost for living, in yen. */
function livingWorth(parts: readonly LoanPart[]): number {
  return timesDown(weighted(parts), 1, WHOLE);
}

function weighted(parts: readonly LoanPart[]): number {
  return sum(parts.map(({ price, livingShare }) => price * livingShare));
}
