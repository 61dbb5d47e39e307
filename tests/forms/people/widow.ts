import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, kin, living, named, wages } from "../shapes.ts";

const HOME = living(address("700-0824", "岡山県", "岡山市北区", "内山下2-4-6"), "青木 節子", "本人");
const HOME_TEXT = "〒700-0824 岡山県岡山市北区内山下2-4-6";

const HEAD = { ...PAYER, kana: "アオキ セツコ", name: "青木 節子", address: HOME_TEXT };

/** 寡婦 who took in a grandchild. */
export const WIDOW: HandPerson = {
  name: "widow",
  collected: collectedFrom({
    ...named("青木", "節子", "アオキ", "セツコ"),
    birthOn: "1966-06-06",
    both: { home: HOME, registered: HOME, widow: "widow", widowReason: "bereavement" },
    income: wages(4_200_000),
    incomeNext: estimate(2_920_000),
    people: [
      kin("grandchild", "孫", named("青木", "凪", "アオキ", "ナギ"), "2026-05-05", {
        qualifiedOn: "2026-05-05",
        qualifiedReason: "出生",
      }),
    ],
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: {
          ...HEAD,
          number: HIDDEN,
          birth: "1966/06/06",
          municipality: "岡山県岡山市北区",
          householder: "青木 節子",
          householder_relation: "本人",
          has_spouse: "無",
        },
        C: { widow: ON },
        "E.1": {
          kana: "アオキ ナギ",
          name: "青木 凪",
          number: HIDDEN,
          birth: "2026/05/05",
          relation: "孫",
          address: HOME_TEXT,
          income: "0",
          change: "2026/05/05 出生",
        },
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: HEAD,
        basic: {
          // 1,050,000 × 3.2 − 440,000.
          salary: "4,200,000",
          salary_income: "2,920,000",
          other_income: "0",
          total_income: "2,920,000",
          band: "489万円以下",
          class: "A",
          deduction: "1,040,000",
        },
      },
    },
  ],
};
