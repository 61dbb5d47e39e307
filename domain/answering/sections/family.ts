import type { Collected } from "../../declaration/collected.ts";
import type { Person } from "../../declaration/person.ts";
import { at } from "../fields/branches.ts";
import { all, type Fields } from "../fields/fields.ts";
import { PEOPLE, SHARED } from "../lists.ts";
import { type AnswerPage, type Asking, inSection } from "../page.ts";
import { newPerson } from "../pages/person.ts";
import { SPOUSE, SPOUSE_INCOME, spousePerson } from "../pages/spouse.ts";
import { page, reads, toForms } from "./page_of.ts";
import { spouseTotalText } from "./totals.ts";

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

/** What is to be known of relatives beside their own pages. */
const FAMILY_NOTES: Fields<Collected> = all<Collected>(
  reads(62, "所得が多い場合も、特定親族特別控除を受けられることがあります。収入を正しく入力してください。"),
  reads(66, "今年生まれた、結婚した、亡くなったなどの異動は、家族ごとの［今年の異動］に入力してください。"),
  reads(67, "16歳未満の家族も追加してください。住民税の計算に使います。"),
  reads(68, "退職金は、その家族の［給与以外の所得］の退職所得に入力してください。"),
);

const withSpouse = (asking: Asking) => toForms(asking) && asking.collected.declaration.spouse.person !== null;

/** 配偶者 and 家族: 設問30–68. */
export const FAMILY_PAGES: AnswerPage[] = [
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
    fields: (asking) => all(inSpouse(SPOUSE_INCOME), reads(40, spouseTotalText(asking))),
  }),
  page({
    id: "family",
    section: "family",
    title: "家族",
    question: 53,
    applies: toForms,
    fields: () => FAMILY_NOTES,
    lists: [PEOPLE, SHARED],
  }),
];
