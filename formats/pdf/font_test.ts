import assert from "node:assert/strict";
import { openFont } from "./font.ts";

Deno.test("the font is parsed once, whoever asks and however often", async () => {
  assert.equal(await openFont(), await openFont());
});

Deno.test("letters as wide as they are: kanji a square, Latin ones less, a text the sum of its letters", async () => {
  const { width, ascent, descent } = await openFont();
  assert.equal(width("漢"), 1);
  assert(width("i") < width("W") && width("W") <= 1);
  assert.equal(width(""), 0);
  const text = "〒105-0011 東京都港区芝公園";
  const sum = [...text].reduce((total, letter) => total + width(letter), 0);
  assert(Math.abs(width(text) - sum) < 1e-9);
  assert.equal(Math.round((ascent + descent) * 100) / 100, 1);
});

Deno.test("what it lacks is told, each character once, a line break never", async () => {
  const { missing } = await openFont();
  assert.deepEqual(missing("株式会社八景 ①〜⑭ イロハ Ⅰ・Ⅱ ㎡ % ✓ ＊ 〓 ｱｲｳ\nABC"), []);
  assert.deepEqual(missing("髙﨑德彅塚祐"), []);
  // 吉 with the longer stroke below is none of its characters.
  assert.deepEqual(missing("𠮷田𓀀中😀𓀀"), ["𠮷", "𓀀", "😀"]);
});
