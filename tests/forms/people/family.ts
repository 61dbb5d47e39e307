import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, kin, living, named, wages } from "../shapes.ts";

const TOWN = "〒330-0063 埼玉県さいたま市浦和区高砂3-15-1";
const NAGANO = "〒380-0838 長野県長野市県町477";
const HACHIOJI = "〒192-0046 東京都八王子市明神町4-8-1";
const nagano = address("380-0838", "長野県", "長野市", "県町477");

type Both = Parameters<typeof kin>[4];
type More = Parameters<typeof kin>[5];
const kinOf = (
  id: string,
  relation: string,
  [firstName, kana]: [string, string],
  birthOn: string,
  both?: Both,
  more?: More,
) => kin(id, relation, named("鈴木", firstName, "スズキ", kana), birthOn, both, more);

const HEAD = { ...PAYER, kana: "スズキ ダイスケ", name: "鈴木 大輔", address: TOWN };
const DEPENDANTS_HEAD = {
  ...HEAD,
  number: HIDDEN,
  birth: "1976/11/30",
  // Where the 住民票 is, whatever is printed as 住所.
  municipality: "長野県長野市",
  householder: "鈴木 正",
  householder_relation: "父",
  has_spouse: "有",
};
const person = (kana: string, name: string, birth: string, relation: string) => ({
  kana: `スズキ ${kana}`,
  name: `鈴木 ${name}`,
  number: HIDDEN,
  birth,
  relation,
});
const SPOUSE = { kana: "スズキ ユキ", name: "鈴木 由紀", number: HIDDEN, birth: "1978/06/06" };
const FATHER = {
  ...person("タダシ", "正", "1950/03/03", "父"),
  elderly_cohabiting: ON,
  income: "0",
  address: TOWN,
};
const MOTHER = {
  ...person("カズコ", "和子", "1952/08/08", "母"),
  elderly: ON,
  income: "300,000",
  address: NAGANO,
};
const FIRST_SON = { ...person("ショウタ", "翔太", "2004/01/02", "長男"), income: "0", address: TOWN };
const DAUGHTER = { ...person("アヤ", "彩", "2006/05/05", "長女"), address: TOWN };
const SECOND_SON = { ...person("ケンタ", "健太", "2007/11/11", "二男"), address: TOWN };
const THIRD_SON = { ...person("レン", "蓮", "2010/10/10", "三男"), income: "0", address: TOWN };
const YOUNGEST = { ...person("アオイ", "葵", "2011/01/02", "二女"), income: "0", address: TOWN };
const SHARED = {
  name: "鈴木 トメ",
  relation: "祖母",
  birth: "1930/01/01",
  address: NAGANO,
  earner_name: "鈴木 次郎",
  earner_relation: "弟",
  earner_address: HACHIOJI,
};

/**
 * Spouse without income and seven relatives of every kind, five (next year seven) of them in B, which has room for four.
 * 住所の印字設定 is 現住所.
 */
export const FAMILY: HandPerson = {
  name: "family",
  printedAddress: "current",
  collected: collectedFrom({
    ...named("鈴木", "大輔", "スズキ", "ダイスケ"),
    birthOn: "1976-11-30",
    both: {
      home: living(address("330-0063", "埼玉県", "さいたま市浦和区", "高砂3-15-1"), "鈴木 正", "父"),
      registered: living(nagano, "鈴木 大輔", "本人"),
    },
    income: wages(9_800_000),
    incomeNext: estimate(7_720_000),
    adjustment: { ground: "dependant_under_23", person: "first_son" },
    spouse: kinOf("spouse", "妻", ["由紀", "ユキ"], "1978-06-06"),
    people: [
      kinOf("father", "父", ["正", "タダシ"], "1950-03-03"),
      kinOf("mother", "母", ["和子", "カズコ"], "1952-08-08", {
        living: "apart",
        address: nagano,
        income: estimate(300_000),
      }),
      kinOf("first_son", "長男", ["翔太", "ショウタ"], "2004-01-02"),
      kinOf("daughter", "長女", ["彩", "アヤ"], "2006-05-05", { income: wages(1_640_000) }, {
        next: { income: estimate(500_000) },
      }),
      kinOf("second_son", "二男", ["健太", "ケンタ"], "2007-11-11", { income: wages(1_890_000) }, {
        next: { income: estimate(1_000_000) },
      }),
      kinOf("third_son", "三男", ["蓮", "レン"], "2010-10-10"),
      kinOf("youngest", "二女", ["葵", "アオイ"], "2011-01-02"),
    ],
    shared: [{
      id: "grandmother",
      relation: { name: "祖母", preset: null, isChild: false },
      ...named("鈴木", "トメ", "スズキ", "トメ"),
      birthOn: "1930-01-01",
      gender: null,
      living: "apart",
      address: nagano,
      disability: null,
      income: 0,
      earner: { name: "鈴木 次郎", relation: "弟", address: HACHIOJI },
    }],
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        A: { ...SPOUSE, income: "0", address: TOWN },
        "B.1": FATHER,
        "B.2": MOTHER,
        // Born 2 January 2004: the youngest of the 22-year-olds.
        "B.3": { ...FIRST_SON, specific: ON },
        // 1,640,000 − 740,000: up to 1,000,000 a 特定親族 stands here too; the brother with 1,150,000 does not.
        "B.4": { ...DAUGHTER, specific_relative: ON, income: "900,000" },
        "B.5": THIRD_SON,
        "D.1": SHARED,
        // Born 2 January 2011: the oldest of those under 16.
        "E.1": YOUNGEST,
      },
    },
    {
      year: 2026,
      document: "next_year_dependants",
      title: DEPENDANTS("令和9年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        A: { ...SPOUSE, income: "0", address: TOWN },
        "B.1": FATHER,
        "B.2": MOTHER,
        // 23 now: an ordinary 控除対象扶養親族.
        "B.3": FIRST_SON,
        "B.4": { ...DAUGHTER, specific: ON, income: "500,000" },
        "B.5": { ...SECOND_SON, specific_relative: ON, income: "1,000,000" },
        "B.6": THIRD_SON,
        "B.7": YOUNGEST,
        "D.1": SHARED,
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: HEAD,
        basic: {
          salary: "9,800,000",
          // 9,800,000 − 1,950,000 − (9,800,000 − 8,500,000) × 10 %.
          salary_income: "7,720,000",
          other_income: "0",
          total_income: "7,720,000",
          band: "655万円超 900万円以下",
          class: "A",
          deduction: "620,000",
        },
        spouse: {
          ...SPOUSE,
          address: TOWN,
          total_income: "0",
          judgement: "62万円以下かつ年齢70歳未満",
          class: "②",
          deduction: "380,000",
        },
        "specific.1": {
          ...DAUGHTER,
          salary: "1,640,000",
          salary_income: "900,000",
          other_income: "0",
          total_income: "900,000",
          band: "85万円超 90万円以下",
          deduction: "610,000",
        },
        "specific.2": {
          ...SECOND_SON,
          salary: "1,890,000",
          salary_income: "1,150,000",
          other_income: "0",
          total_income: "1,150,000",
          band: "110万円超 115万円以下",
          deduction: "110,000",
        },
        adjustment: {
          dependant_under_23: ON,
          kana: "スズキ ショウタ",
          name: "鈴木 翔太",
          number: HIDDEN,
          birth: "2004/01/02",
          relation: "長男",
          address: TOWN,
          income: "0",
        },
      },
    },
  ],
};
