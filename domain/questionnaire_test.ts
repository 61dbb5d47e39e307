import assert from "node:assert/strict";
import { hintOf } from "./hint.ts";
import { questionOf, QUESTIONS, SECTIONS } from "./questionnaire.ts";

Deno.test("numbers are unique and rise, in the whole and in each section", () => {
  const rising = (numbers: number[]) => numbers.every((n, i) => i === 0 || n > numbers[i - 1]!);
  assert.ok(rising(QUESTIONS.map(({ number }) => number)));
  for (const { section, questions } of SECTIONS) {
    assert.ok(questions.length > 0 && rising(questions.map(({ number }) => number)), section);
  }
  assert.equal(new Set(QUESTIONS.map(({ title }) => title)).size, QUESTIONS.length);
});

Deno.test("the questions that the product's pages name are there, and those with a default hint have one", () => {
  for (
    const number of [
      2,
      3,
      6,
      7,
      8,
      9,
      10,
      11,
      12,
      13,
      14,
      52,
      214,
      216,
      218,
      219,
      220,
      244,
      246,
      247,
      248,
      249,
    ]
  ) {
    assert.ok(questionOf(number), `設問${number}`);
  }
  assert.equal(questionOf(2)?.title, "退職予定はありますか？");
  const withHint = QUESTIONS.filter(({ hint }) => hint !== null);
  assert.deepEqual(withHint.map(({ number }) => number), [2, 9, 13, 22, 104, 106]);
  for (const { number, hint } of withHint) assert.deepEqual(hintOf(hint!), { text: hint }, `設問${number}`);
});

Deno.test("a number is found as we write it only", () => {
  assert.equal(questionOf("13")?.number, 13);
  for (const number of ["013", "１３", " 13", "13.0", "1e1", "", "5", 999]) {
    assert.equal(questionOf(number), null);
  }
});
