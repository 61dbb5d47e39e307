import fc from "fast-check";
import assert from "node:assert/strict";
import { anyYear, assertMonotone, assertTable, yen } from "./test_tools.ts";
import { isAdjusted, yearEndAdjustment } from "./year_end_adjustment.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

Deno.test("年末調整 is for salaries of 20,000,000 and less", () => {
  for (const year of TAX_YEARS) assertTable(year, isAdjusted, [[20_000_000, true], [20_000_001, false]]);
});

Deno.test("every step from the salary to the refund", () => {
  const given = yearEndAdjustment(taxYear(2026), {
    salary: 8_970_000,
    adjustmentEligible: true,
    deductions: [1_310_000, 380_000, 630_000, 50_000],
    housingLoanCredit: 100_000,
    withheld: 250_000,
  });
  assert.deepEqual(given, {
    salaryIncome: 7_020_000,
    incomeAdjustment: 47_000,
    basicDeduction: 620_000,
    deductions: 2_990_000,
    taxable: 3_983_000,
    computedTax: 369_100,
    creditUsed: 100_000,
    creditLeft: 0,
    afterCredit: 269_100,
    annualTax: 274_700,
    refund: -24_700,
  });
});

Deno.test("other income lowers 基礎控除 and is not taxed; 所得金額調整控除 raises it", () => {
  const basic = (input: { salary: number; otherIncome?: number; adjustmentEligible?: boolean }) => {
    const { basicDeduction, taxable } = yearEndAdjustment(taxYear(2026), input);
    return [basicDeduction, taxable];
  };
  assert.deepEqual(basic({ salary: 6_600_000 }), [1_040_000, 3_800_000]);
  assert.deepEqual(basic({ salary: 6_600_000, otherIncome: 50_001 }), [670_000, 4_170_000]);
  assert.deepEqual(basic({ salary: 8_600_000 }), [620_000, 6_030_000]);
  assert.deepEqual(basic({ salary: 8_510_000 }), [620_000, 5_940_000]);
  assert.deepEqual(basic({ salary: 8_500_000, adjustmentEligible: true }), [670_000, 5_880_000]);
  assert.deepEqual(basic({ salary: 8_500_001, adjustmentEligible: true }), [670_000, 5_880_000]);
});

Deno.test("deductions above the income leave nothing to tax", () => {
  const given = yearEndAdjustment(taxYear(2026), {
    salary: 1_000_000,
    deductions: [500_000],
    withheld: 5_000,
  });
  assert.deepEqual([given.taxable, given.annualTax, given.refund], [0, 0, 5_000]);
  assert.equal(yearEndAdjustment(taxYear(2026), { salary: 1_000_000 }).refund, 0);
});

Deno.test("a yen more of salary never lowers the tax, a yen more of deduction never raises it", () => {
  assertMonotone(20_000_000, "rising", (tax, salary) => yearEndAdjustment(tax, { salary }).annualTax);
  const facts = fc.record({
    salary: yen(20_000_000),
    deduction: yen(5_000_000),
    more: yen(1_000_000),
    withheld: yen(9e6),
  });
  fc.assert(fc.property(anyYear, facts, (tax, { salary, deduction, more, withheld }) => {
    const given = yearEndAdjustment(tax, { salary, deductions: [deduction], withheld });
    const other = yearEndAdjustment(tax, { salary, deductions: [deduction, more], withheld });
    assert.ok(other.annualTax <= given.annualTax);
    assert.equal(given.taxable % 1_000, 0);
    assert.equal(given.refund + given.annualTax, withheld);
  }));
});
