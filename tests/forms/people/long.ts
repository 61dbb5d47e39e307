import { BASIC, DEPENDANTS, type Expected, type HandPerson, HIDDEN, INSURANCE, PAYER } from "../hand.ts";
import { address, collectedFrom, contract, estimate, kin, living, loan, named, wages } from "../shapes.ts";

/** As many characters as a declaration holds. */
const JUGEMU =
  "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑子の藪柑子パイポパイポ";
const READ =
  "ジュゲムジュゲムゴコウノスリキレカイジャリスイギョノスイギョウマツウンライマツフウライマツクウネルトコ";
const [SURNAME, FIRST] = [JUGEMU.slice(0, 50), [...JUGEMU.slice(0, 50)].toReversed().join("")];
const KANA = READ.slice(0, 50);
const NAME = `${SURNAME} ${FIRST}`;
const READING = `${KANA} ${KANA}`;
const WORD = JUGEMU.slice(0, 30);
const TITLE = JUGEMU.slice(0, 50) + JUGEMU.slice(0, 50);
const [CITY, STREET, BUILDING] = ["北見市留辺蘂町", "字温根湯温泉", "大規模集合住宅"].map((text) =>
  text.repeat(20).slice(0, 100)
) as [string, string, string];
const LINE = TITLE + TITLE;

const AT = address("091-0170", "北海道", CITY, STREET, BUILDING);
const HOME_TEXT = `〒091-0170 北海道${CITY}${STREET} ${BUILDING}`;
const HOME = living(AT, TITLE, WORD);

const NAMED = { kana: READING, name: NAME, number: HIDDEN };
const SELF = { ...PAYER, kana: READING, name: NAME, address: HOME_TEXT };
const DEPENDANTS_HEAD = {
  ...SELF,
  number: HIDDEN,
  birth: "1980/01/01",
  municipality: `北海道${CITY}`,
  householder: TITLE,
  householder_relation: WORD,
  has_spouse: "有",
};
const SPOUSE = { ...NAMED, birth: "1981/01/01", address: HOME_TEXT, income: "0" };
const ADULT = {
  ...NAMED,
  birth: "1990/01/01",
  relation: WORD,
  address: HOME_TEXT,
  income: "0",
  change: `2026/02/03 ${TITLE}`,
};
const CHILD = { ...NAMED, birth: "2015/01/01", relation: WORD, address: HOME_TEXT, income: "0" };
const SHARED = {
  name: NAME,
  relation: WORD,
  birth: "1950/01/01",
  address: HOME_TEXT,
  earner_name: TITLE,
  earner_relation: WORD,
  earner_address: LINE,
};
const CONTRACT = {
  company: TITLE,
  type: TITLE,
  period: TITLE,
  holder: NAME,
  beneficiary: NAME,
  relation: WORD,
};

const many = <T>(count: number, of: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i + 1));
const rows = (part: string, count: number, boxes: Record<string, string>): Expected =>
  Object.fromEntries(many(count, (n) => [`${part}.${n}`, boxes]));
const everybody = named(SURNAME, FIRST, KANA, KANA);
const changed = { qualifiedOn: "2026-02-03", qualifiedReason: TITLE };

/** Names, addresses and words of every length that a declaration holds, and more rows than any paper has. */
export const LONG: HandPerson = {
  name: "long",
  collected: collectedFrom({
    ...everybody,
    birthOn: "1980-01-01",
    both: { home: HOME, registered: HOME },
    income: wages(9_999_999_999),
    incomeNext: estimate(0),
    spouse: kin("spouse", WORD, everybody, "1981-01-01"),
    people: [
      ...many(10, (n) => kin(`adult${n}`, WORD, everybody, "1990-01-01", changed)),
      ...many(5, (n) => kin(`child${n}`, WORD, everybody, "2015-01-01")),
    ],
    shared: many(5, (n) => ({
      id: `shared${n}`,
      relation: { name: WORD, preset: null, isChild: false },
      ...everybody,
      birthOn: "1950-01-01",
      gender: null,
      living: "apart",
      address: AT,
      disability: null,
      income: 0,
      earner: { name: TITLE, relation: WORD, address: LINE },
    })),
    contracts: [
      ...many(
        20,
        (n) => contract(`life${n}`, "life", { ...CONTRACT, generation: "new", amount: 9_999_999_999 }),
      ),
      ...many(
        10,
        (n) =>
          contract(`quake${n}`, "earthquake", { ...CONTRACT, quake: "earthquake", amount: 9_999_999_999 }),
      ),
      ...many(20, (n) =>
        contract(`social${n}`, "social", {
          type: TITLE,
          company: TITLE,
          holder: NAME,
          relation: WORD,
          social: n <= 10 ? "national_pension" : "health_and_care",
          amount: 9_999_999_999,
        })),
    ],
    mutualAid: { small_business: 9_999_999_999, individual: 9_999_999_999, disabled: 9_999_999_999 },
    corporate: 9_999_999_999,
    loan: loan({
      form: "new",
      movedInOn: "2020-08-15",
      acquisition: "none",
      application: "home",
      housePrice: 9_999_999_999,
      houseOwnUse: 100,
      landPrice: 9_999_999_999,
      landOwnUse: 100,
      jointDebtor: { name: TITLE, address: LINE, company: TITLE, companyAddress: LINE },
      lenders: [{ name: TITLE, purpose: 3, balance: 9_999_999_999, ownPart: 9_999_999_999 }],
    }),
  }),
  forms: [
    {
      year: 2026,
      document: "this_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        ...rows("B", 10, ADULT),
        ...rows("D", 5, SHARED),
        ...rows("E", 5, CHILD),
      },
    },
    {
      year: 2026,
      document: "next_year_dependants",
      title: DEPENDANTS("令和9年"),
      boxes: {
        head: DEPENDANTS_HEAD,
        // Nothing is earned next year: the spouse is a 源泉控除対象配偶者.
        A: SPOUSE,
        ...rows("B", 10, ADULT),
        ...rows("D", 5, SHARED),
        ...rows("E", 5, CHILD),
      },
    },
    {
      year: 2026,
      document: "basic_spouse_adjustment",
      title: BASIC("令和8年"),
      boxes: {
        head: SELF,
        basic: {
          salary: "9,999,999,999",
          salary_income: "9,998,049,999",
          other_income: "0",
          total_income: "9,998,049,999",
          band: "2,500万円超",
          deduction: "0",
        },
      },
    },
    {
      year: 2026,
      document: "insurance",
      title: INSURANCE("令和8年"),
      boxes: {
        head: SELF,
        ...rows("life", 20, { ...CONTRACT, division: "新", amount: "9,999,999,999" }),
        life: {
          new_sum: "199,999,999,980",
          by_new: "40,000",
          both: "40,000",
          deduction: "40,000",
        },
        life_total: { deduction: "40,000" },
        ...rows("earthquake", 10, { ...CONTRACT, division: "地震", amount: "9,999,999,999" }),
        earthquake: { quake_sum: "99,999,999,990", by_quake: "50,000", deduction: "50,000" },
        ...rows("social", 20, {
          type: TITLE,
          company: TITLE,
          holder: NAME,
          relation: WORD,
          amount: "9,999,999,999",
        }),
        social: { deduction: "199,999,999,980" },
        mutual_aid: {
          small_business: "9,999,999,999",
          corporate: "9,999,999,999",
          individual: "9,999,999,999",
          disabled: "9,999,999,999",
          deduction: "39,999,999,996",
        },
      },
    },
    {
      year: 2026,
      document: "housing_loan",
      title:
        "給与所得者の（特定増改築等）住宅借入金等特別控除申告書 兼 （特定増改築等）住宅借入金等特別控除計算明細書",
      boxes: {
        head: { ...SELF, total_income: "9,998,049,999" },
        certificate: {
          i: "2020/08/15",
          ro: "9,999,999,999",
          ha: "100",
          ho: "9,999,999,999",
          he: "100",
          acquisition: "対象外",
          application: "住",
        },
        "columns.3": {
          owed: "9,999,999,999",
          balance: "9,999,999,999",
          price: "19,999,999,998",
          lesser: "9,999,999,999",
          share: "100",
          counted: "9,999,999,999",
        },
        // 対象外 of 特定取得: up to 20,000,000. Above 30,000,000 of income there is no credit.
        columns: { cap: "20,000,000", basis: "20,000,000", rate: "1", credit: "0" },
        remarks: {
          debtor_name: TITLE,
          debtor_address: LINE,
          debtor_company: TITLE,
          debtor_company_address: LINE,
        },
      },
    },
  ],
};
