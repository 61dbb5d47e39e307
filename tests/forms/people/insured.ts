import { type Expected, type HandPerson, INSURANCE, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, contract, kin, living, named, wages } from "../shapes.ts";

const HOME = living(address("812-0045", "福岡県", "福岡市博多区", "東公園7-7"), "小林 修", "夫");
const SELF = {
  ...PAYER,
  kana: "コバヤシ サチコ",
  name: "小林 幸子",
  address: "〒812-0045 福岡県福岡市博多区東公園7-7",
};

const LIFE = {
  company: "博多生命保険相互会社",
  type: "終身",
  period: "終身",
  holder: "小林 幸子",
  beneficiary: "小林 修",
  relation: "夫",
};
const CARE = {
  ...LIFE,
  company: "東公園あんしん生命",
  type: "医療",
  period: "10年",
  beneficiary: "小林 幸子",
  relation: "本人",
};
const PENSION = { ...LIFE, type: "個人年金", period: "10年確定", beneficiary: "小林 幸子", relation: "本人" };
const QUAKE = {
  company: "玄海損害保険",
  type: "地震",
  period: "5年",
  holder: "小林 修",
  beneficiary: "小林 修",
  relation: "夫",
};
const STATE = { type: "国民年金", company: "日本年金機構", holder: "小林 陽", relation: "子" };
const CITY = { type: "国民健康保険", company: "福岡市", holder: "小林 幸子", relation: "本人" };

const newLife = (n: number) => ({ ...LIFE, company: `博多生命${n}号`, division: "新", amount: "40,000" });

/** Every box but those that the rule for 23歳未満 changes. */
const BOTH_YEARS: Expected = {
  head: SELF,
  "life.1": newLife(1),
  "life.2": newLife(2),
  "life.3": newLife(3),
  "life.4": newLife(4),
  "life.5": newLife(5),
  "life.6": { ...LIFE, type: "養老", period: "20年", division: "旧", amount: "150,000" },
  "care.1": { ...CARE, amount: "50,000" },
  "care.2": { ...CARE, type: "介護", amount: "50,001" },
  care: { sum: "100,001", deduction: "40,000" },
  "pension.1": { ...PENSION, starts: "2035/04/01", division: "新", amount: "90,000" },
  "pension.2": { ...PENSION, starts: "2030/01/01", division: "旧", amount: "120,000" },
  // ⑥ is up to 40,000, and ⑤ alone is more.
  pension: {
    new_sum: "90,000",
    old_sum: "120,000",
    by_new: "40,000",
    by_old: "50,000",
    both: "40,000",
    deduction: "50,000",
  },
  life_total: { deduction: "120,000" },
  "earthquake.1": { ...QUAKE, division: "地震", amount: "60,000" },
  "earthquake.2": { ...QUAKE, type: "積立傷害", period: "30年", division: "旧長期", amount: "30,000" },
  // 65,000 together.
  earthquake: {
    quake_sum: "60,000",
    old_sum: "30,000",
    by_quake: "50,000",
    by_old: "15,000",
    deduction: "50,000",
  },
  "social.1": { ...STATE, amount: "210,120" },
  "social.2": { ...CITY, amount: "312,345" },
  social: { deduction: "522,465" },
  mutual_aid: {
    small_business: "840,000",
    corporate: "240,000",
    individual: "144,000",
    disabled: "22,800",
    deduction: "1,246,800",
  },
};
const LIFE_SUMS = { new_sum: "200,000", old_sum: "150,000", by_old: "50,000" };

/** Every kind of insurance at its limit, with a child under 23: the rule of 令和8年 makes 一般 60,000. */
export const INSURED: HandPerson = {
  name: "insured",
  collected: collectedFrom({
    ...named("小林", "幸子", "コバヤシ", "サチコ"),
    birthOn: "1970-04-29",
    both: { home: HOME, registered: HOME },
    income: wages(7_200_000),
    people: [kin("child", "長男", named("小林", "陽", "コバヤシ", "ヨウ"), "2005-05-05")],
    under23: "child",
    contracts: [
      ...[1, 2, 3, 4, 5].map((n) =>
        contract(`new${n}`, "life", { ...LIFE, company: `博多生命${n}号`, generation: "new", amount: 40_000 })
      ),
      contract("old", "life", { ...LIFE, type: "養老", period: "20年", generation: "old", amount: 150_000 }),
      contract("care1", "care", { ...CARE, amount: 50_000 }),
      contract("care2", "care", { ...CARE, type: "介護", amount: 50_001 }),
      contract("pension1", "pension", {
        ...PENSION,
        generation: "new",
        paymentStartsOn: "2035-04-01",
        amount: 90_000,
      }),
      contract("pension2", "pension", {
        ...PENSION,
        generation: "old",
        paymentStartsOn: "2030-01-01",
        amount: 120_000,
      }),
      contract("quake1", "earthquake", { ...QUAKE, quake: "earthquake", amount: 60_000 }),
      contract("quake2", "earthquake", {
        ...QUAKE,
        type: "積立傷害",
        period: "30年",
        quake: "old_long_term",
        amount: 30_000,
      }),
      contract("state", "social", { ...STATE, social: "national_pension", amount: 210_120 }),
      contract("city", "social", { ...CITY, social: "health_and_care", amount: 312_345 }),
    ],
    mutualAid: { small_business: 840_000, individual: 144_000, disabled: 22_800 },
    corporate: 240_000,
  }),
  forms: [
    {
      year: 2026,
      document: "insurance",
      title: INSURANCE("令和8年"),
      boxes: {
        ...BOTH_YEARS,
        // 計算式Ⅰ × 1.5: 120,000 and more is 60,000, and ③ is up to that.
        life: {
          ...LIFE_SUMS,
          by_new: "60,000",
          both: "60,000",
          deduction: "60,000",
          under_23: ON,
          under_23_name: "小林 陽",
        },
      },
    },
    {
      year: 2025,
      document: "insurance",
      title: INSURANCE("令和7年"),
      // ② alone is more than ③.
      boxes: { ...BOTH_YEARS, life: { ...LIFE_SUMS, by_new: "40,000", both: "40,000", deduction: "50,000" } },
    },
  ],
};
