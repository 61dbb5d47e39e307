import fc from "fast-check";
import assert from "node:assert/strict";
import type { TaxYear } from "./table.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

/** For tests: any year's table. */
export const anyYear: fc.Arbitrary<TaxYear> = fc.constantFrom(...TAX_YEARS.map(taxYear));

/** For tests: whole yen up to `max`. */
export function yen(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max });
}

/** For tests: `rule` never falls (or never rises) when its argument grows, in any year. */
export function assertMonotone(
  max: number,
  direction: "rising" | "falling",
  rule: (tax: TaxYear, amount: number) => number,
): void {
  const step = fc.oneof(fc.constant(1), yen(max));
  fc.assert(fc.property(anyYear, yen(max), step, (tax, amount, more) => {
    const change = rule(tax, amount + more) - rule(tax, amount);
    assert.ok(direction === "rising" ? change >= 0 : change <= 0, `${tax.year}: ${amount} + ${more}`);
  }));
}

/** For tests: what `rule` gives in `year` for each of the arguments, against the amounts beside them. */
export function assertTable<Argument>(
  year: number,
  rule: (tax: TaxYear, argument: Argument) => unknown,
  rows: readonly (readonly [argument: Argument, expected: unknown])[],
): void {
  for (const [argument, expected] of rows) {
    assert.deepEqual(rule(taxYear(year), argument), expected, `${year}: ${JSON.stringify(argument)}`);
  }
}
