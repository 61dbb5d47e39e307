import assert from "node:assert/strict";
import { explain } from "../reasons.ts";
import { Refusal } from "../errors.ts";
import { hasTaxYear, TAX_YEARS, taxYear } from "./years.ts";

Deno.test("the years with a table", () => {
  assert.deepEqual(TAX_YEARS, [2021, 2022, 2023, 2025, 2026, 2027]);
  for (const year of TAX_YEARS) {
    assert.equal(taxYear(year).year, year);
    assert.equal(taxYear(year).reiwa, year - 2018);
    assert.ok(taxYear(year).sources.length > 0);
    assert.ok(hasTaxYear(year));
  }
});

Deno.test("a year without a table is refused and says which there are", () => {
  for (const year of [2019, 2020, 2024, 2028, NaN]) {
    assert.ok(!hasTaxYear(year));
    assert.throws(() => taxYear(year), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, "no_tax_year");
      const { cause } = explain(error.code, error.params);
      assert.ok(cause.includes(String(year)) && cause.includes("2026"), cause);
      return true;
    });
  }
});

Deno.test("every table is in order: rows rise, from nothing on, and end where they must", () => {
  for (const tax of TAX_YEARS.map(taxYear)) {
    assert.equal(tax.salary[0]!.from, 0);
    assertRises(tax.salary.map(({ from }) => from));
    assertRises(tax.basic.map(({ upTo }) => upTo));
    assertRises(tax.ownBands);
    assertRises(tax.spouse.special.map(({ upTo }) => upTo));
    assertRises(tax.tax.map(({ upTo }) => upTo));
    assert.equal(tax.tax.at(-1)!.upTo, Infinity);
    assert.equal(tax.spouse.special.at(-1)!.upTo, tax.spouse.specialLimit);
    assert.equal(tax.spouse.special[0]!.upTo, tax.spouse.fullSpecialLimit);
    if (tax.specificRelative) {
      assertRises(tax.specificRelative.bands.map(({ upTo }) => upTo));
      assert.equal(tax.specificRelative.bands.at(-1)!.upTo, tax.specificRelative.limit);
    }
  }
});

function assertRises(values: readonly number[]): void {
  assert.deepEqual(values, values.toSorted((a, b) => a - b));
  assert.equal(new Set(values).size, values.length);
}
