import assert from "node:assert/strict";
import { disabilityDeduction } from "./disability.ts";
import { type SingleFacts, singleKind, singleParentDeduction, widowDeduction } from "./single_parent.ts";
import { singleParentChildCounts } from "./single_parent.ts";
import { assertTable } from "./test_tools.ts";
import { isWorkingStudentIncome, workingStudentDeduction } from "./working_student.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

Deno.test("障害者控除", () => {
  for (const year of TAX_YEARS) {
    assertTable(year, disabilityDeduction, [
      ["ordinary", 270_000],
      ["special", 400_000],
      ["special_living_together", 750_000],
    ]);
  }
});

Deno.test("寡婦控除 and ひとり親控除 end above 5,000,000; ひとり親 has 380,000 from 令和9 on", () => {
  for (const year of TAX_YEARS) {
    assertTable(year, widowDeduction, [[5_000_000, 270_000], [5_000_001, 0]]);
    assertTable(year, singleParentDeduction, [[5_000_000, year < 2027 ? 350_000 : 380_000], [5_000_001, 0]]);
  }
});

Deno.test("the child of a ひとり親 has no more than the 扶養親族 limit", () => {
  assertTable(2021, singleParentChildCounts, [[480_000, true], [480_001, false]]);
  assertTable(2025, singleParentChildCounts, [[580_000, true], [580_001, false]]);
  assertTable(2026, singleParentChildCounts, [[620_000, true], [620_001, false]]);
});

const MOTHER: SingleFacts = {
  ownTotalIncome: 5_000_000,
  past: "divorced",
  gender: "female",
  deFactoSpouse: false,
  childIncomes: [700_000, 0],
  hasDependant: true,
};

Deno.test("ひとり親 whatever the sex and the past, before 寡婦", () => {
  const kind = (facts: Partial<SingleFacts>) => singleKind(taxYear(2026), { ...MOTHER, ...facts });
  assert.equal(kind({}), "single_parent");
  assert.equal(kind({ gender: "male" }), "single_parent");
  assert.equal(kind({ past: "never_married", hasDependant: false }), "single_parent");
  assert.equal(kind({ ownTotalIncome: 5_000_001 }), null);
  assert.equal(kind({ deFactoSpouse: true }), null);
});

Deno.test("寡婦: a woman without such a child, divorced with a 扶養親族, or bereaved", () => {
  const kind = (facts: Partial<SingleFacts>) =>
    singleKind(taxYear(2026), { ...MOTHER, childIncomes: [700_000], ...facts });
  assert.equal(kind({}), "widow");
  assert.equal(kind({ hasDependant: false }), null);
  assert.equal(kind({ hasDependant: false, past: "bereaved" }), "widow");
  assert.equal(kind({ past: "never_married" }), null);
  assert.equal(kind({ gender: "male", past: "bereaved" }), null);
  assert.equal(kind({ ownTotalIncome: 5_000_001 }), null);
  assert.equal(kind({ deFactoSpouse: true }), null);
});

Deno.test("勤労学生控除 by total income and what does not come from work", () => {
  const limits = [[2021, 750_000], [2022, 750_000], [2023, 750_000], [2025, 850_000], [2026, 890_000], [
    2027,
    890_000,
  ]];
  for (const [year, limit] of limits as [number, number][]) {
    assertTable(year, (tax, [total, other]: [number, number]) => workingStudentDeduction(tax, total, other), [
      [[limit, 0], 270_000],
      [[limit + 1, 0], 0],
      [[limit, 100_000], 270_000],
      [[limit, 100_001], 0],
    ]);
    assert.ok(isWorkingStudentIncome(taxYear(year), limit));
  }
});
