import type { Collected } from "../../declaration/collected.ts";
import { asked, question } from "../fields/branches.ts";
import { all } from "../fields/fields.ts";
import { type AnswerPage, type Asking, inLoan, inSection } from "../page.ts";
import { home, LOAN_CLAIM, LOAN_FORM, NEW_LOAN } from "../pages/housing_loan.ts";
import { ELECTRONIC, OWED } from "../pages/lenders.ts";
import { borrowing, page, reads, toDeductions } from "./page_of.ts";

const formOf = ({ collected }: Asking) => collected.housingLoan?.form ?? NEW_LOAN.form;

/** 住宅借入金: 設問201–250. */
export const LOAN_PAGES: AnswerPage[] = [
  page({
    id: "loan",
    section: "housingLoan",
    title: "住宅借入金等特別控除",
    question: 201,
    applies: toDeductions,
    fields: () =>
      question(
        201,
        asked<Collected>({
          ask: inSection("housingLoan", LOAN_CLAIM),
          opens: ["yes"],
          then: [
            reads(202, "1年目の方は、年末調整では受けられません。確定申告をしてください。"),
            inLoan(LOAN_FORM),
          ],
          closed: {},
        }),
      ),
  }),
  page({
    id: "loan-home",
    section: "housingLoan",
    title: "住宅の取得",
    question: 248,
    applies: (asking) => borrowing(asking) && formOf(asking) !== "old",
    fields: (asking) => inLoan(home({ form: formOf(asking) })),
  }),
  page({
    id: "loan-home-old",
    section: "housingLoan",
    title: "住宅の取得（旧様式）",
    question: 219,
    applies: (asking) => borrowing(asking) && formOf(asking) === "old",
    fields: () => inLoan(home({ form: "old" })),
  }),
  page({
    id: "loan-lenders",
    section: "housingLoan",
    title: "借入先",
    question: 204,
    applies: borrowing,
    fields: () =>
      all<Collected>(
        inLoan(OWED),
        inSection("housingLoan", ELECTRONIC),
        reads(250, "控除額は、［確認と提出］の画面に表示されます。"),
      ),
  }),
];
