import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, kin, living, named, wages } from "../shapes.ts";

const HOME = living(address("650-0001", "兵庫県", "神戸市中央区", "加納町6-5-1"), "吉田 剛", "本人");
const HOME_TEXT = "〒650-0001 兵庫県神戸市中央区加納町6-5-1";

const SELF = { ...PAYER, kana: "ヨシダ ツヨシ", name: "吉田 剛", address: HOME_TEXT };
const SON = {
  kana: "ヨシダ リョウ",
  name: "吉田 涼",
  number: HIDDEN,
  birth: "2005/10/10",
  relation: "長男",
  address: HOME_TEXT,
};

/** 区分Ⅰ C and ③, with rent besides the salary: no 源泉控除対象配偶者; a 特定親族 at the end of the first band. */
export const HIGH_INCOME: HandPerson = {
  name: "high_income",
  collected: collectedFrom({
    ...named("吉田", "剛", "ヨシダ", "ツヨシ"),
    birthOn: "1968-09-15",
    both: { home: HOME, registered: HOME },
    income: wages(11_800_000, { property: { revenue: 1_200_000, cost: 1_100_000 } }),
    spouse: kin("spouse", "妻", named("吉田", "瞳", "ヨシダ", "ヒトミ"), "1970-01-01", {
      income: estimate(950_000),
    }),
    people: [
      kin("son", "長男", named("吉田", "涼", "ヨシダ", "リョウ"), "2005-10-10", { income: wages(1_590_000) }),
    ],
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: {
          ...SELF,
          number: HIDDEN,
          birth: "1968/09/15",
          municipality: "兵庫県神戸市中央区",
          householder: "吉田 剛",
          householder_relation: "本人",
          has_spouse: "有",
        },
        "B.1": { ...SON, specific_relative: ON, income: "850,000" },
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: SELF,
        basic: {
          salary: "11,800,000",
          salary_income: "9,850,000",
          other_income: "100,000",
          total_income: "9,950,000",
          band: "950万円超 1,000万円以下",
          class: "C",
          deduction: "620,000",
        },
        spouse: {
          kana: "ヨシダ ヒトミ",
          name: "吉田 瞳",
          number: HIDDEN,
          birth: "1970/01/01",
          address: HOME_TEXT,
          total_income: "950,000",
          judgement: "62万円超 95万円以下",
          class: "③",
          special_deduction: "130,000",
        },
        "specific.1": {
          ...SON,
          salary: "1,590,000",
          salary_income: "850,000",
          other_income: "0",
          total_income: "850,000",
          // Up to 62万円 the son would be a 扶養親族.
          band: "62万円超 85万円以下",
          deduction: "630,000",
        },
      },
    },
  ],
};
