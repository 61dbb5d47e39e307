import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, living, named, wages } from "../shapes.ts";

const DORMITORY = living(
  address("158-0081", "東京都", "世田谷区", "深沢2-3-4", "学生寮A棟12"),
  "中村 翼",
  "本人",
);
const DORMITORY_TEXT = "〒158-0081 東京都世田谷区深沢2-3-4 学生寮A棟12";
/** Registered with the parents still; moves the 住民票 at the end of the year. */
const PARENTS = living(address("980-0014", "宮城県", "仙台市青葉区", "本町3-8-1"), "中村 勇", "父");
const PARENTS_TEXT = "〒980-0014 宮城県仙台市青葉区本町3-8-1";

const SELF = { ...PAYER, kana: "ナカムラ ツバサ", name: "中村 翼" };

/** 勤労学生: wages of 1,500,000 leave 760,000, within 890,000. No longer one next year. */
export const STUDENT: HandPerson = {
  name: "student",
  collected: collectedFrom({
    ...named("中村", "翼", "ナカムラ", "ツバサ"),
    birthOn: "2006-08-08",
    both: {
      home: DORMITORY,
      registered: PARENTS,
      student: { school: "港工業大学", enrolledOn: "2025-04-01", income: 760_000, incomes: ["salary"] },
    },
    next: { registered: DORMITORY, student: null },
    income: wages(1_500_000),
    incomeNext: estimate(2_000_000),
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: {
          ...SELF,
          address: PARENTS_TEXT,
          number: HIDDEN,
          birth: "2006/08/08",
          municipality: "宮城県仙台市青葉区",
          householder: "中村 勇",
          householder_relation: "父",
          has_spouse: "無",
        },
        C: { student: ON, details: "勤労学生：港工業大学、2025/04/01入学、所得の見積額 760,000円" },
      },
    },
    {
      year: 2026,
      document: "next_year_dependants",
      title: DEPENDANTS("令和9年"),
      boxes: {
        head: {
          ...SELF,
          address: DORMITORY_TEXT,
          number: HIDDEN,
          birth: "2006/08/08",
          municipality: "東京都世田谷区",
          householder: "中村 翼",
          householder_relation: "本人",
          has_spouse: "無",
        },
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: { ...SELF, address: PARENTS_TEXT },
        basic: {
          salary: "1,500,000",
          salary_income: "760,000",
          other_income: "0",
          total_income: "760,000",
          band: "489万円以下",
          class: "A",
          deduction: "1,040,000",
        },
      },
    },
  ],
};
