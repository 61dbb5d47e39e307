import fc from "fast-check";
import assert from "node:assert/strict";
import { annualTax, computedTax } from "./income_tax.ts";
import { anyYear, assertMonotone, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

Deno.test("the table of 算出所得税額 on both sides of each rate; below 1,000 yen is cut", () => {
  for (const year of TAX_YEARS) {
    assertTable(year, computedTax, [
      [0, 0],
      [999, 0],
      [1_000, 50],
      [1_950_000, 97_500],
      [1_950_999, 97_500],
      [1_951_000, 97_600],
      [2_696_000, 172_100],
      [3_300_000, 232_500],
      [3_301_000, 232_700],
      [6_950_000, 962_500],
      [6_951_000, 962_730],
      [9_000_000, 1_434_000],
      [9_001_000, 1_434_330],
      [18_000_000, 4_404_000],
      [18_001_000, 4_404_400],
      [18_050_000, 4_424_000],
      [40_000_000, 13_204_000],
      [40_001_000, 13_204_450],
    ]);
  }
});

Deno.test("a loss of income is no tax", () => assert.equal(computedTax(taxYear(2026), -5_500), 0));

Deno.test("年調年税額: the credit first, then 102.1 %, then 100 yen", () => {
  assert.deepEqual(annualTax(taxYear(2026), 1_730_000, 50_000), {
    computedTax: 86_500,
    afterCredit: 36_500,
    creditUsed: 50_000,
    creditLeft: 0,
    annualTax: 37_200,
  });
  const all = annualTax(taxYear(2026), 980_000, 200_000);
  assert.deepEqual([all.annualTax, all.creditUsed, all.creditLeft], [0, 49_000, 151_000]);
  const without = annualTax(taxYear(2026), 1_800_000);
  assert.deepEqual([without.annualTax, without.creditUsed, without.creditLeft], [91_800, 0, 0]);
  assert.equal(annualTax(taxYear(2025), 2_696_000).annualTax, 175_700);
});

Deno.test("more income is never less tax; a yen is never taxed above 45 %", () => {
  assertMonotone(60_000_000, "rising", computedTax);
  assertMonotone(60_000_000, "rising", (tax, taxable) => annualTax(tax, taxable, 300_000).annualTax);
  fc.assert(fc.property(anyYear, yen(60_000_000), (tax, taxable) => {
    assert.ok(computedTax(tax, taxable) <= taxable * 45 / 100);
  }));
});

Deno.test("credit used and left are the credit; more credit is never more tax", () => {
  fc.assert(
    fc.property(anyYear, yen(30_000_000), yen(1_000_000), yen(100_000), (tax, taxable, credit, more) => {
      const given = annualTax(tax, taxable, credit);
      assert.equal(given.creditUsed + given.creditLeft, credit);
      assert.equal(given.computedTax - given.creditUsed, given.afterCredit);
      assert.ok(given.afterCredit >= 0 && given.annualTax % 100 === 0);
      assert.ok(annualTax(tax, taxable, credit + more).annualTax <= given.annualTax);
    }),
  );
});
