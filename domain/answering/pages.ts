import type { AnswerPage, Asking } from "./page.ts";
import { FAMILY_PAGES } from "./sections/family.ts";
import { LOAN_PAGES } from "./sections/housing_loan.ts";
import { INCOME_PAGES } from "./sections/income.ts";
import { INSURANCE_PAGES } from "./sections/insurance.ts";
import { PREVIOUS_JOB_PAGES } from "./sections/previous_job.ts";
import { SELF_PAGES } from "./sections/self.ts";

/** Every page, in the order in which they are asked. */
export const PAGES: readonly AnswerPage[] = [
  ...SELF_PAGES,
  ...PREVIOUS_JOB_PAGES,
  ...FAMILY_PAGES,
  ...INCOME_PAGES,
  ...INSURANCE_PAGES,
  ...LOAN_PAGES,
];

/** The pages that somebody's answers lead to. */
export function pagesOf(asking: Asking): AnswerPage[] {
  return PAGES.filter((one) => one.applies(asking));
}
