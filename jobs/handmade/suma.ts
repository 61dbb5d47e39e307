import type { Declaration } from "../../domain/declaration/declaration.ts";
import {
  at,
  child,
  contract,
  disability,
  earning,
  type HandPerson,
  home,
  inYear,
  member,
  named,
  picture,
  review,
  salary,
  total,
  wife,
} from "./shapes.ts";

const TOWER = {
  zip: "143-0001",
  prefecture: "東京都",
  city: "港区六本木",
  street: "１−１−１",
  building: "六本木スマートタワー",
  kana: "トウキョウトミナトクロッポンギ",
  country: "",
};
const MOVED = { ...TOWER, street: "２−２", building: "" };

/**
 * Spouse 有・源泉控除対象 → いる・両年, under another name; moved within the town; a father who died; a son who moves away
 * next year.
 */
export const SUMA: HandPerson = {
  code: "1",
  group: "本社",
  self: { ...named("須磨", "太郎", "スマ", "タロウ"), birthOn: "1985-01-02", gender: "male", address: TOWER },
  profile: {
    addressHead: "須磨一郎",
    addressRelation: "実父",
    registeredAddress: { ...home("060-0001", "北海道", "札幌市", "1-2"), kana: "ホッカイドウ" },
    registeredHead: "須磨太郎",
    registeredRelation: "本人",
    hasSpouse: true,
  },
  family: [
    wife({
      ...named("須磨", "佳子", "スマ", "ヨシコ"),
      code: "1111",
      birthOn: "1986-05-06",
      socialSupport: "supported",
      taxSupport: "supported",
      taxIncome: 0,
    }),
    child("s", {
      ...named("須磨", "一郎", "スマ", "イチロウ"),
      code: "1112",
      relation: { name: "長男", preset: "first_son", isChild: true },
      birthOn: "2008-07-08",
      gender: "male",
      socialSupport: "supported",
      taxSupport: "supported",
      taxIncome: 0,
    }),
    member("f", {
      ...named("須磨", "正", "スマ", "タダシ"),
      relation: { name: "父", preset: "father", isChild: false },
      birthOn: "1950-01-01",
      gender: "male",
      disability: "special_living_together",
      socialSupport: "unsupported",
      taxSupport: "supported",
      taxIncome: 0,
    }),
  ],
  request: {
    status: "confirmed",
    answeredOnce: true,
    documents: {
      this_year_dependants: review("checked", "2026-10-05T16:05", {
        returnedAt: at("2026-10-06T09:00"),
        updatedAt: at("2026-10-07T10:10"),
        doubleWaitingAt: at("2026-10-08T11:11"),
        checkedAt: at("2026-10-09T23:59"),
      }),
      next_year_dependants: review("waiting", "2026-10-05T16:05"),
      basic_spouse_adjustment: review("double_waiting", "2026-10-05T16:06", {
        doubleWaitingAt: at("2026-10-10T00:00"),
      }),
      insurance: review("returned", "2026-10-05T16:07", { returnedAt: at("2026-10-11T12:00") }),
    },
    returnedAt: at("2026-10-11T12:00"),
    memos: [
      { text: "最初のメモ", at: at("2026-10-01T09:00"), by: "総務" },
      { text: "海外出張中のため、イレギュラー対応", at: at("2026-10-01T15:30:48"), by: "総務" },
    ],
  },
  declared: sumaDeclares,
  insurance: {
    contracts: [
      contract("1", "care", {
        company: "スマート生命",
        type: "医療",
        period: "終身",
        holder: "須磨太郎",
        beneficiary: "須磨桂子",
        relation: "妻",
        amount: 50_000,
      }),
      contract("2", "pension", {
        company: "スマート生命",
        type: "年金",
        period: "10年",
        holder: "須磨太郎",
        beneficiary: "須磨太郎",
        relation: "本人",
        generation: "new",
        paymentStartsOn: "2030-03-01",
        amount: 100_000,
        electronic: true,
      }),
      contract("3", "social", {
        company: "港区",
        holder: "須磨太郎",
        relation: "本人",
        social: "health_and_care",
        amount: 120_000,
      }),
    ],
  },
  numbered: ["", "須磨 桂子"],
};

function sumaDeclares(one: Declaration): Declaration {
  const [son, father] = one.family.people;
  const spouse = one.spouse.person!;
  const proof = disability("special_living_together", "body_1", "2019-04-01");
  const incomes = {
    ...salary(5_000_000).incomes!,
    misc: { revenue: 100_000, cost: 20_000 },
  };
  return {
    ...one,
    self: {
      ...one.self,
      thisYear: { ...one.self.thisYear, home: { ...one.self.thisYear.home, address: MOVED } },
      nextYear: {
        ...one.self.nextYear,
        home: { address: MOVED, head: "須磨太郎", relation: "本人" },
        disability: disability("ordinary", "body_3", "2026-11-01"),
      },
    },
    spouse: {
      ...one.spouse,
      person: {
        ...spouse,
        firstName: "桂子",
        thisYear: {
          ...spouse.thisYear,
          income: salary(1_000_000),
          qualifiedOn: "2026-04-01",
          qualifiedReason: "婚姻",
        },
      },
    },
    family: {
      ...one.family,
      people: [
        inYear(son!, "nextYear", {
          living: "apart",
          address: home("530-0001", "大阪府", "大阪市", "3-3"),
        }),
        {
          ...father!,
          diedOn: "2026-06-30",
          thisYear: { ...father!.thisYear, disability: proof },
          nextYear: { ...father!.nextYear, disability: proof, support: false },
        },
      ],
    },
    income: earning(one, { incomes, total: null }, total(3_500_000)),
    insurance: { ...one.insurance, claims: true },
    housingLoan: { claim: "no", electronic: false },
    pictures: [picture("p1", "self", "next"), picture("p2", father!.id, "this")],
  };
}
