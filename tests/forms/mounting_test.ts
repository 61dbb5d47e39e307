import assert from "node:assert/strict";
import { openFont } from "../../formats/pdf/font.ts";
import { printSheets } from "../../sheets/print.ts";
import { faultsOf } from "./geometry.ts";
import { LONG_MOUNTED, MOUNTED } from "./mounted.ts";
import { openPoppler, unspaced } from "./poppler.ts";

const poppler = await openPoppler();

Deno.test("the 台紙 lists what a person expects to be pasted on it, ten a sheet", () => {
  const found = MOUNTED.sheets.map(({ texts }) => {
    const rows = new Map<string, string[]>();
    for (const { field = "", text } of texts) {
      const [, n, column] = /^(\d+)件目 (.+)$/.exec(field) ?? [];
      if (!n) continue;
      const row = rows.get(n) ?? ["", "", "", "", ""];
      row[["種別", "保険会社等", "保険等の種類", "証券番号", "申告額"].indexOf(column!)] = text;
      rows.set(n, row);
    }
    return [...rows.values()];
  });
  assert.deepEqual(found, MOUNTED.rows);
});

Deno.test("no text of a 台紙 lies over another, beside its place or the page, however long", async () => {
  const font = await openFont();
  for (const sheet of [...MOUNTED.sheets, ...LONG_MOUNTED]) assert.deepEqual(faultsOf(sheet, font), []);
});

Deno.test({
  name: "the printed 台紙 says it all, in an embedded font",
  ignore: !poppler,
  async fn() {
    const { bytes } = await printSheets(MOUNTED.sheets, {
      title: "台紙",
      author: "みなと食品",
      createdAt: 0,
    });
    const file = await Deno.makeTempFile({ suffix: ".pdf" });
    try {
      await Deno.writeFile(file, bytes);
      const pages = (await poppler!.words(file)).map((words) =>
        words.map(({ text }) => unspaced(text)).join("")
      );
      assert.equal(pages.length, MOUNTED.rows.length);
      for (const [n, rows] of MOUNTED.rows.entries()) {
        for (const cell of [...rows.flat(), "000007", "小林 幸子", "生命保険等証明書原本の台紙"]) {
          assert(pages[n]!.includes(unspaced(cell)), `${cell} of page ${n + 1}`);
        }
      }
      const [font, ...more] = await poppler!.fonts(file);
      assert(font!.embedded && font!.subset && font!.unicode && more.length === 0);
    } finally {
      await Deno.remove(file);
    }
  },
});
