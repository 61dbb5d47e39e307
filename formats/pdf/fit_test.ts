import assert from "node:assert/strict";
import fc from "fast-check";
import { fitText, type Metrics, type PlacedLine } from "./fit.ts";
import type { SheetText } from "./sheet.ts";

/** Every letter is as wide as high. */
const SQUARE: Metrics = { width: (text) => [...text].length, ascent: 0.88, descent: 0.12 };

const AREA = { x: 100, y: 200, w: 92, h: 30 };
const fit = (text: string, more: Partial<SheetText> = {}) =>
  fitText({ area: AREA, text, size: 9, ...more }, SQUARE);
const looks = (lines: PlacedLine[] | null) => lines?.map(({ text, size, scale }) => [text, size, scale]);

Deno.test("what has room stays as it is: in the middle of its area, from the left", () => {
  const [{ x, y, ...line }] = fit("氏名") as [PlacedLine];
  assert.deepEqual(line, { text: "氏名", size: 9, scale: 1, width: 18 });
  assert.deepEqual([x, Math.round(y * 100)], [101, 21_842]);
  assert.deepEqual(fit(""), []);
});

Deno.test("left, centre and right; top, middle and bottom", () => {
  const x = (align: SheetText["align"]) => fit("氏名", { align })![0]!.x;
  assert.deepEqual([x("left"), x("center"), x("right")], [101, 137, 173]);
  const y = (valign: SheetText["valign"]) => Math.round(fit("氏名", { valign })![0]!.y * 100) / 100;
  assert.deepEqual([y("top"), y("middle"), y("bottom")], [207.92, 218.42, 228.92]);
});

Deno.test("a text shrinks down to its least size, and is condensed only then", () => {
  assert.deepEqual(looks(fit("十文字ちょうどの長さ")), [["十文字ちょうどの長さ", 9, 1]]);
  assert.deepEqual(looks(fit("あ".repeat(11))), [["あ".repeat(11), 8, 1]]);
  assert.deepEqual(looks(fit("あ".repeat(22))), [["あ".repeat(22), 4, 1]]);
  assert.deepEqual(looks(fit("あ".repeat(26))), [["あ".repeat(26), 4, 0.85]]);
  assert.deepEqual(looks(fit("あ".repeat(37))), [["あ".repeat(37), 4, 0.6]]);
  assert.equal(fit("あ".repeat(38)), null);
  assert.deepEqual(looks(fit("あ".repeat(12), { least: 7.5 })), [["あ".repeat(12), 7.5, 1]]);
  assert.deepEqual(looks(fit("あ".repeat(13), { least: 7.5 })), [["あ".repeat(13), 8, 0.85]]);
});

Deno.test("it breaks into as many lines as it may, never more than have room", () => {
  assert.deepEqual(looks(fit("あ".repeat(15), { lines: 2 })), [["あ".repeat(10), 9, 1], [
    "あ".repeat(5),
    9,
    1,
  ]]);
  const many = fit("あ".repeat(200), { lines: 99 })!;
  assert(many.length * many[0]!.size <= AREA.h && many.length > 4);
  assert.equal(fit("あ".repeat(17), { lines: 2, least: 9, area: { ...AREA, h: 10 } }), null);
});

Deno.test("its own line breaks are kept, also where one line is asked for", () => {
  assert.deepEqual(fit("一\n二\n三")!.map(({ text }) => text), ["一", "二", "三"]);
  const [one, two] = fit("一\n二")!;
  assert.equal(Math.round((two!.y - one!.y) * 1000), Math.round(9 * 1.15 * 1000));
});

Deno.test("no line begins with 、 or ends with （, and no number or Latin word is halved", () => {
  const texts = (text: string) => fit(text, { lines: 2 })!.map((line) => line.text);
  assert.deepEqual(texts("十文字のあとに来るの、点"), ["十文字のあとに来る", "の、点"]);
  assert.deepEqual(texts("九文字のあとに来る（括弧"), ["九文字のあとに来る", "（括弧"]);
  assert.deepEqual(texts("送金額は次 1,234,567円"), ["送金額は次 ", "1,234,567円"]);
  assert.deepEqual(texts("浦和区高砂三 3-15-1"), ["浦和区高砂三 ", "3-15-1"]);
  assert.deepEqual(texts("米国 350 5th Ave"), ["米国 350 ", "5th Ave"]);
  // What cannot be kept together is cut all the same.
  assert.deepEqual(texts("1".repeat(15)), ["1".repeat(10), "1".repeat(5)]);
});

Deno.test("letters one below the other, ー upright, each in the middle of the column", () => {
  const area = { x: 10, y: 20, w: 12, h: 60 };
  const letters = fit("フリーダム", { vertical: true, area, size: 6 })!;
  assert.deepEqual(letters.map(({ text }) => text), ["フ", "リ", "｜", "ダ", "ム"]);
  assert(letters.every(({ x, width }) => x + width / 2 === 16));
  assert(letters.every(({ y }, i) => i === 0 || y > letters[i - 1]!.y));
  assert.equal(fit("あ".repeat(20), { vertical: true, area, size: 6 }), null);
  assert.equal(fit("あ", { vertical: true, area: { ...area, w: 3 } }), null);
});

const letter = fc.constantFrom(..."漢あーッ、。（）１円1,.aW\n〒 ");
const given = fc.record({
  text: fc.string({ unit: letter, minLength: 1, maxLength: 80 }),
  size: fc.integer({ min: 5, max: 12 }),
  lines: fc.integer({ min: 1, max: 6 }),
  align: fc.constantFrom("left", "center", "right"),
  valign: fc.constantFrom("top", "middle", "bottom"),
  area: fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 300 }),
    w: fc.integer({ min: 4, max: 300 }),
    h: fc.integer({ min: 4, max: 80 }),
  }),
}) as fc.Arbitrary<SheetText>;

/** Widths that differ, as those of a proportional font. */
const PROPORTIONAL: Metrics = {
  ...SQUARE,
  width: (text) => [...text].reduce((sum, one) => sum + (one.codePointAt(0)! < 256 ? 0.55 : 1), 0),
};

Deno.test("nothing is lost, nothing leaves its area, no line touches the next", () => {
  fc.assert(
    fc.property(given, (one) => {
      const lines = fitText(one, PROPORTIONAL);
      if (lines === null) return;
      const { x, y, w, h } = one.area;
      assert.equal(lines.map(({ text }) => text).join(""), one.text.replaceAll("\n", ""));
      assert(lines.length <= Math.max(one.lines!, one.text.split("\n").length));
      for (const [i, line] of lines.entries()) {
        assert(line.size >= 4 && line.size <= one.size && line.scale >= 0.6);
        assert(line.x >= x - 0.01 && line.x + line.width <= x + w + 0.01, JSON.stringify(line));
        assert(line.y - 0.88 * line.size >= y - 0.02 && line.y + 0.12 * line.size <= y + h + 0.02);
        if (i > 0) assert(line.y - lines[i - 1]!.y >= line.size);
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("what one line has room for has room in more lines, more width and more height", () => {
  fc.assert(fc.property(given, fc.nat(50), fc.nat(50), fc.nat(3), (one, w, h, lines) => {
    if (fitText({ ...one, lines: 1 }, PROPORTIONAL) === null) return;
    const area = { ...one.area, w: one.area.w + w, h: one.area.h + h };
    assert.notEqual(fitText({ ...one, area, lines: 1 + lines }, PROPORTIONAL), null);
  }));
});

Deno.test("downwards too: every letter once, inside its column", () => {
  const column = fc.tuple(
    fc.string({ unit: fc.constantFrom(..."生命保険料ー"), minLength: 1, maxLength: 12 }),
    given,
  );
  fc.assert(fc.property(column, ([text, { area, size }]) => {
    const letters = fitText({ area, text, size, vertical: true }, SQUARE);
    if (letters === null) return;
    assert.equal(letters.length, [...text].length);
    for (const one of letters) {
      assert(one.x >= area.x - 0.01 && one.x + one.width <= area.x + area.w + 0.01);
      const [top, bottom] = [one.y - 0.88 * one.size, one.y + 0.12 * one.size];
      assert(top >= area.y - 0.2 && bottom <= area.y + area.h + 0.2);
    }
  }));
});
