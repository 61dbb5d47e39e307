import type { Abroad, PersonYear } from "../../../domain/declaration/person.ts";
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

const HOME = living(address("900-0021", "沖縄県", "那覇市", "泉崎1-2-2"), "スミス 愛", "本人");
const NEW_YORK = "New York, NY 350 5th Ave （USA）";

const outside = (more: Partial<Abroad>, year: Partial<PersonYear> = {}): Partial<PersonYear> => ({
  living: "abroad",
  address: abroadAt("USA", "New York, NY", "350 5th Ave"),
  abroad: { student: false, remittance: null, relativePapers: true, remittancePapers: true, ...more },
  ...year,
});
const smith = (first: string, kana: string) => named("スミス", first, "スミス", kana);
const person = (kana: string, name: string, birth: string, relation: string) => ({
  kana: `スミス ${kana}`,
  name: `スミス ${name}`,
  number: HIDDEN,
  birth,
  relation,
  income: "0",
  address: NEW_YORK,
});

const SELF = {
  ...PAYER,
  kana: "スミス アイ",
  name: "スミス 愛",
  address: "〒900-0021 沖縄県那覇市泉崎1-2-2",
};
const SPOUSE = {
  kana: "スミス ジョン",
  name: "スミス ジョン",
  number: HIDDEN,
  birth: "1979/04/04",
  abroad: ON,
  support: "送金額 500,000円",
  address: NEW_YORK,
};

/** Everybody of the family lives abroad, each with another reason to count, and a cousin with none. */
export const ABROAD: HandPerson = {
  name: "abroad",
  collected: collectedFrom({
    ...named("スミス", "愛", "スミス", "アイ"),
    birthOn: "1980-08-01",
    both: { home: HOME, registered: HOME },
    income: wages(5_000_000),
    incomeNext: estimate(3_560_000),
    spouse: kin("spouse", "夫", smith("ジョン", "ジョン"), "1979-04-04", outside({ remittance: 500_000 })),
    people: [
      kin("age", "長女", smith("エマ", "エマ"), "2002-03-03", outside({})),
      kin("student", "弟", smith("誠二", "セイジ"), "1990-10-01", outside({ student: true })),
      kin(
        "disabled",
        "妹",
        smith("香", "カオリ"),
        "1988-11-02",
        outside({}, { disability: disabled("special", "nursing_a", "2008-08-08") }),
      ),
      kin("remittance", "叔母", smith("文", "フミ"), "1970-12-30", outside({ remittance: 380_000 })),
      kin("none", "従兄", smith("隼人", "ハヤト"), "1975-01-31", outside({ remittance: 379_999 })),
      kin("young", "二女", smith("ミア", "ミア"), "2015-07-04", outside({})),
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
          birth: "1980/08/01",
          municipality: "沖縄県那覇市",
          householder: "スミス 愛",
          householder_relation: "本人",
          has_spouse: "有",
        },
        A: { ...SPOUSE, income: "0" },
        "B.1": { ...person("エマ", "エマ", "2002/03/03", "長女"), abroad_age: ON },
        "B.2": { ...person("セイジ", "誠二", "1990/10/01", "弟"), abroad_student: ON },
        "B.3": { ...person("カオリ", "香", "1988/11/02", "妹"), abroad_disabled: ON },
        "B.4": {
          ...person("フミ", "文", "1970/12/30", "叔母"),
          abroad_remittance: ON,
          support: "送金額 380,000円",
        },
        C: { relatives_special: "1", details: "スミス 香：療育手帳A、2008/08/08交付" },
        "E.1": { ...person("ミア", "ミア", "2015/07/04", "二女"), abroad: ON },
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: SELF,
        basic: {
          salary: "5,000,000",
          salary_income: "3,560,000",
          other_income: "0",
          total_income: "3,560,000",
          band: "489万円以下",
          class: "A",
          deduction: "1,040,000",
        },
        spouse: {
          ...SPOUSE,
          total_income: "0",
          judgement: "62万円以下かつ年齢70歳未満",
          class: "②",
          deduction: "380,000",
        },
      },
    },
  ],
};
