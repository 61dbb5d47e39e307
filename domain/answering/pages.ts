import type { Collected } from "../declaration/collected.ts";
import { taxYear } from "../tax/mod.ts";
import { asked, at, question } from "./fields/branches.ts";
import { all, type Fields } from "./fields/fields.ts";
import type { Insurance } from "../insurance.ts";
import type { Person } from "../declaration/person.ts";
import { contracts, JOBS, PEOPLE, SHARED } from "./lists.ts";
import { type AnswerPage, type Asking, inLoan, inSection } from "./page.ts";
import { home, LOAN_CLAIM, LOAN_FORM, NEW_LOAN } from "./pages/housing_loan.ts";
import { adjustment, INCOME } from "./pages/income.ts";
import { CLAIMS, dc, MUTUAL_AID, under23 } from "./pages/insurance.ts";
import { ELECTRONIC, OWED } from "./pages/lenders.ts";
import { newPerson } from "./pages/person.ts";
import { EMPLOYERS, handsInSlip, LEFT } from "./pages/previous_job.ts";
import { ADDRESS, LEAVING, NAME, STATUS } from "./pages/self.ts";
import { SPOUSE, SPOUSE_INCOME, spousePerson } from "./pages/spouse.ts";
import { peopleOf } from "./people.ts";
import { isLeaving, reachOf } from "./reach.ts";

const NOTHING: Fields<Collected> = all<Collected>();

type Draft = Pick<AnswerPage, "id" | "section" | "title" | "question"> & Partial<AnswerPage>;

/** A page that everybody sees whose answers lead that far. */
function page({ applies = () => true, fields = () => NOTHING, lists = [], ...rest }: Draft): AnswerPage {
  return { ...rest, applies, fields, lists };
}

const staying = (asking: Asking) => !isLeaving(asking);
const toForms = (asking: Asking) => reachOf(asking) !== "ends";
const toDeductions = (asking: Asking) => reachOf(asking) === "all";
const insured = (asking: Asking) =>
  toDeductions(asking) && asking.collected.declaration.insurance.claims === true;
const borrowing = (asking: Asking) =>
  toDeductions(asking) && asking.collected.declaration.housingLoan.claim === "yes";

const SELF_PAGES: AnswerPage[] = [
  page({
    id: "start",
    section: "self",
    title: "はじめに",
    question: 2,
    fields: () => inSection("self", LEAVING),
  }),
  page({
    id: "name",
    section: "self",
    title: "氏名・生年月日",
    question: 4,
    applies: staying,
    fields: () => inSection("self", NAME),
  }),
  page({
    id: "address",
    section: "self",
    title: "住所・世帯主",
    question: 17,
    applies: staying,
    fields: () => inSection("self", ADDRESS),
  }),
  page({
    id: "status",
    section: "self",
    title: "障害者・寡婦・ひとり親・勤労学生",
    question: 22,
    applies: staying,
    fields: () => inSection("self", STATUS),
  }),
];

const PREVIOUS_JOB_PAGES: AnswerPage[] = [
  page({
    id: "employers",
    section: "previousJob",
    title: "ほかの勤務先",
    question: 6,
    applies: staying,
    fields: () => inSection("previousJob", EMPLOYERS),
  }),
  page({
    id: "left",
    section: "previousJob",
    title: "今年退職した勤務先",
    question: 11,
    applies: hasLeft,
    fields: () => inSection("previousJob", LEFT),
  }),
  page({
    id: "jobs",
    section: "previousJob",
    title: "前職の源泉徴収票",
    question: 15,
    applies: (asking) => hasLeft(asking) && handsInSlip(asking.collected.declaration.previousJob),
    lists: [JOBS],
  }),
];

/** 設問11 is for who had another employer, and hands 扶養控除等申告書 in here. */
function hasLeft({ collected, ...asking }: Asking): boolean {
  const { previousJob } = collected.declaration;
  return staying({ collected, ...asking }) && previousJob.otherEmployer === true &&
    previousJob.submitsHere !== false;
}

function inSpouse(fields: Fields<Person>): Fields<Collected> {
  type Spouse = Collected["declaration"]["spouse"];
  return inSection(
    "spouse",
    at<Spouse, Person>(
      "",
      ({ person }) => person ?? newPerson("spouse"),
      (spouse, person) => ({ ...spouse, person }),
      [fields],
    ),
  );
}

const withSpouse = (asking: Asking) => toForms(asking) && asking.collected.declaration.spouse.person !== null;

const FAMILY_PAGES: AnswerPage[] = [
  page({
    id: "spouse",
    section: "spouse",
    title: "配偶者の有無",
    question: 30,
    applies: toForms,
    fields: () => inSection("spouse", SPOUSE),
  }),
  page({
    id: "spouse-person",
    section: "spouse",
    title: "配偶者の情報",
    question: 31,
    applies: withSpouse,
    fields: ({ relations }) => inSpouse(spousePerson(relations)),
  }),
  page({
    id: "spouse-income",
    section: "spouse",
    title: "配偶者の所得",
    question: 38,
    applies: withSpouse,
    fields: () => inSpouse(SPOUSE_INCOME),
  }),
  page({
    id: "family",
    section: "family",
    title: "家族",
    question: 53,
    applies: toForms,
    lists: [PEOPLE, SHARED],
  }),
];

const INCOME_PAGES: AnswerPage[] = [
  page({
    id: "income",
    section: "income",
    title: "所得",
    question: 76,
    applies: toForms,
    fields: () => inSection("income", INCOME),
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
  const { incomes } = collected.declaration.income.thisYear;
  const salary = (incomes?.salary ?? 0) + (incomes?.salaryElsewhere ?? 0);
  return salary > taxYear(year).incomeAdjustment.over;
}

function inInsurance(fields: Fields<Insurance>): Fields<Collected> {
  return at<Collected, Insurance>("", ({ insurance }) => insurance, (collected, insurance) => ({
    ...collected,
    insurance,
  }), [fields]);
}

const INSURANCE_PAGES: AnswerPage[] = [
  page({
    id: "insurance",
    section: "insurance",
    title: "保険料控除",
    question: 90,
    applies: toDeductions,
    fields: () => inSection("insurance", CLAIMS),
  }),
  page({
    id: "life",
    section: "insurance",
    title: "生命保険・介護医療保険・個人年金保険",
    question: 91,
    applies: insured,
    lists: [
      contracts("life", "一般の生命保険", 92),
      contracts("care", "介護医療保険", 93),
      contracts("pension", "個人年金保険", 94),
    ],
  }),
  page({
    id: "under23",
    section: "insurance",
    title: "23歳未満の扶養親族がいる場合の特例",
    question: 96,
    applies: (asking) => insured(asking) && isOfUse(asking),
    fields: ({ collected }) => inSection("insurance", under23(peopleOf(collected))),
  }),
  page({
    id: "earthquake",
    section: "insurance",
    title: "地震保険",
    question: 97,
    applies: insured,
    lists: [contracts("earthquake", "地震保険・旧長期損害保険", 98)],
  }),
  page({
    id: "social",
    section: "insurance",
    title: "社会保険料",
    question: 102,
    applies: insured,
    lists: [
      contracts("national_pension", "国民年金・国民年金基金", 103),
      contracts("health_and_care", "健康保険料・介護保険料など", 105),
    ],
  }),
  page({
    id: "mutual-aid",
    section: "insurance",
    title: "小規模企業共済等掛金",
    question: 106,
    applies: insured,
    fields: ({ collected }) =>
      question(106, inSection("insurance", MUTUAL_AID), inInsurance(dc(collected.insurance))),
  }),
];

/** The rule for relatives under 23 is about new contracts of 一般の生命保険. */
function isOfUse({ collected: { declaration, insurance } }: Asking): boolean {
  return declaration.family.people.length + declaration.family.shared.length > 0 &&
    insurance.contracts.some(({ kind, generation }) => kind === "life" && generation === "new");
}

const formOf = ({ collected }: Asking) => collected.housingLoan?.form ?? NEW_LOAN.form;

const LOAN_PAGES: AnswerPage[] = [
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
          then: [inLoan(LOAN_FORM)],
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
    fields: () => all<Collected>(inLoan(OWED), inSection("housingLoan", ELECTRONIC)),
  }),
];

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
