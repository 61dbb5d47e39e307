import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDigit, isMyNumber } from "./my_number.ts";

Deno.test("the check digit of worked numbers, remainders 0 and 1 included", () => {
  // Σ 1·2 = 2 → 9; Σ of 123456789018's first eleven = 212 = 19 · 11 + 3 → 8.
  assert.equal(checkDigit("00000000001"), "9");
  assert.equal(checkDigit("12345678901"), "8");
  assert.equal(checkDigit("00000000000"), "0");
  // 4·3 = 12, remainder 1.
  assert.equal(checkDigit("00000000040"), "0");
});

Deno.test("only twelve half-width digits with the right last one are a number", () => {
  assert(isMyNumber("123456789018"));
  for (
    const text of [
      "123456789017",
      "12345678901",
      "1234567890180",
      "１２３４５６７８９０１８",
      " 123456789018",
      "",
    ]
  ) {
    assert(!isMyNumber(text), text);
  }
});

Deno.test("one wrong digit that leaves the sum's remainder above 1 is always found", () => {
  const digits = fc.stringMatching(/^[0-9]{11}$/);
  fc.assert(fc.property(digits, fc.nat(10), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
    const wrong = first.slice(0, at) + (Number(first[at]) + by) % 10 + first.slice(at + 1);
    const [right, other] = [checkDigit(first), checkDigit(wrong)];
    // Remainders 0 and 1 share the digit 0: the only pair that a single slip can hide behind.
    if (right !== "0" || other !== "0") assert.notEqual(right, other);
  }));
});
