import { NO_INCOMES } from "../../../domain/declaration/income.ts";
import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, disabled, estimate, kin, living, named, wages } from "../shapes.ts";

const HOME = living(address("460-0001", "愛知県", "名古屋市中区", "三の丸3-1-2"), "渡辺 誠", "本人");
const HOME_TEXT = "〒460-0001 愛知県名古屋市中区三の丸3-1-2";
const BROTHERS = "〒500-8384 岐阜県岐阜市薮田南2-1-1 寿荘105";

const HEAD = { ...PAYER, kana: "ワタナベ マコト", name: "渡辺 誠", address: HOME_TEXT };
const DEPENDANTS_HEAD = {
  ...HEAD,
  number: HIDDEN,
  birth: "1975/10/10",
  municipality: "愛知県名古屋市中区",
  householder: "渡辺 誠",
  householder_relation: "本人",
  has_spouse: "有",
};
const SPOUSE = { kana: "ワタナベ メグミ", name: "渡辺 恵", number: HIDDEN, birth: "1976/07/20" };
const BROTHER = {
  kana: "ワタナベ タカシ",
  name: "渡辺 隆",
  number: HIDDEN,
  birth: "1980/05/15",
  relation: "弟",
  address: BROTHERS,
  change: "2026/04/10 就職先を退職",
};
const SON = {
  kana: "ワタナベ ユウ",
  name: "渡辺 優",
  number: HIDDEN,
  birth: "2015/09/01",
  relation: "長男",
  address: HOME_TEXT,
  income: "0",
};

/** Self, spouse, mother (who died), brother and son are disabled, each in another way; the brother left a job. */
export const DISABLED: HandPerson = {
  name: "disabled",
  collected: collectedFrom({
    ...named("渡辺", "誠", "ワタナベ", "マコト"),
    birthOn: "1975-10-10",
    both: {
      home: HOME,
      registered: HOME,
      disability: disabled("ordinary", "body_4", "2010-05-01"),
      changedOn: "2026-06-01",
      changeReason: "等級の変更",
    },
    next: { changedOn: null, changeReason: "" },
    income: wages(9_000_000),
    incomeNext: estimate(7_000_000),
    adjustment: { ground: "spouse_special_disability", person: null },
    spouse: kin("spouse", "妻", named("渡辺", "恵", "ワタナベ", "メグミ"), "1976-07-20", {
      disability: disabled("special_living_together", "mental_1", "2015-09-09"),
    }),
    people: [
      kin(
        "mother",
        "母",
        named("渡辺", "キヨ", "ワタナベ", "キヨ"),
        "1948-02-02",
        { disability: disabled("special_living_together", "other", "2024-04-01", "障害者控除対象者認定書") },
        { diedOn: "2026-11-20" },
      ),
      kin(
        "brother",
        "弟",
        named("渡辺", "隆", "ワタナベ", "タカシ"),
        "1980-05-15",
        {
          living: "apart",
          address: address("500-8384", "岐阜県", "岐阜市", "薮田南2-1-1", "寿荘105"),
          disability: disabled("special", "body_1", "1999-12-31"),
          income: {
            incomes: { ...NO_INCOMES, salary: 800_000, retirement: { revenue: 5_000_000, cost: 4_000_000 } },
            total: null,
          },
          qualifiedOn: "2026-04-10",
          qualifiedReason: "就職先を退職",
        },
        { next: { income: estimate(0) } },
      ),
      kin("son", "長男", named("渡辺", "優", "ワタナベ", "ユウ"), "2015-09-01", {
        disability: disabled("ordinary", "nursing_b", "2020-03-15"),
      }),
    ],
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        A: { ...SPOUSE, income: "0", address: HOME_TEXT },
        "B.1": {
          kana: "ワタナベ キヨ",
          name: "渡辺 キヨ",
          number: HIDDEN,
          birth: "1948/02/02",
          relation: "母",
          elderly_cohabiting: ON,
          income: "0",
          address: HOME_TEXT,
          change: "2026/11/20 死亡",
        },
        // 800,000 − 740,000, and half of 5,000,000 − 4,000,000: within 620,000.
        "B.2": { ...BROTHER, income: "560,000" },
        C: {
          self_ordinary: ON,
          spouse_special_together: ON,
          // Also who is under 16 counts.
          relatives_ordinary: "1",
          relatives_special: "1",
          relatives_special_together: "1",
          details: [
            "本人：身体障害者手帳4級、2010/05/01交付",
            "渡辺 恵：精神障害者保健福祉手帳1級、2015/09/09交付",
            "渡辺 キヨ：障害者控除対象者認定書、2024/04/01交付",
            "渡辺 隆：身体障害者手帳1級、1999/12/31交付",
            "渡辺 優：療育手帳B、2020/03/15交付",
          ].join("\n"),
          change: "2026/06/01 等級の変更",
        },
        "E.1": SON,
        "F.1": { ...BROTHER, income: "60,000", disability: "特別障害者" },
      },
    },
    {
      year: 2026,
      document: "next_year_dependants",
      title: DEPENDANTS("令和9年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        A: { ...SPOUSE, income: "0", address: HOME_TEXT },
        "B.1": { ...BROTHER, income: "0" },
        C: {
          self_ordinary: ON,
          spouse_special_together: ON,
          relatives_ordinary: "1",
          relatives_special: "1",
          details: [
            "本人：身体障害者手帳4級、2010/05/01交付",
            "渡辺 恵：精神障害者保健福祉手帳1級、2015/09/09交付",
            "渡辺 隆：身体障害者手帳1級、1999/12/31交付",
            "渡辺 優：療育手帳B、2020/03/15交付",
          ].join("\n"),
        },
        "E.1": SON,
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: HEAD,
        basic: {
          salary: "9,000,000",
          // 9,000,000 − 1,950,000 − 500,000 × 10 %.
          salary_income: "7,000,000",
          other_income: "0",
          total_income: "7,000,000",
          band: "655万円超 900万円以下",
          class: "A",
          deduction: "620,000",
        },
        spouse: {
          ...SPOUSE,
          address: HOME_TEXT,
          total_income: "0",
          judgement: "62万円以下かつ年齢70歳未満",
          class: "②",
          deduction: "380,000",
        },
        adjustment: {
          spouse_special_disability: ON,
          ...SPOUSE,
          relation: "妻",
          address: HOME_TEXT,
          income: "0",
          fact: "精神障害者保健福祉手帳1級、2015/09/09交付",
        },
      },
    },
  ],
};
