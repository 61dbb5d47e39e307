import assert from "node:assert/strict";
import { CONTEXT, contract, everything } from "../../domain/forms/forms_fixture.ts";
import { boxesOf, type Form } from "../../domain/forms/mod.ts";
import type { Sheet } from "../../formats/pdf/sheet.ts";
import type { ContractKind } from "../../domain/insurance.ts";
import { NO_NUMBERS, sheetsOf } from "../mod.ts";

/** The form of a year for somebody with so many contracts of each kind, every box filled with its own id. */
function marked(year: number, counts: Record<ContractKind, number>): Form {
  const collected = everything();
  collected.insurance.contracts = Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, n) => contract({ id: `${kind}${n}`, kind: kind as ContractKind }))
  );
  const form = boxesOf("insurance", collected, { ...CONTEXT, year });
  const mark = <B extends { id: string }>(box: B) => ({ ...box, label: box.id, value: box.id });
  return {
    ...form,
    parts: form.parts.map((part) => ({
      ...part,
      boxes: part.boxes.map(mark),
      rows: part.rows.map((row) => ({ ...row, boxes: row.boxes.map(mark) })),
    })),
  };
}

const ROOM = { life: 4, care: 3, pension: 3, earthquake: 2, social: 3 };

const fields = ({ texts }: Sheet) => texts.flatMap(({ field }) => field ?? []).sort();
const words = ({ texts }: Sheet) => texts.filter(({ field }) => !field).map(({ text }) => text);

/** What has to stand on the `n`-th page. */
function expected({ parts }: Form, n: number): string[] {
  return parts.flatMap(({ id, boxes, rows, paperRows }) => [
    ...(n === 0 || id === "head" ? boxes : []),
    ...rows.slice(n * paperRows, (n + 1) * paperRows).flatMap((row) => row.boxes),
  ]).map(({ id }) => id).sort();
}

for (const year of [2021, 2025, 2026, 2027]) {
  Deno.test(`保険料控除申告書 of ${year}: every box stands on its page, once`, () => {
    const form = marked(year, ROOM);
    const sheets = sheetsOf(form, NO_NUMBERS);
    assert.equal(sheets.length, 1);
    assert.deepEqual(fields(sheets[0]!), expected(form, 0));
  });
}

Deno.test("contracts without room go on, part by part, on further pages with the head alone", () => {
  const form = marked(2026, { life: 9, care: 4, pension: 3, earthquake: 5, social: 0 });
  const sheets = sheetsOf(form, NO_NUMBERS);
  assert.equal(sheets.length, 3);
  for (const [n, sheet] of sheets.entries()) assert.deepEqual(fields(sheet), expected(form, n));
  assert(expected(form, 2).includes("life.9.company") && !expected(form, 1).includes("life.by_new"));
});

Deno.test("the 計算式 are those of the year: 23歳未満 has its own from 令和8年分 on, and 旧 is the last", () => {
  const printed = (year: number) => words(sheetsOf(marked(year, ROOM), NO_NUMBERS)[0]!);
  const before = printed(2025);
  assert(before.includes("計算式Ⅱ（旧保険料等用）") && !before.some((word) => word.includes("23歳未満")));
  for (const line of ["20,001円〜40,000円", "（A、C又はD）×1/2＋10,000円", "100,001円以上"]) {
    assert(before.includes(line), line);
  }
  const after = printed(2026);
  assert(after.includes("計算式Ⅲ（旧保険料等用）"));
  for (const line of ["30,000円以下", "A×1/4＋30,000円", "一律に60,000円", "（最高120,000円）"]) {
    assert(after.includes(line), line);
    assert.equal(before.includes(line), line === "（最高120,000円）", line);
  }
});

Deno.test("nothing stands outside the margins", () => {
  const [sheet] = sheetsOf(marked(2026, ROOM), NO_NUMBERS);
  for (const { area, text } of sheet!.texts) {
    assert(area.x >= 20 && area.y >= 20, text);
    assert(area.x + area.w <= 841.89 - 20 && area.y + area.h <= 595.28 - 20, text);
  }
});
