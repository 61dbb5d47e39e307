import assert from "node:assert/strict";
import fc from "fast-check";
import { fitText } from "./fit.ts";
import { openFont } from "./font.ts";
import { overflowSheets } from "./overflow.ts";
import { A4, type Sheet, type SheetText } from "./sheet.ts";

const AREA = { x: 0, y: 0, w: 1, h: 1 };
const overflowing = (text: string, field = "住所"): SheetText => ({ area: AREA, text, size: 9, field });
/** What stands on the pages below their titles. */
const linesOf = (sheets: Sheet[]) => sheets.flatMap(({ texts }) => texts.slice(2).map(({ text }) => text));

Deno.test("no page for nothing", () => assert.deepEqual(overflowSheets([], "扶養控除等"), []));

Deno.test("each text under the name of its place, on an upright page that says what it is", () => {
  const [sheet, ...more] = overflowSheets([
    overflowing("東京都"),
    overflowing("一行目\n二行目", "左記の内容"),
  ], "000001 山田 花子");
  assert.deepEqual(more, []);
  assert.equal(sheet!.landscape, false);
  assert.deepEqual(sheet!.texts.map(({ text }) => text), [
    "別紙（欄に書ききれない内容）",
    "000001 山田 花子",
    "■ 住所",
    "東京都",
    "■ 左記の内容",
    "一行目",
    "二行目",
  ]);
});

Deno.test("nothing is lost, no line leaves the page or meets another, each has room in its size", async () => {
  const font = await openFont();
  const text = fc.string({ unit: fc.constantFrom(..."寿限無ABＷ㌢1\n"), minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
      const sheets = overflowSheets(texts.map((one) => overflowing(one)), "000001 山田 花子");
      const all = texts.map((one) => `■ 住所${one.replaceAll("\n", "")}`).join("");
      assert.equal(linesOf(sheets).join(""), all);
      for (const { texts: lines } of sheets) {
        for (const [i, line] of lines.entries()) {
          const { area } = line;
          assert(area.x >= 0 && area.x + area.w <= A4.short && area.y >= 0 && area.y + area.h <= A4.long);
          if (i > 0) assert(area.y >= lines[i - 1]!.area.y + lines[i - 1]!.area.h - 0.01);
          const [placed] = fitText(line, font)!;
          // No name of a place is the last line of a page.
          if (line.text.startsWith("■")) assert(i < lines.length - 1);
          if (placed) assert.deepEqual([placed.size, placed.scale], [line.size, 1]);
        }
      }
    }),
    { numRuns: 40 },
  );
});
