import assert from "node:assert/strict";
import { countsAbroad, nonResidentGround, nonResidentKind } from "./non_resident.ts";
import { taxYear } from "./years.ts";

Deno.test("the box of a 非居住者: by age below 30 and from 70, by ground between", () => {
  const kind = (age: number, ground: "none" | "student") => nonResidentKind(taxYear(2026), age, ground);
  assert.deepEqual([15, 16, 29, 30, 69, 70].map((age) => kind(age, "none")), [
    null,
    "age",
    "age",
    null,
    null,
    "age",
  ]);
  assert.deepEqual([29, 30, 69, 70].map((age) => kind(age, "student")), ["age", "student", "student", "age"]);
  assert.equal(nonResidentKind(taxYear(2022), 45, "none"), "age");
});

Deno.test("the ground: study, disability, or 380,000 yen sent in the year", () => {
  const ground = (student: boolean, disabled: boolean, remittance: number, year = 2026) =>
    nonResidentGround(taxYear(year), { student, disabled, remittance });
  assert.equal(ground(true, true, 380_000), "student");
  assert.equal(ground(false, true, 380_000), "disabled");
  assert.equal(ground(false, false, 380_000), "remittance");
  assert.equal(ground(false, false, 379_999), "none");
  assert.equal(ground(false, false, 1_000_000, 2022), "none");
});

Deno.test("who lives in Japan always counts", () => {
  assert.ok(countsAbroad(taxYear(2026), 45, null));
  assert.ok(!countsAbroad(taxYear(2026), 45, "none"));
  assert.ok(countsAbroad(taxYear(2026), 45, "remittance"));
});
