import assert from "node:assert/strict";
import fc from "fast-check";
import { groupNameOf, groupSchema, MAX_GROUP_NAME } from "./group.ts";

const problemOf = (text: string) => {
  const typed = groupNameOf(text);
  return "problem" in typed ? typed.problem : null;
};

Deno.test("a name is kept as typed but for the spaces around it, full-width ones too", () => {
  assert.deepEqual(groupNameOf("　本社 第1 \t"), { name: "本社 第1" });
  assert.deepEqual(groupNameOf("𠮷".repeat(MAX_GROUP_NAME)), { name: "𠮷".repeat(MAX_GROUP_NAME) });
});

Deno.test("what is no name says why", () => {
  assert.deepEqual(problemOf(" 　\t"), { why: "empty" });
  assert.deepEqual(problemOf("あ".repeat(51)), { why: "too_long", count: 51 });
  for (const text of ["本\u0000社", "本\n社", "本\u200b社", "本\u202e社", "本\ud842"]) {
    assert.deepEqual(problemOf(text), { why: "characters" }, JSON.stringify(text));
  }
});

Deno.test("every name that is taken can be stored, and typing it again gives it again", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
    const typed = groupNameOf(text);
    if (!("name" in typed)) return;
    assert.deepEqual(groupNameOf(typed.name), typed);
    const group = { v: 1, id: "g", name: typed.name, createdAt: 0, closesOn: null };
    assert.equal(groupSchema.parse(group).name, typed.name);
  }));
});
