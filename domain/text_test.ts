import assert from "node:assert/strict";
import fc from "fast-check";
import { charactersOf, tidy, UNSEEN, writtenText } from "./text.ts";

const LINE = writtenText({ max: 5, oneLine: true });
const LINES = writtenText({ max: 5, optional: true });

/** What a schema says is wrong. */
const problem = (schema: ReturnType<typeof writtenText>, text: string) =>
  schema.safeParse(text).error?.issues[0]?.message;

Deno.test("a text is NFC, its lines end with LF, and nothing stands around it", () => {
  assert.equal(LINES.parse(" か\u3099\r\nは\rん "), "が\nは\nん");
  assert.equal(LINES.parse(" \r\n "), "");
});

Deno.test("length counts characters, after the text was put in order", () => {
  assert.equal(problem(LINE, "𠮷".repeat(5)), undefined);
  assert.equal(problem(LINE, "か\u3099".repeat(5)), undefined);
  assert.equal(
    problem(LINE, "𠮷".repeat(6)),
    "文字数が上限を超えています（6文字）。5文字以内にしてください。",
  );
});

Deno.test("a line is one line; an empty text is one only where it may be", () => {
  assert.match(problem(LINE, "a\nb")!, /改行が含まれています/);
  assert.equal(problem(LINE, "a\n"), undefined);
  assert.match(problem(LINE, " ")!, /入力されていません/);
  assert.equal(problem(LINES, ""), undefined);
});

Deno.test("characters that nobody sees are refused, tabs and joined emoji are not", () => {
  for (const bad of ["\0", "\u0007", "\u202e", "\ud800"]) {
    assert.match(problem(LINES, `a${bad}b`)!, /使えない文字/);
  }
  assert.equal(problem(LINES, "a\tb"), undefined);
  assert.equal(problem(LINES, "👩\u200d💻"), undefined);
});

Deno.test("what is taken stays what it is when it is read again, and fits", () => {
  const schema = writtenText({ max: 20, optional: true });
  const unit = fc.constantFrom(..."aか\u3099𠮷 \t\r\n\u202e\0\u0958", "\ud800");
  fc.assert(fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
    const read = schema.safeParse(text);
    if (!read.success) return;
    assert.equal(schema.parse(read.data), read.data);
    assert.equal(tidy(read.data), read.data);
    assert.ok(charactersOf(read.data) <= 20 && !UNSEEN.test(read.data.replaceAll("\t", "")));
  }));
});
