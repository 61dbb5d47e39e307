import assert from "node:assert/strict";
import { describe, isTicked, NOTHING, pageState, type Selection, toggle, togglePage } from "./selection.ts";

const PAGE = ["a", "b", "c"];
const ALL: Selection = { kind: "all" };
const some = (...ids: string[]): Selection => ({ kind: "some", ids: new Set(ids) });

Deno.test("ticking a row and taking the tick away", () => {
  const one = toggle(NOTHING, "b", PAGE);
  assert.deepEqual(one, some("b"));
  assert.equal(isTicked(one, "b"), true);
  assert.deepEqual(toggle(one, "b", PAGE), NOTHING);
  assert.deepEqual(NOTHING, some(), "the former selection is not changed");
});

Deno.test("the header ticks the page, and nothing when the page was ticked", () => {
  assert.deepEqual(togglePage(NOTHING, PAGE), some(...PAGE));
  assert.deepEqual(togglePage(some("a"), PAGE), some(...PAGE));
  assert.deepEqual(togglePage(some(...PAGE), PAGE), NOTHING);
  assert.deepEqual(togglePage(ALL, PAGE), NOTHING);
  assert.deepEqual([NOTHING, some("a"), some(...PAGE), ALL].map((s) => pageState(s, PAGE)), [
    "none",
    "mixed",
    "all",
    "all",
  ]);
  assert.equal(pageState(ALL, []), "none");
});

Deno.test("taking one tick from all that match leaves the rest of this page", () => {
  assert.deepEqual(toggle(ALL, "a", PAGE), some("b", "c"));
});

Deno.test("the words", () => {
  const requests = { noun: "依頼", counter: "件" };
  assert.equal(describe(NOTHING, 3, requests), "");
  assert.equal(describe(some("a", "b"), 9000, requests), "2件の依頼が選択されています。");
  assert.equal(describe(ALL, 9000, requests), "一覧の依頼9,000件すべてが選択されています。");
  assert.equal(describe(ALL, null, requests), "条件に合う依頼すべてが選択されています。");
  const people = { noun: "従業員", counter: "名" };
  assert.equal(describe(some("a"), 9000, people), "1名の従業員が選択されています。");
});
