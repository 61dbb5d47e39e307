import fc from "fast-check";
import assert from "node:assert/strict";
import { highestSalary, salaryDeduction, salaryIncome } from "./salary_income.ts";
import { anyYear, assertMonotone, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

/** The same in every year, below and at each boundary from 2,200,000 yen on. */
const SAME = [
  [2_203_999, 1_460_000],
  [2_204_000, 1_462_800],
  [3_599_999, 2_437_200],
  [3_600_000, 2_440_000],
  [3_603_999, 2_440_000],
  [3_604_000, 2_443_200],
  [6_599_999, 4_836_800],
  [6_600_000, 4_840_000],
  [6_600_001, 4_840_000],
  [6_777_778, 5_000_000],
  [7_654_321, 5_788_888],
  [8_499_999, 6_549_999],
  [8_500_000, 6_550_000],
  [10_950_000, 9_000_000],
  [11_450_000, 9_500_000],
  [11_950_000, 10_000_000],
  [20_000_000, 18_050_000],
] as const;

Deno.test("令和3 to 5: every row of 別表第五, on both sides", () => {
  for (const year of [2021, 2022, 2023]) {
    assertTable(year, salaryIncome, [
      [0, 0],
      [550_999, 0],
      [551_000, 1_000],
      [1_618_999, 1_068_999],
      [1_619_000, 1_069_000],
      [1_619_999, 1_069_000],
      [1_620_000, 1_070_000],
      [1_621_999, 1_070_000],
      [1_622_000, 1_072_000],
      [1_623_999, 1_072_000],
      [1_624_000, 1_074_000],
      [1_627_999, 1_074_000],
      [1_628_000, 1_076_800],
      [1_631_999, 1_076_800],
      [1_632_000, 1_079_200],
      [1_799_999, 1_177_600],
      [1_800_000, 1_180_000],
      [1_803_999, 1_180_000],
      [1_804_000, 1_182_800],
      ...SAME,
    ]);
  }
});

Deno.test("令和7: 65万円 below 1,900,000, without steps there", () => {
  assertTable(2025, salaryIncome, [
    [650_999, 0],
    [651_000, 1_000],
    [1_619_000, 969_000],
    [1_899_999, 1_249_999],
    [1_900_000, 1_250_000],
    [1_903_999, 1_250_000],
    [1_904_000, 1_252_800],
    ...SAME,
  ]);
});

Deno.test("令和8 and 9: 74万円 below 2,191,000, three short rows, then the steps", () => {
  for (const year of [2026, 2027]) {
    assertTable(year, salaryIncome, [
      [740_999, 0],
      [741_000, 1_000],
      [2_190_999, 1_450_999],
      [2_191_000, 1_451_000],
      [2_192_999, 1_451_000],
      [2_193_000, 1_453_000],
      [2_195_999, 1_453_000],
      [2_196_000, 1_456_000],
      [2_199_999, 1_456_000],
      [2_200_000, 1_460_000],
      ...SAME,
    ]);
  }
});

Deno.test("more salary is never less income, and never more than it by more than the steps", () => {
  assertMonotone(25_000_000, "rising", salaryIncome);
  fc.assert(fc.property(anyYear, yen(25_000_000), (tax, salary) => {
    const income = salaryIncome(tax, salary);
    assert.ok(Number.isSafeInteger(income) && income >= 0 && income <= salary);
    assert.equal(salaryDeduction(tax, salary), salary - income);
    assert.ok(salaryDeduction(tax, salary) <= 1_950_000);
  }));
});

Deno.test("the limits as people know them, in salary", () => {
  const known = (pick: (year: number) => number) => [2021, 2025, 2026].map(pick);
  const inSalary = (year: number, income: number) => highestSalary(taxYear(year), income);
  assert.deepEqual(known((year) => inSalary(year, taxYear(year).dependantLimit)), [
    1_030_000,
    1_230_000,
    1_360_000,
  ]);
  assert.deepEqual(known((year) => inSalary(year, 1_330_000)), [2_015_999, 2_015_999, 2_070_000]);
  assert.deepEqual(known((year) => inSalary(year, 950_000)), [1_500_000, 1_600_000, 1_690_000]);
  assert.deepEqual(known((year) => inSalary(year, taxYear(year).workingStudent.ownLimit)), [
    1_300_000,
    1_500_000,
    1_630_000,
  ]);
  assert.deepEqual([2025, 2026].map((year) => inSalary(year, 1_230_000)), [1_880_000, 1_970_000]);
  assert.deepEqual(
    [5_000_000, 9_000_000, 9_500_000, 10_000_000].map((income) => inSalary(2021, income)),
    [6_777_778, 10_950_000, 11_450_000, 11_950_000],
  );
});

Deno.test("highestSalary is the edge: a yen more is more income", () => {
  fc.assert(fc.property(fc.constantFrom(...TAX_YEARS), yen(20_000_000), (year, income) => {
    const salary = highestSalary(taxYear(year), income);
    assert.ok(salaryIncome(taxYear(year), salary) <= income);
    assert.ok(salaryIncome(taxYear(year), salary + 1) > income);
  }));
});
