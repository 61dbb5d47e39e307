import type {
  LoanAcquisition,
  LoanApplication,
  LoanEnergy,
  LoanHouse,
  LoanTerms,
} from "./housing_loan_terms.ts";
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
  /** 40㎡ to 50㎡ (小規模居住用家屋): own income up to 1,000万円. */
  small?: boolean;
}

const SMALL_HOME_OWN_LIMIT = 10_000_000;

/**
 * The terms of a home in the table's year; null where none are known, in the year of moving in (the first year is by tax
 * return, 確定申告) and after the last year.
 */
export function loanTerms(tax: TaxYear, home: LoanHome): LoanTerms | null {
  const terms = tax.housingLoans.find((row) => fits(row, home));
  if (!terms) return null;
  const nth = tax.year - Number(home.movedInOn.slice(0, 4)) + 1;
  return nth >= 2 && nth <= terms.years ? terms : null;
}

function fits(row: LoanTerms, home: LoanHome): boolean {
  const energy = home.energy ?? (home.application === "certified" ? "certified" : "other");
  return home.movedInOn >= row.from && home.movedInOn <= row.upTo &&
    row.applications.includes(home.application) &&
    (row.acquisitions?.includes(home.acquisition) ?? true) &&
    (row.houses?.includes(home.house ?? "new") ?? true) &&
    (row.energy?.includes(energy) ?? true);
}

/** Own 合計所得金額 (yen) up to which the credit of the year is given. */
export function ownIncomeLimit(terms: LoanTerms, home: LoanHome): number {
  return home.small ? SMALL_HOME_OWN_LIMIT : terms.ownLimit;
}

/** The generations of the form: 旧様式, 新様式, and that of homes moved into from 令和4年 on. */
export type LoanForm = "old" | "new" | "from_2022";

/** The generation by the day of moving in (YYYY-MM-DD): the tax office's certificate changed with 平成31年 and 令和4年. */
export function loanForm(movedInOn: string): LoanForm {
  if (movedInOn < "2019-01-01") return "old";
  return movedInOn < "2022-01-01" ? "new" : "from_2022";
}

/**
 * The number of a box on each generation (reference/form-fields.md §6; of 令和4年 on from public descriptions of the
 * form): what a column counts, 増改築等, the basis, the credit.
 */
export const LOAN_BOXES: Record<
  LoanForm,
  { column: string; renovation: string; basis: string; credit: string }
> = {
  old: { column: "⑤", renovation: "⑩", basis: "⑪", credit: "⑭" },
  new: { column: "④", renovation: "④", basis: "⑤", credit: "⑧" },
  from_2022: { column: "④", renovation: "④", basis: "⑤", credit: "⑥" },
};
