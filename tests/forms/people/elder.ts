import { NO_INCOMES } from "../../../domain/declaration/income.ts";
import { DEPENDANTS, type HandPerson, HIDDEN, INSURANCE, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, contract, disabled, kin, living, named, wages } from "../shapes.ts";

const HOME = living(address("060-0003", "北海道", "札幌市中央区", "北3条西6丁目"), "加藤 昭", "本人");
const HOME_TEXT = "〒060-0003 北海道札幌市中央区北3条西6丁目";

const SELF = { ...PAYER, kana: "カトウ アキラ", name: "加藤 昭", address: HOME_TEXT };
const SPOUSE = { kana: "カトウ ハル", name: "加藤 春", number: HIDDEN, birth: "1951/05/05" };
const LIFE = {
  company: "石狩生命",
  type: "定期",
  period: "10年",
  holder: "加藤 昭",
  beneficiary: "加藤 春",
  relation: "妻",
};

/** 令和5年分, with 所得金額調整控除 as an amount: 特別障害者, an elderly spouse with a pension, premiums that leave fractions. */
export const ELDER: HandPerson = {
  name: "elder",
  collected: collectedFrom({
    ...named("加藤", "昭", "カトウ", "アキラ"),
    birthOn: "1953-01-15",
    both: { home: HOME, registered: HOME, disability: disabled("special", "body_2", "2001-02-03") },
    income: wages(11_000_000),
    adjustment: { ground: "self_special_disability", person: null },
    spouse: kin("spouse", "妻", named("加藤", "春", "カトウ", "ハル"), "1951-05-05", {
      income: { incomes: { ...NO_INCOMES, misc: { revenue: 1_580_000, cost: 1_100_000 } }, total: null },
    }),
    contracts: [
      contract("1", "life", { ...LIFE, generation: "new", amount: 33_333 }),
      contract("2", "life", { ...LIFE, generation: "old", amount: 33_333 }),
      contract("3", "care", { ...LIFE, type: "医療", amount: 55_555 }),
      contract("4", "pension", {
        ...LIFE,
        type: "年金",
        generation: "new",
        paymentStartsOn: "2018-06-01",
        amount: 77_777,
      }),
      contract("5", "earthquake", { ...LIFE, quake: "earthquake", amount: 25_001 }),
      contract("6", "earthquake", { ...LIFE, quake: "old_long_term", amount: 15_001 }),
    ],
    mutualAid: { individual: 60_000 },
  }),
  forms: [
    {
      year: 2023,
      document: "this_year_dependants",
      title: DEPENDANTS("令和5年"),
      boxes: {
        head: {
          ...SELF,
          number: HIDDEN,
          birth: "1953/01/15",
          municipality: "北海道札幌市中央区",
          householder: "加藤 昭",
          householder_relation: "本人",
          has_spouse: "有",
        },
        // Own 8,900,000 is within 9,000,000.
        A: { ...SPOUSE, income: "480,000", address: HOME_TEXT },
        C: { self_special: ON, details: "本人：身体障害者手帳2級、2001/02/03交付" },
      },
    },
    {
      year: 2023,
      document: "basic_spouse_adjustment",
      title: "令和5年分 給与所得者の基礎控除申告書 兼 配偶者控除等申告書 兼 所得金額調整控除申告書",
      boxes: {
        head: SELF,
        basic: {
          salary: "11,000,000",
          // 11,000,000 − 1,950,000 − (10,000,000 − 8,500,000) × 10 %.
          salary_income: "8,900,000",
          other_income: "0",
          total_income: "8,900,000",
          band: "900万円以下",
          class: "A",
          deduction: "480,000",
        },
        spouse: {
          ...SPOUSE,
          address: HOME_TEXT,
          salary: "0",
          salary_income: "0",
          other_income: "480,000",
          total_income: "480,000",
          elderly: ON,
          judgement: "48万円以下かつ年齢70歳以上",
          class: "①",
          deduction: "480,000",
        },
        adjustment: {
          self_special_disability: ON,
          fact: "身体障害者手帳2級、2001/02/03交付",
          deduction: "150,000",
        },
      },
    },
    {
      year: 2023,
      document: "insurance",
      title: INSURANCE("令和5年"),
      boxes: {
        head: SELF,
        "life.1": { ...LIFE, division: "新", amount: "33,333" },
        "life.2": { ...LIFE, division: "旧", amount: "33,333" },
        // 16,666.5 + 10,000 and 16,666.5 + 12,500, 1円未満切上げ.
        life: {
          new_sum: "33,333",
          old_sum: "33,333",
          by_new: "26,667",
          by_old: "29,167",
          both: "40,000",
          deduction: "40,000",
        },
        "care.1": { ...LIFE, type: "医療", amount: "55,555" },
        // 13,888.75 + 20,000.
        care: { sum: "55,555", deduction: "33,889" },
        "pension.1": { ...LIFE, type: "年金", starts: "2018/06/01", division: "新", amount: "77,777" },
        // 19,444.25 + 20,000.
        pension: { new_sum: "77,777", by_new: "39,445", both: "39,445", deduction: "39,445" },
        life_total: { deduction: "113,334" },
        "earthquake.1": { ...LIFE, division: "地震", amount: "25,001" },
        "earthquake.2": { ...LIFE, division: "旧長期", amount: "15,001" },
        // 25,001, and 7,500.5 + 5,000.
        earthquake: {
          quake_sum: "25,001",
          old_sum: "15,001",
          by_quake: "25,001",
          by_old: "12,501",
          deduction: "37,502",
        },
        mutual_aid: { individual: "60,000", deduction: "60,000" },
      },
    },
  ],
};
