import assert from "node:assert/strict";
import { refusalIn } from "./refusal.ts";

Deno.test("a refusal is read with the job that it is about", () => {
  const error = { code: "already_open", message: "実行中です。", remedy: "お待ちください。", job: "J0" };
  assert.deepEqual(refusalIn({ error }), error);
  const { job: _, ...without } = error;
  assert.deepEqual(refusalIn({ error: without }), { ...error, job: null });
});

Deno.test("what is no refusal of ours is none", () => {
  for (const body of [null, "x", {}, { error: null }, { error: { code: "x" } }, { error: { message: 1 } }]) {
    assert.equal(refusalIn(body), null);
  }
});
