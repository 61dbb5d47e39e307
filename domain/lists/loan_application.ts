import type { HousingLoan } from "../housing_loan.ts";

type Application = HousingLoan["application"];

/** What the tax office printed, where that says more than the letter beside 居住開始年月日. */
const MARKED: Readonly<Record<NonNullable<HousingLoan["mark"]>, Application | null>> = {
  blank: null,
  resident: null,
  special_case: "home",
  renovation: "renovation",
  long_lasting: "certified",
  certified: "certified",
  disaster: "disaster",
};

/**
 * 控除額適用区分 (reference/csv-columns.md 2.17): by what was printed, else by the letter; 増 also by チ欄 with
 * 特定増改築等の費用の額, unless nothing was printed.
 */
export function applicationOf(
  { mark, application, column, specialRenovationCost }: HousingLoan,
): Application {
  const printed = mark && MARKED[mark];
  if (printed) return printed;
  const special = column === "renovation" && (specialRenovationCost ?? 0) >= 1;
  return special && application === "home" && mark !== "blank" ? "renovation" : application;
}
