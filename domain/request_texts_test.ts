import assert from "node:assert/strict";
import { Refusal } from "./errors.ts";
import { correctionSchema, memoSchema } from "./request.ts";
import { correctionText, memoText } from "./request_texts.ts";

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

Deno.test("a 管理者メモ holds 500 characters as people count them, and its lines", () => {
  const long = "😀".repeat(500);
  assert.equal(memoText(long), long);
  assert.equal(memoSchema.parse({ text: long, at: 1, by: "a" }).text, long);
  assert.throws(() => memoText(`${long}あ`), refused("memo_too_long"));
  assert.throws(() => memoSchema.parse({ text: `${long}あ`, at: 1, by: "a" }));
  assert.equal(memoText("  1行目\r\n2行目\n"), "1行目\n2行目");
});

Deno.test("a memo that says nothing, or hides something, is refused", () => {
  assert.throws(() => memoText(" \n　"), refused("memo_empty"));
  assert.throws(() => memoText("a\u202eb"), refused("memo_characters"));
});

Deno.test("a correction names parts of 収集情報 in their order, each once, and says what is wrong", () => {
  assert.deepEqual(correctionText(["insurance", "self", "self", "nothing"], " 金額\r\nを確認 "), {
    parts: ["self", "insurance"],
    comment: "金額\nを確認",
  });
  assert.throws(() => correctionText([], "金額"), refused("correction_parts"));
  assert.throws(() => correctionText(["nothing"], "金額"), refused("correction_parts"));
  assert.throws(() => correctionText(["self"], " "), refused("correction_comment_empty"));
  assert.throws(() => correctionText(["self"], "\u0007"), refused("correction_comment_characters"));
  const long = "😀".repeat(1_000);
  const correction = { from: "request", ...correctionText(["self"], long), at: 1 };
  assert.equal(correctionSchema.parse(correction).comment, long);
  assert.throws(() => correctionText(["self"], `${long}あ`), refused("correction_comment_too_long"));
});
