import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCp932 } from "./cp932.ts";
import { fullWidthKana } from "./half_width.ts";

Deno.test("half-width kana become full-width with their sound marks, the rest stays", () => {
  assert.equal(fullWidthKana("ﾔﾏﾀﾞ ﾊﾟｰｸ｡A1①ｶ ﾞ"), "ヤマダ パーク。A1①カ ゛");
  assert.equal(fullWidthKana("ﾞﾟ"), "゛゜");
});

Deno.test("what Shift_JIS has, it has afterwards", () => {
  const kana = fc.integer({ min: 0xff61, max: 0xff9f }).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.string({ unit: kana, maxLength: 20 }), (text) => {
    assert.deepEqual(encodeCp932(fullWidthKana(text)).lost, []);
  }));
});
