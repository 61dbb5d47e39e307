import assert from "node:assert/strict";
import fc from "fast-check";
import { withoutMissing } from "./missing.ts";
import type { Sheet } from "./sheet.ts";

/** Lacks what is no kana or kanji of this test. */
const FONT = {
  missing: (text: string) => [...new Set(text)].filter((letter) => !"あ漢字\n".includes(letter)),
};
const AREA = { x: 0, y: 0, w: 10, h: 10 };
const sheetOf = (...texts: [text: string, field?: string][]): Sheet => ({
  landscape: false,
  shapes: [],
  texts: texts.map(([text, field]) => ({ area: AREA, text, size: 9, ...(field && { field }) })),
});

Deno.test("〓 stands in the place of each character that the font lacks, and which they are is told by its field", () => {
  const { sheet, lost } = withoutMissing(sheetOf(["漢𓀀字𓀀", "氏名"], ["あ"], ["😀", "住所"], ["👨‍👩"]), FONT);
  assert.deepEqual(sheet.texts.map(({ text }) => text), ["漢〓字〓", "あ", "〓", "〓〓〓"]);
  assert.deepEqual(lost, [
    { field: "氏名", characters: ["𓀀"] },
    { field: "住所", characters: ["😀"] },
    { field: "", characters: ["👨", "‍", "👩"] },
  ]);
});

Deno.test("a page that the font can print is the same page", () => {
  const sheet = sheetOf(["漢字", "氏名"], ["あ\n漢"]);
  const printable = withoutMissing(sheet, FONT);
  assert.equal(printable.sheet, sheet);
  assert.deepEqual(printable.lost, []);
});

Deno.test("as many characters as before; nothing that the font lacks; what it has is not touched", () => {
  const unit = fc.constantFrom("あ", "漢", "\n", "𓀀", "😀", "\u0301");
  fc.assert(fc.property(fc.string({ unit }), (text) => {
    const { sheet, lost } = withoutMissing(sheetOf([text, "欄"]), FONT);
    const [before, after] = [[...text], [...sheet.texts[0]!.text]];
    assert.equal(after.length, before.length);
    const gone = new Set(lost.flatMap(({ characters }) => characters));
    assert.deepEqual(after, before.map((letter) => gone.has(letter) ? "〓" : letter));
    assert.deepEqual(gone, new Set(FONT.missing(text)));
  }));
});
