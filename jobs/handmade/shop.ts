import { added, disability, earning, type HandPerson, home, named, salary, total } from "./shapes.ts";

/** Spouse 有・登録なし, nothing declared; lives abroad and has left. */
const MINAMI: HandPerson = {
  code: "9",
  group: "店舗",
  self: {
    ...named("南", "=1+1"),
    status: "retired",
    address: { ...home("10001", "", "New York", "5th Avenue"), country: "USA" },
  },
  profile: { hasSpouse: true },
  request: { status: "not_requested" },
};

/** Spouse 無・登録なし → いる・両年: added, and abroad; a 勤労学生 and 特別障害者 with somebody whom another supports. */
const KITA: HandPerson = {
  code: "10",
  group: "店舗",
  self: { ...named("北", "陸"), gender: "male", birthOn: "2005-01-01" },
  profile: { hasSpouse: false },
  request: { status: "expired", beforeExpiry: "answering" },
  declared: (one) => {
    const year = {
      ...one.self.thisYear,
      disability: disability("special", "mental_1", "2020-02-02"),
      student: {
        school: "見本大学",
        enrolledOn: "2024-04-01",
        income: 1_260_000,
        incomes: ["salary" as const],
      },
    };
    return {
      ...one,
      self: { ...one.self, thisYear: year, nextYear: { ...year, student: null } },
      spouse: {
        thisYear: true,
        nextYear: true,
        person: added("w", {
          ...named("北", "MARIA"),
          relation: { name: "妻", preset: "wife", isChild: false },
          birthOn: "2004-04-04",
          gender: "female",
          year: {
            support: true,
            income: total(0),
            living: "abroad",
            address: { ...home("", "", "Manila", ""), country: "PHL" },
            abroad: { student: false, remittance: 300_000, relativePapers: true, remittancePapers: false },
          },
        }),
      },
      family: {
        ...one.family,
        shared: [{
          id: "x",
          ...named("北", "空"),
          relation: { name: "妹", preset: null, isChild: false },
          birthOn: "2010-10-10",
          gender: "female",
          living: "together",
          address: null,
          disability: disability("special_living_together", "nursing_a", "2015-05-05"),
          income: 0,
          earner: { name: "北海", relation: "父", address: "" },
        }],
      },
      income: earning(one, salary(2_000_000), total(1_260_000)),
    };
  },
};

/** Spouse 無・登録なし → いる・しない. */
const HIGASHI: HandPerson = {
  code: "11",
  group: "店舗",
  self: { ...named("東", "海"), status: "absent", establishment: null, employmentType: null },
  profile: { hasSpouse: false },
  request: { status: "requested" },
  declared: (one) => ({ ...one, spouse: { thisYear: true, nextYear: true, person: null } }),
};

/** Spouse 無・登録なし, nothing declared: on paper. */
const NISHI: HandPerson = {
  code: "12",
  group: "店舗",
  self: { ...named("西", "光"), department: null },
  profile: { hasSpouse: false },
  request: { status: "confirmed", exclusion: "paper" },
};

export const SHOP_PEOPLE = [MINAMI, KITA, HIGASHI, NISHI];
