import {
  added,
  at,
  child,
  earning,
  type HandPerson,
  home,
  inYear,
  member,
  named,
  review,
  salary,
  total,
  wife,
} from "./shapes.ts";
import { SUMA } from "./suma.ts";

/** Spouse 無・源泉控除対象 → いる, who died this year; 9,000,000 to 9,500,000 yen after 所得金額調整控除 for a daughter. */
const TAKAI: HandPerson = {
  code: "2",
  group: "本社",
  self: { ...named("高井", "一"), gender: "male", birthOn: "1950-12-31" },
  profile: { hasSpouse: false },
  family: [
    wife({
      ...named("高井", "幸"),
      birthOn: "1950-05-05",
      socialSupport: "unknown",
      taxSupport: "supported",
      taxIncome: 500_000,
    }),
    child("d", {
      ...named("高井", "光"),
      birthOn: "2010-12-31",
      gender: "female",
      socialSupport: "supported",
      taxSupport: "supported",
      taxIncome: 0,
    }),
  ],
  request: {
    status: "confirmed",
    answeredOnce: true,
    documents: {
      this_year_dependants: review("checked", "2026-10-05T16:05", { checkedAt: at("2026-10-09T08:00") }),
      basic_spouse_adjustment: review("checked", "2026-10-05T16:05", { checkedAt: at("2026-10-09T08:00") }),
    },
  },
  declared: (one) => ({
    ...one,
    spouse: { thisYear: true, nextYear: false, person: { ...one.spouse.person!, diedOn: "2026-05-05" } },
    income: {
      ...earning(one, salary(11_500_000), total(0)),
      adjustment: { ground: "dependant_under_23", person: "source:d" },
    },
  }),
};

/**
 * Spouse 有・源泉控除対象 → いる・しない; more than 10,000,000 yen; a child whose 扶養状況 is unknown, one who earns, and a
 * mother who was added.
 */
const INOUE: HandPerson = {
  code: "3",
  group: "本社",
  self: { ...named("井上", "京"), birthOn: "1970-03-03" },
  profile: { hasSpouse: true },
  family: [
    member("h", {
      ...named("井上", "大"),
      code: "33",
      relation: { name: "夫", preset: "husband", isChild: false },
      isSpouse: true,
      birthOn: "1969-09-09",
      gender: "male",
      socialSupport: "supported",
      taxSupport: "supported",
      taxIncome: 0,
    }),
    child("u", { ...named("井上", "翼"), birthOn: "2015-05-05", gender: "male", taxSupport: "unknown" }),
    child("e", {
      ...named("井上", "歩"),
      birthOn: "2004-04-01",
      gender: "female",
      socialSupport: "unsupported",
      taxSupport: "supported",
      taxIncome: 0,
    }),
  ],
  request: {
    status: "confirmed",
    answeredOnce: true,
    documents: {
      this_year_dependants: review("waiting", "2026-10-05T16:05"),
    },
  },
  declared(one) {
    const husband = one.spouse.person!;
    const [unknown, earner] = one.family.people;
    return {
      ...one,
      spouse: {
        ...one.spouse,
        person: inYear(inYear(husband, "thisYear", { support: false }), "nextYear", { support: false }),
      },
      family: {
        ...one.family,
        people: [
          unknown!,
          inYear(earner!, "thisYear", { income: total(1_000_000) }),
          added("m", {
            ...named("井上", "静"),
            relation: { name: "母", preset: "mother", isChild: false },
            birthOn: "1960-06-06",
            gender: "female",
            year: {
              support: true,
              income: total(0),
              living: "apart",
              address: home("060-0001", "", "札幌市", ""),
            },
          }),
        ],
      },
      income: earning(one, salary(13_000_000), total(11_000_000)),
    };
  },
};

const FIFTEEN = Array.from({ length: 15 }, (_, i) => i + 1);

/** Spouse 有・登録なし → いない; 15 relatives, the last not claimed this year; ひとり親 this year only. */
const TANI: HandPerson = {
  code: "4",
  group: "本社",
  self: { ...named("谷", "綾"), birthOn: "1975-04-01" },
  profile: { hasSpouse: true },
  family: FIFTEEN.map((n) =>
    child(`c${n}`, {
      firstName: `子${n}`,
      code: String(n),
      birthOn: n === 1 ? "1945-05-05" : n === 2 ? "2005-05-05" : "2015-05-05",
      taxSupport: "supported",
      taxIncome: 0,
    })
  ),
  request: {
    status: "answered",
    answeredOnce: true,
    exclusion: null,
    documents: {
      this_year_dependants: review("waiting", "2026-10-30T16:05"),
      next_year_dependants: review("waiting", "2026-10-30T16:05"),
      basic_spouse_adjustment: review("waiting", "2026-10-30T16:05"),
    },
  },
  declared: (one) => ({
    ...one,
    self: {
      ...one.self,
      thisYear: { ...one.self.thisYear, widow: "single_parent", widowReason: "divorce", commonLaw: false },
    },
    spouse: { thisYear: false, nextYear: false, person: null },
    family: {
      ...one.family,
      people: one.family.people.map((person, n) =>
        n === 14 ? inYear(person, "thisYear", { support: false }) : person
      ),
    },
    income: earning(one, salary(4_000_000), total(2_760_000)),
  }),
};

export const HEAD_OFFICE = [SUMA, TAKAI, INOUE, TANI];
