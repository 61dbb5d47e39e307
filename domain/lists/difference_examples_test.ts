import assert from "node:assert/strict";
import { relative } from "../declaration/declaration_fixture.ts";
import type { Person, PersonYear } from "../declaration/person.ts";
import type { SelfYear } from "../declaration/self.ts";
import { newPerson } from "../answering/pages/person.ts";
import { newRequest } from "../request.ts";
import {
  both,
  type Declare,
  declared,
  inYear,
  LISTS,
  ofEach,
  ofFamily,
  ofSelf,
  ofSpouse,
  ofSpouseThere,
  type Taken,
} from "./difference_fixture.ts";
import type { Row } from "./row.ts";
import { recordsOf, rowOf } from "./row_fixture.ts";
import described from "./testdata/differences.json" with { type: "json" };

const ADDRESS = {
  zip: "143-0001",
  prefecture: "東京都",
  city: "港区六本木",
  street: "１−１−１",
  building: "六本木スマートタワー",
  kana: "トウキョウトミナトクロッポンギ",
  country: "",
};
const ABROAD = { ...ADDRESS, country: "81" };

/** The employee of the examples, as the master has them. */
const MASTER: Taken = {
  self: {
    lastName: "須磨",
    firstName: "太郎",
    lastNameKana: "スマ",
    firstNameKana: "タロウ",
    birthOn: "1990-01-01",
    address: ADDRESS,
  },
  profile: {
    addressHead: "須磨一郎",
    addressRelation: "実父",
    registeredAddress: ADDRESS,
    registeredHead: "須磨一郎",
    registeredRelation: "実父",
    workingStudent: true,
    school: "スマート大学",
    enrolledOn: "2020-04-01",
    disability: "ordinary",
    widow: "widow",
    widowReason: "divorce",
    hasSpouse: true,
  },
};

const WAITING = {
  status: "waiting" as const,
  createdAt: 0,
  updatedAt: null,
  returnedAt: null,
  doubleWaitingAt: null,
  checkedAt: null,
  beforeReturn: null,
};

function example(taken: Taken, declare?: Declare): Row {
  const row = declared(taken, declare);
  return {
    ...row,
    employee: { ...row.employee, establishment: "本店", employmentType: "正社員" },
    baseline: { ...row.baseline, takenAt: Date.UTC(2021, 9, 5, 2, 35) },
    request: {
      ...newRequest("e1"),
      status: "confirmed",
      exclusion: "withholding_candidate",
      documents: { this_year_dependants: WAITING, basic_spouse_adjustment: WAITING },
    },
  };
}

const NOWHERE = { address: null, head: "", relation: "" };
const NOTHING: Partial<SelfYear> = {
  home: NOWHERE,
  registered: NOWHERE,
  disability: null,
  widow: null,
  widowReason: null,
  student: null,
};
const ANOTHER_NAME: Declare = (one) => ({
  ...one,
  self: {
    ...one.self,
    lastName: "甲",
    firstName: "乙",
    lastNameKana: "コウ",
    firstNameKana: "オツ",
    birthOn: null,
  },
});

const earns = (thisYear: number, nextYear: number): Declare => (one) => ({
  ...one,
  income: {
    ...one.income,
    thisYear: { incomes: null, total: thisYear },
    nextYear: { incomes: null, total: nextYear },
  },
});

const DISABLED = {
  kind: "ordinary" as const,
  certificate: "body_3" as const,
  detail: "",
  issuedOn: "2020-04-01",
};
const NO_INCOME = { incomes: null, total: 0 };
const FATHER: Person = inYear({
  ...newPerson("spouse"),
  code: "1111111",
  relation: { name: "実父", preset: "father", isChild: false },
  gender: "male",
  lastName: "須磨",
  firstName: "一郎",
  lastNameKana: "スマ",
  firstNameKana: "イチロウ",
  birthOn: "1955-02-01",
}, {
  living: "together",
  address: ADDRESS,
  disability: { ...DISABLED, kind: "special_living_together" },
  support: true,
  income: NO_INCOME,
});

const REMOVED = relative("f", {
  relation: { name: "実父", preset: "father", isChild: false },
  lastName: "須磨",
  firstName: "一郎",
  lastNameKana: "スマ",
  firstNameKana: "イチロウ",
  birthOn: "1955-03-03",
  address: ADDRESS,
  disability: "special_living_together",
});

const WIFE = relative("w", {
  code: "1111",
  relation: { name: "妻", preset: "wife", isChild: false },
  isSpouse: true,
  lastName: "須磨",
  firstName: "英子",
  lastNameKana: "スマ",
  firstNameKana: "エイコ",
});
const HERE: Partial<PersonYear> = {
  living: "together",
  address: ABROAD,
  disability: DISABLED,
  support: true,
  income: { incomes: null, total: 1_000_000 },
};
const THERE: Partial<PersonYear> = {
  living: "apart",
  address: null,
  disability: null,
  support: false,
  income: { incomes: null, total: 1_000_000 },
};

/** The wife as she is in the one year, and is not in the other. */
function wife(
  year: "thisYear" | "nextYear",
  other: "thisYear" | "nextYear",
  more: Partial<Person> = {},
): Row {
  return example(
    { ...MASTER, family: [WIFE] },
    both(
      earns(15_000_000, 5_000_000),
      ofSpouseThere((one) => ({ ...inYear(inYear(one, HERE, year), THERE, other), ...more })),
    ),
  );
}

/** A family that is claimed in all years but one. */
const notIn = (year: "thisYear" | "nextYear"): Row =>
  example(
    { family: [WIFE, relative("a")] },
    both(
      earns(5_000_000, 5_000_000),
      ofSpouseThere((one) => inYear(one, { support: false }, year)),
      ofEach((one) => inYear(one, { support: false }, year)),
    ),
  );

const student = { school: "スマート大学", enrolledOn: "2020-04-01", income: null, incomes: [] };
const lives = (relation: string): Partial<SelfYear> => ({
  home: { address: ABROAD, head: "須磨一郎", relation },
  registered: { address: ABROAD, head: "須磨一郎", relation: "実父" },
  disability: DISABLED,
  widow: "widow",
  widowReason: "divorce",
  student,
});

/**
 * By list: employees built out of the examples, since no one can be all of them at once (a removed relative has no
 * present name; where nothing differs there is no former one). The first has every example but those named, which are
 * what the rules make of them.
 */
const EMPLOYEES: Record<string, { rows: Row[]; otherwise: (header: string) => boolean }> = {
  this_year_self_diff: {
    rows: [
      example(MASTER),
      example(MASTER, both(ANOTHER_NAME, ofSelf(NOTHING), ofSpouse({ thisYear: false }))),
      example({ ...MASTER, family: [REMOVED] }, ofFamily(() => [])),
    ],
    otherwise: (header) => header.startsWith("変更前_") || /^★.*有無$/.test(header),
  },
  this_year_dependents_diff: {
    rows: [
      example(MASTER, both(earns(6_777_778, 0), ofSpouse({ thisYear: true, person: FATHER }))),
      example({ ...MASTER, family: [REMOVED] }, ofFamily(() => [])),
      example(MASTER, ofFamily(() => [FATHER])),
    ],
    otherwise: (header) => header.startsWith("変更前_") || header === "被扶養者 税法上の被扶養者",
  },
  this_next_year_self_diff: {
    rows: [
      example(MASTER, both(ofSelf(NOTHING), ofSelf(lives("父"), "nextYear"))),
      example(MASTER, both(ofSelf(lives("実父")), ofSelf(NOTHING, "nextYear"))),
    ],
    otherwise: (header) => header.startsWith("今年_"),
  },
  this_next_year_dependents_diff: {
    rows: [
      wife("nextYear", "thisYear"),
      wife("thisYear", "nextYear"),
      notIn("nextYear"),
      notIn("thisYear"),
      wife("thisYear", "nextYear", { diedOn: "2026-05-05" }),
    ],
    otherwise: (header) =>
      header.startsWith("今年_") ||
      ["来年_被扶養者 税法上の被扶養者", "来年_配偶者 源泉控除対象", "【参考】被扶養者 今年 死亡"].includes(
        header,
      ),
  },
};

for (const [key, columns] of Object.entries(described)) {
  const { rows, otherwise } = EMPLOYEES[key]!;
  const records = rows.flatMap((row) => recordsOf(LISTS[key]!, row));

  Deno.test(`${key}: an employee built out of the examples has the example row`, () => {
    const expected = columns.filter(({ header }) => !otherwise(header));
    assert.deepEqual(
      expected.map(({ header }) => [header, records[0]![header]]),
      expected.map(({ header, example }) => [header, example]),
    );
  });

  Deno.test(`${key}: every other example is the cell of an employee who has it`, () => {
    for (const { header, example } of columns) {
      assert(records.some((record) => record[header] === example), `${header}: ${example}`);
    }
  });
}

Deno.test("somebody of whom nothing is known has a row of blanks", () => {
  const { declaration, insurance, housingLoan, baseline } = declared({ self: { birthOn: null } });
  const [record] = recordsOf(
    LISTS.this_year_self_diff!,
    rowOf({ declaration, insurance, housingLoan }, { baseline }),
  );
  assert.deepEqual(
    [
      record!["対象外理由"],
      record!["書類ステータス（今年のマルフ）"],
      record!["所属事業所"],
      record!["生年月日"],
    ],
    ["", "", "", ""],
  );
});
