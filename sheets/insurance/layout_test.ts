import assert from "node:assert/strict";
import { CONTEXT, everything } from "../../domain/forms/forms_fixture.ts";
import { boxesOf, type Form } from "../../domain/forms/mod.ts";
import type { Area, SheetText } from "../../formats/pdf/sheet.ts";
import { NO_NUMBERS, sheetsOf } from "../mod.ts";
import { crowded, placesDue, placesOf } from "../sheets_fixture.ts";

const formOf = (year: number) => crowded(boxesOf("insurance", everything(), { ...CONTEXT, year }));
const textsOf = (form: Form) => sheetsOf(form, NO_NUMBERS)[0]!.texts;
const areasOf = (texts: SheetText[], wanted: (text: SheetText) => boolean): Area[] =>
  texts.filter(wanted).map(({ area }) => area);

for (const year of [2021, 2025, 2026, 2027]) {
  Deno.test(`保険料控除申告書 of ${year}: every box is in its place, once`, () => {
    const form = formOf(year);
    assert(form.parts.every(({ rows, paperRows }) => rows.length > 0 || paperRows === 0));
    assert.deepEqual(placesOf(form), placesDue(form));
  });
}

const LETTERS = {
  "life.new_sum": "A",
  "life.old_sum": "B",
  "life.by_new": "①",
  "life.by_old": "②",
  "life.both": "③",
  "life.deduction": "イ",
  "care.sum": "C",
  "care.deduction": "ロ",
  "pension.new_sum": "D",
  "pension.old_sum": "E",
  "pension.by_new": "④",
  "pension.by_old": "⑤",
  "pension.both": "⑥",
  "pension.deduction": "ハ",
  "earthquake.quake_sum": "B",
  "earthquake.old_sum": "C",
};

Deno.test("a sum stands at the right of its letter", () => {
  for (const year of [2025, 2026]) {
    const texts = textsOf(formOf(year));
    for (const [id, letter] of Object.entries(LETTERS)) {
      const [value] = areasOf(texts, ({ field }) => field === id);
      const beside = areasOf(texts, ({ field, text }) => field === undefined && text === letter)
        .filter(({ x, y, w, h }) => Math.abs(x + w - value!.x) < 3 && y <= value!.y && value!.y < y + h);
      assert.equal(beside.length, 1, `${id} ${letter}`);
    }
  }
});

Deno.test("what a contract says stands below the words for it", () => {
  const texts = textsOf(formOf(2026));
  const words = (start: string) =>
    areasOf(texts, ({ field, text }) => field === undefined && text.replaceAll("\n", "").startsWith(start));
  const below: Record<string, string> = {
    company: "保険会社等の名称",
    type: "保険等の種類",
    period: "保険期間",
    holder: "保険等の契約者の氏名",
    relation: "あなたとの続柄",
    amount: "本年中に支払った保険料等",
  };
  for (const part of ["life", "care", "pension", "earthquake"]) {
    for (const [box, start] of Object.entries(below)) {
      const [value] = areasOf(texts, ({ field }) => field === `${part}.1.${box}`);
      const above = words(start).filter(({ x, y, w }) =>
        y < value!.y && x - 1 <= value!.x && value!.x + value!.w <= x + w + 1
      );
      assert(above.length > 0, `${part}.1.${box}`);
    }
  }
});

Deno.test("the 計算式 are those of the year: 23歳未満 has its own from 令和8年分 on, and 旧 is the last", () => {
  const printed = (year: number) => textsOf(formOf(year)).map(({ text }) => text);
  const before = printed(2025);
  assert(before.includes("計算式Ⅱ（旧保険料等用）") && !before.some((word) => word.includes("23歳未満")));
  for (const line of ["20,001円〜40,000円", "（A、C又はD）×1/2＋10,000円", "100,001円以上"]) {
    assert(before.includes(line), line);
  }
  const after = printed(2026);
  assert(after.includes("計算式Ⅲ（旧保険料等用）") && after.includes("（最高120,000円）"));
  for (const line of ["30,000円以下", "A×1/4＋30,000円", "一律に60,000円", "最高4万円・特例6万円"]) {
    assert(after.includes(line) && !before.includes(line), line);
  }
});

Deno.test("a contract is one line, below the one before", () => {
  const texts = textsOf(formOf(2026));
  const tops = ["life.1", "life.4", "care.1", "care.3", "pension.1", "pension.3"].map((row) => {
    const [company] = areasOf(texts, ({ field }) => field === `${row}.company`);
    const [amount] = areasOf(texts, ({ field }) => field === `${row}.amount`);
    assert(amount!.y > company!.y && amount!.y + amount!.h <= company!.y + company!.h + 1, row);
    return company!.y;
  });
  assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
});
