import {
  contract,
  earning,
  type HandPerson,
  inYear,
  job,
  loan,
  named,
  review,
  salary,
  total,
  wife,
} from "./shapes.ts";

const numbers = (many: number) => Array.from({ length: many }, (_, i) => i + 1);

/** Spouse 無・配偶者特別控除 → いる・しない; 20 contracts of 生命保険, 10 of 地震保険, 10 of 国民年金. */
const MORI: HandPerson = {
  code: "5",
  group: "本社",
  self: named("森", "緑"),
  profile: { hasSpouse: false },
  family: [
    wife({
      ...named("森", "葉"),
      birthOn: "1990-01-01",
      taxSupport: "special_spousal_exemption",
      taxIncome: 1_200_000,
    }),
  ],
  request: {
    status: "reanswered",
    answeredOnce: true,
    documents: {
      insurance: review("waiting", "2026-10-30T16:05"),
    },
  },
  declared: (one) => ({
    ...one,
    spouse: {
      ...one.spouse,
      person: inYear(inYear(one.spouse.person!, "thisYear", { support: false }), "nextYear", {
        support: false,
      }),
    },
    income: earning(one, salary(6_000_000), total(4_360_000)),
    housingLoan: { claim: "both_columns", electronic: false },
    insurance: {
      ...one.insurance,
      claims: true,
      mutualAid: {
        small_business: { amount: 12_000, electronic: false },
        individual: { amount: 276_000, electronic: false },
        disabled: { amount: null, electronic: false },
      },
    },
  }),
  insurance: {
    contracts: [
      ...numbers(20).map((n) =>
        contract(`l${n}`, "life", {
          company: `生命${n}`,
          source: n === 1 ? "group" : "self",
          generation: n === 20 ? "old" : "new",
          amount: n * 1_000,
        })
      ),
      ...numbers(10).map((n) =>
        contract(`q${n}`, "earthquake", {
          company: `損保${n}`,
          quake: n === 10 ? "old_long_term" : "earthquake",
          amount: 3_000,
        })
      ),
      ...numbers(10).map((n) =>
        contract(`p${n}`, "social", {
          company: `年金${n}`,
          social: "national_pension",
          relation: "本人",
          amount: 1_000,
        })
      ),
    ],
    dc: { amount: 55_000, editable: false },
  },
};

/** Spouse 有・源泉控除対象 → いない; two previous jobs, one 源泉徴収票 not to be had; a housing loan of the old form. */
const OKA: HandPerson = {
  code: "6",
  group: "本社",
  self: { ...named("岡", "翔"), gender: "male" },
  profile: { hasSpouse: true },
  family: [
    wife({ ...named("岡", "葵"), code: "61", birthOn: "1991-01-01", taxSupport: "supported", taxIncome: 0 }),
  ],
  request: {
    status: "correcting",
    exclusion: "withholding_candidate",
    answeredOnce: true,
    documents: {
      this_year_dependants: review("returned", "2026-10-05T16:05"),
      housing_loan: review("waiting", "2026-10-05T16:05"),
    },
    previousJob: review("double_waiting", "2026-10-05T16:05"),
  },
  declared: (one) => ({
    ...one,
    previousJob: {
      ...one.previousJob,
      jobs: [
        job("1", {
          slip: "at_hand",
          lastPaidOn: "2026-06-15",
          leftOn: "2026-05-31",
          paid: 2_000_000,
          withheld: 70_000,
          socialInsurance: 300_000,
          mutualAid: 30_000,
          zip: "143-0001",
          address: "東京都港区",
          name: "株式会社前職",
          phone: "03-3333-3333",
        }),
        job("2", { slip: "unavailable", leftOn: "2026-08-31", paid: 500_000, name: "店,二号" }),
      ],
    },
    spouse: { thisYear: false, nextYear: false, person: null },
    income: earning(one, salary(3_000_000), total(2_020_000)),
    housingLoan: { claim: "yes", electronic: false },
  }),
  housingLoan: loan({
    form: "old",
    movedInOn: "2017-04-01",
    acquisition: "specified",
    housePrice: 25_000_000,
    landPrice: 20_000_000,
    houseArea: 80,
    landArea: 100.5,
    houseOwnArea: 80,
    landOwnArea: 100.5,
    lenders: [{ name: "一号銀行", purpose: 3, balance: 20_000_000, ownPart: null }],
    firstYearDeduction: 300_000,
  }),
};

/** Spouse 無・不明 → いる・両年, of 配偶者特別控除; more than 9,000,000 yen this year; a housing loan of the new form, refinanced. */
const HAYASHI: HandPerson = {
  code: "7",
  group: "本社",
  self: { ...named("林", "蓮"), gender: "male" },
  profile: { hasSpouse: false },
  family: [wife({ ...named("林", "凛"), birthOn: "1992-02-02", taxSupport: "unknown" })],
  request: {
    status: "confirmed",
    answeredOnce: true,
    documents: {
      housing_loan: review("waiting", "2026-10-30T16:05"),
    },
  },
  declared: (one) => ({
    ...one,
    spouse: {
      ...one.spouse,
      person: inYear(
        inYear(one.spouse.person!, "thisYear", { support: true, income: total(900_000) }),
        "nextYear",
        { support: true, income: total(900_000) },
      ),
    },
    income: earning(one, total(9_500_000), salary(4_000_000)),
    housingLoan: { claim: "yes", electronic: false },
  }),
  housingLoan: loan({
    form: "new",
    movedInOn: "2019-10-01",
    acquisition: "special_specified",
    mark: "resident",
    housePrice: 30_000_000,
    landPrice: 10_000_000,
    houseOwnUse: 90,
    landOwnUse: 90,
    refinanced: true,
    refinancing: { before: 20_000_000, taken: 25_000_000, balance: 24_000_000 },
    lenders: [{ name: "二号銀行", purpose: 3, balance: 24_000_000, ownPart: null }],
  }),
};

/** Spouse 無・不明, about whom nobody declared anything. */
const HARA: HandPerson = {
  code: "8",
  group: "本社",
  self: { ...named("原", "樹"), gender: "male" },
  profile: { hasSpouse: false },
  family: [wife({ ...named("原", "楓"), taxSupport: "unknown" })],
  request: { status: "answering" },
};

export const DECLARERS = [MORI, OKA, HAYASHI, HARA];
