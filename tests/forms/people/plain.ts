import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, INSURANCE, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, living, named, wages } from "../shapes.ts";

const HOME = living(address("106-0032", "東京都", "港区", "六本木6-10-1"), "佐藤 一郎", "本人");

const HEAD = {
  ...PAYER,
  kana: "サトウ イチロウ",
  name: "佐藤 一郎",
  address: "〒106-0032 東京都港区六本木6-10-1",
};
const DEPENDANTS_HEAD = {
  ...HEAD,
  number: HIDDEN,
  birth: "1990/07/07",
  municipality: "東京都港区",
  householder: "佐藤 一郎",
  householder_relation: "本人",
  has_spouse: "無",
};

/** Single, with a salary and nothing else; 保険料控除申告書 is made for everybody here, and is empty. */
export const PLAIN: HandPerson = {
  name: "plain",
  collected: collectedFrom({
    ...named("佐藤", "一郎", "サトウ", "イチロウ"),
    birthOn: "1990-07-07",
    both: { home: HOME, registered: HOME },
    income: wages(5_000_000),
    incomeNext: estimate(3_560_000),
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: { head: DEPENDANTS_HEAD },
    },
    {
      year: 2026,
      document: "next_year_dependants",
      title: DEPENDANTS("令和9年"),
      boxes: { head: DEPENDANTS_HEAD },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: HEAD,
        basic: {
          // 5,000,000 ÷ 4 = 1,250,000; × 3.2 − 440,000.
          salary: "5,000,000",
          salary_income: "3,560,000",
          other_income: "0",
          total_income: "3,560,000",
          band: "489万円以下",
          class: "A",
          deduction: "1,040,000",
        },
      },
    },
    { year: 2026, document: "insurance", title: INSURANCE("令和8年"), boxes: { head: HEAD } },
  ],
};
