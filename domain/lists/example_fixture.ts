import { figuresOf } from "../declaration/computed/figures.ts";
import type { Collected } from "../declaration/collected.ts";
import { MASTER } from "../declaration/declaration_fixture.ts";
import type { Disability } from "../declaration/disability.ts";
import { NO_INCOMES } from "../declaration/income.ts";
import { initialDeclaration } from "../declaration/initial.ts";
import type { Person, PersonYear, SharedPerson } from "../declaration/person.ts";
import type { SelfYear } from "../declaration/self.ts";
import { housingLoanSchema } from "../housing_loan.ts";
import { type Contract, contractSchema } from "../insurance.ts";
import { DOCUMENT_KINDS, newRequest, type Review } from "../request.ts";
import { numberedAs, type Row } from "./row.ts";

const ADDRESS = {
  zip: "143-0001",
  prefecture: "東京都",
  city: "港区六本木",
  street: "1-1",
  building: "六本木グランドタワー",
  kana: "トウキョウトミナトクロッポンギ",
  country: "",
};
const HOME = { address: ADDRESS, head: "須磨一郎", relation: "父" };
const OF_SPOUSE = { ...ADDRESS, street: "1-1-1", country: "81" };
const OF_CHILD = { ...ADDRESS, city: "港区", street: "六本木", country: "81" };

function disability(
  kind: Disability["kind"],
  certificate: "body_1" | "body_3",
  issuedOn: string,
): Disability {
  return { kind, certificate, detail: "", issuedOn };
}

const SELF_YEAR: SelfYear = {
  home: HOME,
  registered: HOME,
  disability: disability("special", "body_1", "2019-04-01"),
  widow: "single_parent",
  widowReason: "divorce",
  commonLaw: true,
  student: {
    school: "東京大学",
    enrolledOn: "2019-04-01",
    income: 800_000,
    incomes: ["salary", "business", "dividend", "property"],
  },
  secondarySalary: null,
  changedOn: null,
  changeReason: "",
};

function year(more: Partial<PersonYear>): PersonYear {
  return {
    living: "together",
    address: null,
    abroad: null,
    disability: null,
    support: true,
    income: { incomes: null, total: 0 },
    qualifiedOn: "2020-04-01",
    qualifiedReason: "婚姻",
    ...more,
  };
}

const SPOUSE_YEAR = year({ address: OF_SPOUSE, disability: disability("ordinary", "body_3", "2020-04-01") });
const CHILD_YEAR = year({ address: OF_CHILD, disability: disability("ordinary", "body_3", "2019-04-01") });
const NOBODY_ELSE = { ascendant: null, diedOn: null };

const SPOUSE: Person = {
  id: "spouse",
  code: "1111111",
  relation: { name: "妻", preset: "wife", isChild: false },
  lastName: "須磨",
  firstName: "佳子",
  lastNameKana: "スマ",
  firstNameKana: "ヨシコ",
  birthOn: "1990-01-01",
  gender: "female",
  ...NOBODY_ELSE,
  // 給与収入 840,000 − 740,000 (令和8年) = 100,000.
  thisYear: {
    ...SPOUSE_YEAR,
    income: {
      incomes: { ...NO_INCOMES, salary: 840_000, business: { revenue: 700_000, cost: 200_000 } },
      total: null,
    },
  },
  nextYear: { ...SPOUSE_YEAR, qualifiedOn: "2020-06-01" },
};

/** 長男, who is 21 at the end of 2026. */
export const CHILD: Person = {
  id: "child",
  code: "1111111",
  relation: { name: "長男", preset: "first_son", isChild: true },
  lastName: "須磨",
  firstName: "三郎",
  lastNameKana: "スマ",
  firstNameKana: "サブロウ",
  birthOn: "2005-03-03",
  gender: "male",
  ...NOBODY_ELSE,
  thisYear: CHILD_YEAR,
  nextYear: CHILD_YEAR,
};

const SHARED: SharedPerson = {
  id: "shared",
  relation: { name: "長男", preset: "first_son", isChild: true },
  lastName: "須磨",
  firstName: "三郎",
  lastNameKana: "スマ",
  firstNameKana: "サブロウ",
  birthOn: "2000-01-01",
  gender: "male",
  living: "together",
  address: OF_CHILD,
  disability: disability("special", "body_1", "2019-04-01"),
  income: 0,
  earner: { name: "須磨佳子", relation: "妻", address: "" },
};

/** A contract with what the files show; `more` changes it. */
export function contract(id: string, kind: Contract["kind"], more: Partial<Contract> = {}): Contract {
  return contractSchema.parse({
    id,
    kind,
    source: "group",
    company: "スマート生命",
    type: "エバーライフ",
    period: "1年",
    holder: "須磨太郎",
    beneficiary: "須磨佳子",
    relation: "妻",
    generation: kind === "life" || kind === "pension" ? "new" : null,
    quake: null,
    social: null,
    paymentStartsOn: null,
    amount: 100_000,
    policyNumber: "",
    editable: true,
    ...more,
  });
}

const INSURER = { company: "スマート損保", type: "スマート地震", beneficiary: "須磨太郎", relation: "本人" };
const PREMIUM = { source: "self", type: "", period: "", beneficiary: "", relation: "本人" } as const;
const CONTRACTS = [
  contract("1", "life", { period: "終身", amount: 300_000 }),
  contract("2", "care", { amount: 50_000 }),
  contract("3", "pension", { paymentStartsOn: "2020-03-01" }),
  contract("4", "earthquake", { ...INSURER, quake: "earthquake", amount: 80_000 }),
  contract("5", "social", { ...PREMIUM, company: "日本年金機構", social: "national_pension" }),
  contract("6", "social", { ...PREMIUM, company: "港区", social: "health_and_care" }),
];

const CONTRIBUTION = { amount: 100_000, electronic: false };
const NOTHING = { revenue: 0, cost: 0 };

function exampleCollected(): Collected {
  const initial = initialDeclaration({ self: MASTER, family: [] });
  return {
    declaration: {
      ...initial,
      self: {
        ...initial.self,
        lastName: "須磨",
        firstName: "太郎",
        lastNameKana: "スマ",
        firstNameKana: "タロウ",
        birthOn: "1990-01-01",
        gender: "male",
        thisYear: SELF_YEAR,
        nextYear: { ...SELF_YEAR, widowReason: "bereavement" },
      },
      spouse: { thisYear: true, nextYear: true, person: SPOUSE },
      family: { people: [CHILD], shared: [SHARED] },
      income: {
        thisYear: {
          incomes: {
            salary: 10_950_000,
            salaryElsewhere: 0,
            misc: NOTHING,
            business: NOTHING,
            dividend: NOTHING,
            property: NOTHING,
            retirement: NOTHING,
            other: { ...NOTHING, special: 0 },
          },
          total: null,
        },
        nextYear: { incomes: null, total: 5_000_000 },
        adjustment: { ground: "self_special_disability", person: null },
      },
      previousJob: { ...initial.previousJob, jobs: [JOB] },
      insurance: {
        claims: true,
        under23: null,
        under23Person: null,
        mutualAid: { small_business: CONTRIBUTION, individual: CONTRIBUTION, disabled: CONTRIBUTION },
      },
      housingLoan: { claim: "yes", electronic: false },
      pictures: (["this", "next"] as const).map((year) => ({
        id: year,
        kind: "disability",
        subject: "self",
        year,
        name: "手帳.jpg",
        type: "image/jpeg",
        size: 1,
        at: 0,
      })),
    },
    insurance: { v: 1, contracts: CONTRACTS, dc: { amount: 100_000, editable: true }, registered: [] },
    housingLoan: LOAN,
  };
}

const JOB = {
  id: "job",
  slip: "at_hand" as const,
  lastPaidOn: "2020-06-15",
  leftOn: "2020-05-31",
  paid: 2_000_000,
  withheld: 700_000,
  socialInsurance: 300_000,
  mutualAid: 30_000,
  zip: "143-0001",
  address: "東京都港区六本木",
  name: "株式会社スマート",
  phone: "03-3333-3333",
};

const LOAN = housingLoanSchema.parse({
  v: 1,
  form: "old",
  movedInOn: "2017-04-01",
  acquisition: "specified",
  application: "home",
  houseArea: 80,
  landArea: 80,
  houseOwnArea: 80,
  landOwnArea: 80,
  houseOwnUse: null,
  landOwnUse: null,
  refinanced: false,
  jointDebtor: null,
  lenders: [{ name: "スマート銀行", purpose: 3, balance: 25_555_555, ownPart: 14_444_444 }],
  housePrice: 25_000_000,
  landPrice: 20_000_000,
  renovationCost: 1_000_000,
  renovationOwnCost: 1_000_000,
  specialRenovationCost: 1_000_000,
  firstYearDeduction: 300_000,
});

const WAITING: Review = {
  status: "waiting",
  createdAt: 0,
  updatedAt: null,
  returnedAt: null,
  doubleWaitingAt: null,
  checkedAt: null,
  beforeReturn: null,
};

/** What `changedRow` may replace. */
export type Change = Partial<Pick<Row, "group" | "employee" | "request" | "numbered" | "baseline">> & {
  collected?: (example: Collected) => Collected;
};

/**
 * For tests: the employee of the examples of reference/csv-columns.json, as far as one person can be all that: where
 * examples rule each other out, the rarer one is left to a test of its own. `change` edits them.
 */
export function exampleRow({ collected: edit = (one) => one, ...change }: Change = {}): Row {
  const collected = edit(exampleCollected());
  const { profile: _, ...master } = MASTER;
  const employee = { ...master, v: 1 as const, id: "e1", code: "1", groupId: "g1", syncedAt: 0 };
  return {
    ...collected,
    company: "株式会社スマート",
    group: "依頼グループ1",
    employee,
    request: {
      ...newRequest("e1"),
      exclusion: "withholding_candidate",
      documents: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, WAITING])),
    },
    baseline: { self: MASTER, family: [], takenAt: null },
    figures: figuresOf(2026, collected),
    numbered: new Set([null, SPOUSE, CHILD].map(numberedAs)),
    ...change,
  };
}
