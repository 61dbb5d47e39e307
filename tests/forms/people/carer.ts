import { NO_INCOMES } from "../../../domain/declaration/income.ts";
import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import {
  abroadAt,
  address,
  collectedFrom,
  disabled,
  estimate,
  kin,
  living,
  named,
  wages,
} from "../shapes.ts";

const HOME = living(address("920-0962", "石川県", "金沢市", "広坂1-1-1"), "池田 透", "本人");
const HOME_TEXT = "〒920-0962 石川県金沢市広坂1-1-1";
const HOSPITAL = "〒939-8501 富山県富山市新桜町7-38";
const SEOUL = "Seoul 110 Sejong-daero （KOR）";

const abroad = { living: "abroad", address: abroadAt("KOR", "Seoul", "110 Sejong-daero") } as const;
const outside = { student: true, relativePapers: true, remittancePapers: true };

const HEAD = { ...PAYER, kana: "イケダ トオル", name: "池田 透", address: HOME_TEXT };
const DEPENDANTS_HEAD = {
  ...HEAD,
  number: HIDDEN,
  birth: "1974/02/28",
  municipality: "石川県金沢市",
  householder: "池田 透",
  householder_relation: "本人",
  has_spouse: "有",
};
const SPOUSE = {
  kana: "イケダ ノゾミ",
  name: "池田 希",
  number: HIDDEN,
  birth: "1975/03/03",
  address: HOME_TEXT,
};
const MOTHER = {
  kana: "イケダ フミ",
  name: "池田 ふみ",
  number: HIDDEN,
  birth: "1945/01/01",
  relation: "母",
  address: HOSPITAL,
  income: "0",
};
const DAUGHTER = {
  kana: "イケダ サラ",
  name: "池田 沙羅",
  number: HIDDEN,
  birth: "2006/01/02",
  relation: "長女",
  support: "送金額 600,000円",
  address: SEOUL,
};
const SON = {
  kana: "イケダ ガク",
  name: "池田 岳",
  number: HIDDEN,
  birth: "2001/12/31",
  relation: "長男",
  address: SEOUL,
};

/** Spouse and mother disabled, both children abroad: one a 特定親族, one who got a 退職金. */
export const CARER: HandPerson = {
  name: "carer",
  collected: collectedFrom({
    ...named("池田", "透", "イケダ", "トオル"),
    birthOn: "1974-02-28",
    both: { home: HOME, registered: HOME },
    income: wages(8_700_000),
    incomeNext: estimate(6_730_000),
    adjustment: { ground: "dependant_special_disability", person: "mother" },
    spouse: kin(
      "spouse",
      "妻",
      named("池田", "希", "イケダ", "ノゾミ"),
      "1975-03-03",
      { disability: disabled("ordinary", "mental_3", "2023-07-07") },
      { next: { disability: disabled("special", "mental_1", "2026-12-01") } },
    ),
    people: [
      kin("mother", "母", named("池田", "ふみ", "イケダ", "フミ"), "1945-01-01", {
        living: "apart",
        address: address("939-8501", "富山県", "富山市", "新桜町7-38"),
        disability: disabled("special", "nursing_a", "1999-09-09"),
      }),
      kin(
        "daughter",
        "長女",
        named("池田", "沙羅", "イケダ", "サラ"),
        "2006-01-02",
        { ...abroad, abroad: { ...outside, remittance: 600_000 }, income: wages(1_500_000) },
        { next: { income: estimate(1_000_001) } },
      ),
      kin(
        "son",
        "長男",
        named("池田", "岳", "イケダ", "ガク"),
        "2001-12-31",
        {
          ...abroad,
          abroad: { ...outside, remittance: null },
          income: {
            incomes: { ...NO_INCOMES, retirement: { revenue: 2_000_000, cost: 800_000 } },
            total: null,
          },
        },
        { next: { support: false } },
      ),
    ],
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        A: { ...SPOUSE, income: "0" },
        // Apart: not 同居老親等.
        "B.1": { ...MOTHER, elderly: ON },
        "B.2": { ...DAUGHTER, specific_relative: ON, abroad_age: ON, income: "760,000" },
        // Half of 1,200,000.
        "B.3": { ...SON, abroad_age: ON, income: "600,000" },
        C: {
          spouse_ordinary: ON,
          relatives_special: "1",
          details: "池田 希：精神障害者保健福祉手帳3級、2023/07/07交付\n池田 ふみ：療育手帳A、1999/09/09交付",
        },
        "F.1": { ...SON, abroad: ON, income: "0" },
      },
    },
    {
      year: 2026,
      document: "next_year_dependants",
      title: DEPENDANTS("令和9年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        A: { ...SPOUSE, income: "0" },
        // The daughter is a yen above 1,000,000, the son claimed by nobody.
        "B.1": { ...MOTHER, elderly: ON },
        C: {
          spouse_special: ON,
          relatives_special: "1",
          details: "池田 希：精神障害者保健福祉手帳1級、2026/12/01交付\n池田 ふみ：療育手帳A、1999/09/09交付",
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
          salary: "8,700,000",
          // 8,700,000 − 1,950,000 − 200,000 × 10 %.
          salary_income: "6,730,000",
          other_income: "0",
          total_income: "6,730,000",
          band: "655万円超 900万円以下",
          class: "A",
          deduction: "620,000",
        },
        spouse: {
          ...SPOUSE,
          total_income: "0",
          judgement: "62万円以下かつ年齢70歳未満",
          class: "②",
          deduction: "380,000",
        },
        "specific.1": {
          ...DAUGHTER,
          abroad: ON,
          salary: "1,500,000",
          salary_income: "760,000",
          other_income: "0",
          total_income: "760,000",
          band: "62万円超 85万円以下",
          deduction: "630,000",
        },
        adjustment: {
          dependant_special_disability: ON,
          ...MOTHER,
          fact: "療育手帳A、1999/09/09交付",
        },
      },
    },
  ],
};
