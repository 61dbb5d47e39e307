import assert from "node:assert/strict";
import { relative } from "../declaration/declaration_fixture.ts";
import { WIDOW_REASONS, WIDOW_TYPES } from "../profile.ts";
import { DISABILITY_KINDS } from "../declaration/disability.ts";
import { type FamilyMember, TAX_SUPPORTS } from "../family.ts";
import { EXCLUSIONS, newRequest, type Request, REQUEST_STATUSES, REVIEW_STATUSES } from "../request.ts";
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
import { recordsOf } from "./row_fixture.ts";
import described from "./testdata/differences.json" with { type: "json" };

const WIFE = relative("w", { relation: { name: "妻", preset: "wife", isChild: false }, isSpouse: true });
const HOME = { zip: "1", prefecture: "2", city: "3", street: "4", building: "5", kana: "6", country: "7" };
const YEARS = ["thisYear", "nextYear"] as const;

/** Somebody who differs in every list, with this 依頼. */
function withRequest(request: Partial<Request>): Row {
  return declared(
    { family: [WIFE, relative("a")] },
    both(
      ofSelf({ home: { address: HOME, head: "", relation: "" } }),
      ofSpouseThere((one) => inYear(one, { support: false })),
      ofEach((one) => inYear(one, { support: false })),
    ),
    { request: { ...newRequest("e1"), ...request } },
  );
}

const review = (status: typeof REVIEW_STATUSES[number]) => ({
  status,
  createdAt: 0,
  updatedAt: null,
  returnedAt: null,
  doubleWaitingAt: null,
  checkedAt: null,
  beforeReturn: null,
});

const requests: Row[] = [
  ...REQUEST_STATUSES.map((status) => withRequest({ status })),
  ...EXCLUSIONS.map((exclusion) => withRequest({ exclusion })),
  ...REVIEW_STATUSES.map((status) =>
    withRequest({
      documents: { this_year_dependants: review(status), basic_spouse_adjustment: review(status) },
    })
  ),
];

/** Of the employee: said in one of the years, and known to the master or not. */
const own: Row[] = [
  ...(["ordinary", "special"] as const).flatMap((kind) =>
    bothWays(
      { profile: { disability: kind } },
      (year) => ofSelf({ disability: { kind, certificate: "other", detail: "", issuedOn: null } }, year),
    )
  ),
  ...WIDOW_TYPES.flatMap((widow) => bothWays({ profile: { widow } }, (year) => ofSelf({ widow }, year))),
  ...WIDOW_REASONS.flatMap((widowReason) =>
    bothWays({ profile: { widowReason } }, (year) => ofSelf({ widowReason }, year))
  ),
  ...bothWays(
    { profile: { workingStudent: true } },
    (year) => ofSelf({ student: { school: "", enrolledOn: null, income: null, incomes: [] } }, year),
  ),
  declared({ profile: { hasSpouse: true } }, ofSpouse({ thisYear: false })),
  declared({}, ofSpouse({ thisYear: true })),
  declared({}, (one) => ({ ...one, self: { ...one.self, lastName: "須磨", birthOn: "1990-01-01" } })),
  declared({}, ofSelf({ registered: { address: HOME, head: "", relation: "" } })),
];

function bothWays(taken: Taken, says: (year: "thisYear" | "nextYear") => Declare): Row[] {
  const nothing = ofSelf({ disability: null, widow: null, widowReason: null, student: null });
  return [...YEARS.map((year) => declared({}, says(year))), declared(taken, nothing)];
}

const earning = (own: number, nextYear: number): Declare => (one) => ({
  ...one,
  income: {
    ...one.income,
    thisYear: { incomes: null, total: own },
    nextYear: { incomes: null, total: nextYear },
  },
});

/** Of the family: added, changed and removed, claimed or not. */
const family: Row[] = [
  ...DISABILITY_KINDS.flatMap((kind) => {
    const disability = { kind, certificate: "other" as const, detail: "", issuedOn: null };
    return [
      ...YEARS.map((year) => withRelative({}, (one) => inYear(one, { disability }, year))),
      declared({ family: [relative("a", { disability: kind })] }, ofFamily(() => [])),
    ];
  }),
  ...TAX_SUPPORTS.flatMap((taxSupport) => {
    const wife = {
      ...WIFE,
      taxSupport,
      taxIncome: taxSupport === "special_spousal_exemption" ? 1_200_000 : 0,
    };
    const turned = ofSpouseThere((one) =>
      inYear({ ...one, firstName: "梅" }, { support: !one.thisYear.support })
    );
    return [
      declared({ family: [wife] }, both(earning(5_000_000, 5_000_000), turned)),
      declared(
        { family: [wife] },
        both(earning(5_000_000, 9_000_001), ofSpouseThere((one) => ({ ...one, firstName: "梅" }))),
      ),
      declared({ family: [wife] }, both(earning(5_000_000, 5_000_000), ofSpouse({ nextYear: false }))),
      declared({ family: [wife] }, both(earning(9_000_001, 9_000_001), ofSpouse({ thisYear: false }))),
      declared({ family: [wife] }, both(earning(5_000_000, 5_000_000), ofSpouse({ thisYear: false }))),
      declared({ family: [relative("a", { taxSupport })] }, ofFamily(() => [])),
    ];
  }),
  declared(
    { family: [{ ...WIFE, taxIncome: 3_000_000 }] },
    ofSpouseThere((one) => ({ ...one, firstName: "梅" })),
  ),
  ...YEARS.flatMap((year) => [
    withRelative({}, (one) => inYear(one, { living: "apart" }, year)),
    withRelative({}, (one) => inYear(one, { support: false }, year)),
  ]),
  withRelative({}, (one) => ({ ...one, id: "new" })),
  withRelative({}, (one) => ({ ...one, diedOn: "2026-05-05" })),
  declared({}),
];

function withRelative(
  master: Partial<FamilyMember>,
  change: Parameters<typeof ofEach>[0],
): Row {
  return declared({ family: [relative("a", master)] }, ofEach(change));
}

/**
 * As we write it. The page prints one code in full width, surely a slip (reference/csv-columns.md 2.2); a running number
 * stands for every number.
 */
function written(value: string): string {
  return { "２": "2", "被扶養者n": "被扶養者1", "扶養親族1〜15": "扶養親族1" }[value] ?? value;
}

/** Values besides those of the page: reference/csv-columns.md §1 and 2.2. */
const MORE = ["収入対象外候補", "他の所得者が控除を受ける扶養親族"];

for (const [key, columns] of Object.entries(described)) {
  const records = [...requests, ...own, ...family].flatMap((row) => recordsOf(LISTS[key]!, row));

  for (const column of columns) {
    if (!("allowed" in column)) continue;
    const { header, allowed } = column;
    const expected = allowed!.map(written);
    Deno.test(`${key}, ${header}: each of ${allowed!.join("、")} occurs, and nothing else`, () => {
      const found = new Set(records.map((record) => record[header]!));
      assert.deepEqual(expected.filter((value) => !found.has(value)), []);
      const known = new Set(["", "-", ...MORE, ...expected]);
      assert.deepEqual([...found].filter((value) => !known.has(value)), []);
    });
  }
}

Deno.test("15 relatives have numbers from 1 to 15", () => {
  const row = declared(
    { family: Array.from({ length: 15 }, (_, n) => relative(String(n))) },
    ofEach((one) => inYear({ ...one, firstName: "次郎" }, { support: false }, "nextYear")),
  );
  const names = (key: string) => recordsOf(LISTS[key]!, row).map((record) => record["対象扶養親族"]);
  const numbers = Array.from({ length: 15 }, (_, n) => n + 1);
  assert.deepEqual(names("this_year_dependents_diff"), numbers.map((n) => `被扶養者${n}`));
  assert.deepEqual(names("this_next_year_dependents_diff"), numbers.map((n) => `扶養親族${n}`));
});
