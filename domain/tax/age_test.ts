import fc from "fast-check";
import assert from "node:assert/strict";
import { ageFor, ageOn, isElderly } from "./age.ts";

Deno.test("a year of age is complete the day before the birthday", () => {
  assert.equal(ageOn("2000-05-10", "2026-05-08"), 25);
  assert.equal(ageOn("2000-05-10", "2026-05-09"), 26);
  assert.equal(ageOn("2000-05-10", "2026-05-10"), 26);
  assert.equal(ageOn("2000-03-01", "2026-02-27"), 25);
  assert.equal(ageOn("2000-03-01", "2026-02-28"), 26);
});

Deno.test("who is born on 29 February grows older at the end of 28 February", () => {
  assert.equal(ageOn("2004-02-29", "2026-02-27"), 21);
  assert.equal(ageOn("2004-02-29", "2026-02-28"), 22);
  assert.equal(ageOn("2004-02-29", "2024-02-27"), 19);
  assert.equal(ageOn("2004-02-29", "2024-02-28"), 20);
});

Deno.test("who is born on 1 January is a year older on 31 December", () => {
  assert.equal(ageFor(2026, "2008-01-01"), 19);
  assert.equal(ageFor(2026, "2008-01-02"), 18);
  assert.equal(ageFor(2026, "2007-12-31"), 19);
});

Deno.test("of the dead the day of death counts, in that year only", () => {
  assert.equal(ageFor(2026, "2007-06-10", "2026-06-08"), 18);
  assert.equal(ageFor(2026, "2007-06-10", "2026-06-09"), 19);
  assert.equal(ageFor(2026, "2007-06-10", "2027-06-08"), 19);
});

Deno.test("老人 from 70 on", () => {
  assert.ok(isElderly(2026, "1957-01-01"));
  assert.ok(!isElderly(2026, "1957-01-02"));
  assert.ok(!isElderly(2026, "1956-08-10", "2026-08-08"));
});

Deno.test("age never falls as days go by and grows by one a year", () => {
  const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2020-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(fc.property(day, fc.integer({ min: 2021, max: 2027 }), (birthOn, year) => {
    const born = Number(birthOn.slice(0, 4));
    assert.equal(ageFor(year, birthOn), year - born + (birthOn.endsWith("-01-01") ? 1 : 0));
    assert.equal(ageFor(year + 1, birthOn), ageFor(year, birthOn) + 1);
    assert.ok(ageOn(birthOn, `${year}-06-30`) <= ageOn(birthOn, `${year}-07-01`));
  }));
});
