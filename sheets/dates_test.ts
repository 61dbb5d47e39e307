import assert from "node:assert/strict";
import fc from "fast-check";
import { ageFor } from "../domain/tax/age.ts";
import { bornAfter, bornBy } from "./dates.ts";

Deno.test("the days of birth that forms print: 令和7年分", () => {
  assert.equal(bornBy(2025, 70), "1956/01/01");
  assert.deepEqual([bornAfter(2025, 23), bornBy(2025, 19)], ["2003/01/02", "2007/01/01"]);
  assert.equal(bornAfter(2025, 16), "2010/01/02");
});

Deno.test("who is born on the last day reaches the age in the year, who is born on the next does not", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 100 }), (year, age) => {
      const ageOf = (day: string) => ageFor(year, day.replaceAll("/", "-"));
      assert.deepEqual([ageOf(bornBy(year, age)), ageOf(bornAfter(year, age))], [age, age - 1]);
    }),
  );
});
