import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, kin, living, named, wages } from "../shapes.ts";

const HOME = living(
  address("231-0023", "神奈川県", "横浜市中区", "山下町1-1", "港南マンション302"),
  "高橋 健",
  "本人",
);
const HOME_TEXT = "〒231-0023 神奈川県横浜市中区山下町1-1 港南マンション302";

const SPOUSE = { kana: "タカハシ ミサキ", name: "高橋 美咲", number: HIDDEN, birth: "1982/12/31" };
const HEAD = { ...PAYER, kana: "タカハシ ケン", name: "高橋 健", address: HOME_TEXT };
const DEPENDANTS_HEAD = {
  ...HEAD,
  number: HIDDEN,
  birth: "1980/02/29",
  municipality: "神奈川県横浜市中区",
  householder: "高橋 健",
  householder_relation: "本人",
  has_spouse: "有",
  secondary: ON,
};
/** Next year the spouse earns 900,000, which is not more than 950,000. */
const NEXT_YEAR = {
  head: DEPENDANTS_HEAD,
  A: { ...SPOUSE, income: "900,000", address: HOME_TEXT, change: "2027/01/01 収入の減少" },
};

/** Both work: 6,777,778 × 0.9 − 1,100,000 is 5,000,000 and a fraction, and wages of 1,700,000 give 配偶者特別控除. */
export const SPOUSES: HandPerson = {
  name: "spouse",
  collected: collectedFrom({
    ...named("高橋", "健", "タカハシ", "ケン"),
    birthOn: "1980-02-29",
    both: { home: HOME, registered: HOME, secondarySalary: true },
    income: wages(6_777_778),
    incomeNext: estimate(5_000_000),
    spouse: kin(
      "spouse",
      "妻",
      named("高橋", "美咲", "タカハシ", "ミサキ"),
      "1982-12-31",
      { income: wages(1_700_000) },
      {
        next: { income: estimate(900_000), qualifiedOn: "2027-01-01", qualifiedReason: "収入の減少" },
      },
    ),
  }),
  forms: [
    {
      // 令和8年分: 1,700,000 − 740,000 = 960,000, above the 950,000 of a 源泉控除対象配偶者.
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: { head: DEPENDANTS_HEAD },
    },
    { year: 2026, document: "next_year_dependants", title: DEPENDANTS("令和9年"), boxes: NEXT_YEAR },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: HEAD,
        basic: {
          salary: "6,777,778",
          salary_income: "5,000,000",
          other_income: "0",
          total_income: "5,000,000",
          band: "489万円超 655万円以下",
          class: "A",
          deduction: "670,000",
        },
        spouse: {
          ...SPOUSE,
          address: HOME_TEXT,
          salary: "1,700,000",
          salary_income: "960,000",
          other_income: "0",
          total_income: "960,000",
          judgement: "95万円超 133万円以下",
          class: "④",
          // Above 950,000, up to 1,000,000, of 区分Ⅰ A.
          special_deduction: "360,000",
        },
      },
    },
    {
      // The same facts as 令和7年分: 給与所得控除 of at least 650,000.
      year: 2025,
      document: "this_year_dependants",
      title: DEPENDANTS("令和7年"),
      boxes: { head: DEPENDANTS_HEAD },
    },
    { year: 2025, document: "next_year_dependants", title: DEPENDANTS("令和8年"), boxes: NEXT_YEAR },
    {
      year: 2025,
      document: "basic_spouse_adjustment",
      title: BASIC("令和7年"),
      boxes: {
        head: HEAD,
        basic: {
          salary: "6,777,778",
          salary_income: "5,000,000",
          other_income: "0",
          total_income: "5,000,000",
          band: "489万円超 655万円以下",
          class: "A",
          deduction: "630,000",
        },
        spouse: {
          ...SPOUSE,
          address: HOME_TEXT,
          salary: "1,700,000",
          salary_income: "1,050,000",
          other_income: "0",
          total_income: "1,050,000",
          judgement: "95万円超 133万円以下",
          class: "④",
          // Above 1,000,000, up to 1,050,000.
          special_deduction: "310,000",
        },
      },
    },
  ],
};
