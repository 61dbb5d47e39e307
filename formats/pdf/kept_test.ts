import assert from "node:assert/strict";
import { kept } from "./kept.ts";

Deno.test("what was answered is not asked again, no answer (null) included", () => {
  const asked: string[] = [];
  const answer = kept((text: string) => (asked.push(text), text === "" ? null : text.length));
  assert.deepEqual(["a", "", "bc", "a", ""].map(answer), [1, null, 2, 1, null]);
  assert.deepEqual(asked, ["a", "", "bc"]);
});

Deno.test("questions are the same by their key", () => {
  const answer = kept(({ n }: { n: number; other: string }) => ({ n }), ({ n }) => n);
  assert.equal(answer({ n: 1, other: "a" }), answer({ n: 1, other: "b" }));
  assert.notEqual(answer({ n: 1, other: "a" }), answer({ n: 2, other: "a" }));
});

Deno.test("it forgets rather than grow without end", () => {
  let asked = 0;
  const answer = kept((n: number) => (asked++, n));
  for (let n = 0; n < 20_000; n++) answer(n);
  answer(0);
  assert.equal(asked, 20_000);
  answer(20_000);
  answer(0);
  assert.equal(asked, 20_002);
});
