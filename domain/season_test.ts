import assert from "node:assert/strict";
import { NOT_STARTED, type Season, yearToStart } from "./season.ts";

const season = (state: Season["state"]): Season => ({ ...NOT_STARTED, state });

Deno.test("a year that nobody began is begun, whatever the calendar says", () => {
  assert.equal(yearToStart(season("not_started"), 2026, 2026), 2026);
  assert.equal(yearToStart(season("not_started"), 2026, 2027), 2026);
});

Deno.test("the next year is begun when the calendar has come to it and this one was set up", () => {
  assert.equal(yearToStart(season("open"), 2026, 2026), null);
  assert.equal(yearToStart(season("open"), 2026, 2027), 2027);
  assert.equal(yearToStart(season("setting_up"), 2026, 2027), null);
});
