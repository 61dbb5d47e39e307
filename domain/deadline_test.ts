import assert from "node:assert/strict";
import { isClosed, isDate } from "./deadline.ts";

const at = (text: string) => Date.parse(`${text}+09:00`);

Deno.test("a group closes at 08:00 in Tokyo of its 受付終了日, not a moment before", () => {
  const group = { closesOn: "2026-11-27" };
  assert.equal(isClosed(group, at("2026-11-27T07:59:59.999")), false);
  assert.equal(isClosed(group, at("2026-11-27T08:00:00")), true);
  assert.equal(isClosed(group, at("2027-03-01T00:00:00")), true);
  assert.equal(isClosed({ closesOn: null }, at("2027-03-01T00:00:00")), false);
});

Deno.test("a date is one that the calendar has, written with hyphens", () => {
  for (const date of ["2026-11-27", "2028-02-29"]) assert.equal(isDate(date), true, date);
  for (const text of ["", "2026-02-29", "2026-13-01", "2026/11/27", "26-11-27", "2026-11-27T00:00"]) {
    assert.equal(isDate(text), false, text);
  }
});
