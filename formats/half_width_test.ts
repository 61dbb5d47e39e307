import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCp932 } from "./cp932.ts";
import { fullWidthKana } from "./half_width.ts";

Deno.test("half-width kana become full-width with their sound marks, the rest stays", () => {
  assert.equal(fullWidthKana("ﾔﾏﾀﾞ ﾊﾟｰｸ｡A1①ｶ ﾞ"), "ヤマダ パーク。A1①カ ゛");
  assert.equal(fullWidthKana("ﾞﾟ"), "゛゜");
  assert.equal(fullWidthKana("ﾜﾞｦﾞ"), "ワ゛ヲ゛");
});

Deno.test("what Shift_JIS has, it has afterwards", () => {
  const all = Array.from({ length: 0xff9f - 0xff61 + 1 }, (_, index) => String.fromCharCode(0xff61 + index));
  const pairs = all.flatMap((kana) => all.map((next) => kana + next));
  assert.deepEqual(pairs.filter((pair) => encodeCp932(fullWidthKana(pair)).lost.length > 0), []);
  const kana = fc.constantFrom(...all);
  fc.assert(fc.property(fc.string({ unit: kana, maxLength: 20 }), (text) => {
    assert.deepEqual(encodeCp932(fullWidthKana(text)).lost, []);
  }));
});
