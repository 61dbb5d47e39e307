import assert from "node:assert/strict";
import type { MountedOriginal } from "../../domain/mounted_originals.ts";
import { type Sheet, sizeOf } from "../../formats/pdf/sheet.ts";
import { mountingSheet } from "./mod.ts";

const ITEM: MountedOriginal = {
  kind: "一般の生命保険料（新）",
  company: "八景生命",
  type: "終身",
  policyNumber: "12-345",
  amount: 80_000,
};
const WHOSE = {
  company: "株式会社八景",
  establishment: "本社",
  group: "2026年 正社員",
  code: "000123",
  name: "山田 花子",
  department: "営業部",
};

Deno.test("the 台紙 says whose it is and lists the certificates with their amounts", () => {
  const [sheet, ...more] = mountingSheet({ ...WHOSE, items: [ITEM, { ...ITEM, policyNumber: "99" }] });
  assert.deepEqual(more, []);
  assert.deepEqual(filledIn(sheet!), [
    ["会社名", "株式会社八景"],
    ["事業所名", "本社"],
    ["依頼グループ", "2026年 正社員"],
    ["部署", "営業部"],
    ["社員番号", "000123"],
    ["氏名", "山田 花子"],
    ["社員番号", "000123"],
    ...rowOf(1, "12-345"),
    ...rowOf(2, "99"),
  ]);
});

Deno.test("社員番号 stands a second time, to be read from afar", () => {
  const [sheet] = mountingSheet({ ...WHOSE, items: [ITEM] });
  const sizes = sheet!.texts.filter(({ field }) => field === "社員番号").map(({ size }) => size);
  assert(Math.max(...sizes) >= 24);
});

Deno.test("ten certificates a sheet: each sheet says whose it is and has room to paste, numbers go on", () => {
  const sheets = mountingSheet({ ...WHOSE, items: Array(23).fill(ITEM) });
  assert.equal(sheets.length, 3);
  for (const [n, sheet] of sheets.entries()) {
    const texts = filledIn(sheet);
    assert(texts.some(([field, text]) => field === "氏名" && text === "山田 花子"));
    assert(texts.some(([field]) => field.startsWith(`${n * 10 + 1}件目`)));
    assert(sheet.texts.some(({ text }) => text.includes(`${n + 1}／3枚`)));
    assert(pasteArea(sheet).h > sizeOf(sheet).h / 2.5);
  }
});

Deno.test("without certificates, and with nothing known but the person, there is a sheet with room", () => {
  const items: MountedOriginal[] = [];
  const [sheet, ...more] = mountingSheet({
    ...WHOSE,
    company: null,
    establishment: null,
    department: null,
    items,
  });
  assert.deepEqual(more, []);
  assert.deepEqual(filledIn(sheet!).map(([field]) => field), [
    "依頼グループ",
    "社員番号",
    "氏名",
    "社員番号",
  ]);
  assert(pasteArea(sheet!).h > sizeOf(sheet!).h / 2);
});

function filledIn({ texts }: Sheet): [field: string, text: string][] {
  return texts.flatMap(({ field, text }) => field === undefined ? [] : [[field, text] as [string, string]]);
}

function rowOf(n: number, policyNumber: string): [string, string][] {
  return [
    [`${n}件目 種別`, "一般の生命保険料（新）"],
    [`${n}件目 保険会社等`, "八景生命"],
    [`${n}件目 保険等の種類`, "終身"],
    [`${n}件目 証券番号`, policyNumber],
    [`${n}件目 申告額`, "80,000円"],
  ];
}

/** The dashed frame; nothing is printed in it but what it is for. */
function pasteArea({ shapes, texts }: Sheet) {
  const [frame, ...more] = shapes.filter(({ dashed }) => dashed);
  assert(frame?.kind === "rectangle" && more.length === 0);
  const { area } = frame;
  const within = texts.filter((one) =>
    one.area.y >= area.y && one.area.y + one.area.h <= area.y + area.h && one.field !== undefined
  );
  assert.deepEqual(within, []);
  return area;
}
