import { salaryOf } from "../../declaration/computed/self.ts";
import { taxYear } from "../../tax/mod.ts";
import { all } from "../fields/fields.ts";
import { type AnswerPage, type Asking, inSection } from "../page.ts";
import { adjustment, INCOME } from "../pages/income.ts";
import { peopleOf } from "../people.ts";
import { page, reads, toDeductions, toForms } from "./page_of.ts";
import { ownTotalText } from "./totals.ts";

/** 所得: 設問76–84. */
export const INCOME_PAGES: AnswerPage[] = [
  page({
    id: "income",
    section: "income",
    title: "所得",
    question: 76,
    applies: toForms,
    fields: (asking) => all(inSection("income", INCOME), reads(81, ownTotalText(asking))),
  }),
  page({
    id: "adjustment",
    section: "income",
    title: "所得金額調整控除",
    question: 83,
    applies: (asking) => toDeductions(asking) && earnsMore(asking),
    fields: ({ collected }) => inSection("income", adjustment(peopleOf(collected))),
  }),
];

/** 所得金額調整控除 is for who earns more than the table says. */
function earnsMore({ year, collected }: Asking): boolean {
  const salary = salaryOf(collected.declaration.income.thisYear.incomes);
  return salary > taxYear(year).incomeAdjustment.over;
}
