import assert from "node:assert/strict";
import { adjustedSalaryIncome, incomeAdjustment } from "./income_adjustment.ts";
import { assertMonotone, assertTable } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

Deno.test("10 % of what lies between 8,500,000 and 10,000,000, a fraction counted as a yen", () => {
  for (const year of TAX_YEARS) {
    assertTable(year, (tax, salary: number) => incomeAdjustment(tax, salary, true), [
      [8_499_999, 0],
      [8_500_000, 0],
      [8_500_001, 1],
      [8_500_010, 1],
      [8_500_011, 2],
      [8_765_432, 26_544],
      [8_970_000, 47_000],
      [9_999_991, 150_000],
      [10_000_000, 150_000],
      [10_000_001, 150_000],
      [20_000_000, 150_000],
    ]);
    assert.equal(incomeAdjustment(taxYear(year), 9_000_000, false), 0);
  }
});

Deno.test("it lowers the income of the salary", () => {
  assert.equal(adjustedSalaryIncome(taxYear(2021), 10_950_000, true), 8_850_000);
  assert.equal(adjustedSalaryIncome(taxYear(2021), 10_950_000, false), 9_000_000);
});

Deno.test("it never falls, and more salary is still more income after it", () => {
  assertMonotone(20_000_000, "rising", (tax, salary) => incomeAdjustment(tax, salary, true));
  assertMonotone(20_000_000, "rising", (tax, salary) => adjustedSalaryIncome(tax, salary, true));
});
