import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDigit, holderKey, isMyNumber, normaliseMyNumber, numberStates, OWN } from "./my_number.ts";

const eleven = fc.stringMatching(/^\d{11}$/);
const valid = eleven.map((digits) => `${digits}${checkDigit(digits)}`);

/** The formula of 省令第85号 第5条 as it is written: P the digit at place n from the lowest, Q its weight. */
function asWritten(digits: string): string {
  let sum = 0;
  for (let n = 1; n <= 11; n++) {
    const p = Number(digits[11 - n]);
    const q = n <= 6 ? n + 1 : n - 5;
    sum += p * q;
  }
  return String(sum % 11 <= 1 ? 0 : 11 - sum % 11);
}

Deno.test("the check digit is the one of the ordinance", () => {
  fc.assert(fc.property(eleven, (digits) => checkDigit(digits) === asWritten(digits)));
  // 4·3 = 12, remainder 1.
  const worked = ["12345678901", "00000000000", "00000000001", "00000000040"];
  assert.deepEqual(worked.map(checkDigit), ["8", "0", "9", "0"]);
});

Deno.test("a number is twelve digits with the right last one, and any other last digit is wrong", () => {
  fc.assert(fc.property(valid, fc.integer({ min: 1, max: 9 }), (number, by) => {
    assert.ok(isMyNumber(number));
    assert.ok(!isMyNumber(number.slice(0, -1) + (Number(number.at(-1)) + by) % 10));
  }));
});

Deno.test("one mistyped digit is noticed, except where the remainders 0 and 1 share the check digit 0", () => {
  const changed = fc.tuple(valid, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(fc.property(changed, ([number, at, by]) => {
    const digit = (Number(number[at]) + by) % 10;
    const other = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
    return !isMyNumber(other) || number.endsWith("0");
  }));
});

Deno.test("what is not twelve ASCII digits is no number", () => {
  const none = [
    "",
    "12345678901",
    "1234567890188",
    "１２３４５６７８９０１８",
    "12345678901a",
    " 123456789018",
    "123456789018\n",
  ];
  for (const text of none) assert.ok(!isMyNumber(text), text);
});

Deno.test("hyphens, blanks and full-width digits are taken off, and doing it twice changes nothing", () => {
  const written = fc.tuple(valid, fc.constantFrom("-", "‐", "－", "ー", "−", " ", "　", ""));
  fc.assert(fc.property(written, fc.boolean(), ([number, mark], wide) => {
    const marked = [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join(mark);
    const text = wide ? marked.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))) : marked;
    assert.equal(normaliseMyNumber(` ${text} `), number);
  }));
  fc.assert(fc.property(fc.string(), (text) => {
    assert.equal(normaliseMyNumber(normaliseMyNumber(text)), normaliseMyNumber(text));
  }));
});

Deno.test("holders are the same whatever the width and the blanks of their names", () => {
  const holder = { relation: "長男", lastName: "髙﨑", firstName: "カズ オ" };
  assert.equal(holderKey(holder), holderKey({ relation: " 長男", lastName: "髙﨑　", firstName: "ｶｽﾞ　ｵ" }));
  assert.notEqual(holderKey(holder), holderKey({ ...holder, relation: "長女" }));
  assert.notEqual(holderKey(holder), holderKey({ ...holder, lastName: "高崎" }));
  assert.notEqual(
    holderKey({ ...OWN, lastName: "a", firstName: "b" }),
    holderKey({ ...OWN, lastName: "", firstName: "ab" }),
  );
});

Deno.test("有 and 無 by 続柄 and name; a number of somebody else of the same name does not count", () => {
  const relative = (name: string, firstName: string) => ({ relation: { name }, lastName: "山田", firstName });
  const self = { lastName: "山田", firstName: "花子" };
  const people = { self, family: [relative("妻", "花"), relative("長男", "一郎"), relative("", "花子")] };
  const holders = [OWN, { relation: "妻", lastName: "山田", firstName: "花" }, {
    relation: "長女",
    lastName: "山田",
    firstName: "一郎",
  }];
  assert.deepEqual(numberStates(people, holders), [
    { relation: "本人", name: "山田 花子", held: true },
    { relation: "妻", name: "山田 花", held: true },
    { relation: "長男", name: "山田 一郎", held: false },
    { relation: "", name: "山田 花子", held: false },
  ]);
});
