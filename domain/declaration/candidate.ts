import type { Exclusion } from "../request.ts";
import { isAdjusted, taxYear } from "../tax/mod.ts";
import type { Collected } from "./collected.ts";
import { salaryOf } from "./computed/self.ts";
import type { Declaration } from "./declaration.ts";

/** The 対象外候補 that answers can make of somebody. */
export type Candidate = Extract<Exclusion, `${string}_candidate`>;

/**
 * The 対象外候補 that the answers make of an employee in the adjustment of `year` (西暦; reference/screens.md §5.2); null:
 * none. Of several the one whose questions come first. Throws Refusal `no_tax_year`.
 */
export function candidateFor(
  year: number,
  { declaration }: Pick<Collected, "declaration">,
): Candidate | null {
  if (isLeaving(declaration)) return "retired_candidate";
  if (isOtsu(declaration)) return "otsu_candidate";
  if (lacksSlip(declaration)) return "withholding_candidate";
  const salary = salaryOf(declaration.income.thisYear.incomes);
  return isAdjusted(taxYear(year), salary) ? null : "income_candidate";
}

/** 設問2 はい, 設問3 ends the questionnaire. */
function isLeaving({ self }: Declaration): boolean {
  return self.leaving === true && self.endsHere === true;
}

/** 設問6 はい, 7 はい, 8 A or C, 9 いいえ. */
function isOtsu({ previousJob }: Declaration): boolean {
  const { otherEmployer, stillThere, payThere, submitsHere } = previousJob;
  return otherEmployer === true && stillThere === true && payThere !== null && payThere !== "B" &&
    submitsHere === false;
}

/** 設問6 はい, 11 はい, 12 A or C, 13 入手できない; or one 源泉徴収票 of several is 入手不可. */
function lacksSlip({ previousJob }: Declaration): boolean {
  const { otherEmployer, leftEmployer, payBefore, slipAvailable, jobs } = previousJob;
  if (jobs.some(({ slip }) => slip === "unavailable")) return true;
  return otherEmployer === true && leftEmployer === true && payBefore !== null && payBefore !== "B" &&
    slipAvailable === false;
}
