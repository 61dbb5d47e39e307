import assert from "node:assert/strict";
import { GROUP_COLUMNS, GROUP_TEXT, LAST_YEAR_COLUMNS, LAST_YEAR_TEXT } from "./columns.ts";

/** The header patterns of reference/csv-columns.md 2.24, block by block. */
const LAST_YEAR: [label: string, times: number, items: string][] = [
  [
    "一般の生命保険料",
    20,
    "保険会社等の名称 保険等の種類 保険期間 契約者氏名 受取人・氏名 受取人・続柄 新・旧区分",
  ],
  ["介護医療保険料", 20, "保険会社等の名称 保険等の種類 保険期間 契約者氏名 受取人・氏名 受取人・続柄"],
  [
    "個人年金保険料",
    20,
    "保険会社等の名称 保険等の種類 年金支払期間 契約者氏名 受取人・氏名 受取人・続柄 新・旧区分 支払い開始日",
  ],
  [
    "地震保険料控除",
    10,
    "保険会社等の名称 保険等の種類 保険期間 契約者氏名 受取人・氏名 受取人・続柄 地震・旧長期",
  ],
  ["社会保険料控除", 20, "社会保険の種類 保険料支払先の名称 契約者氏名 続柄"],
];

function expected(blocks: typeof LAST_YEAR, more: string): string[] {
  const columns = blocks.flatMap(([label, times, items]) =>
    Array.from(
      { length: times },
      (_, i) => `${items}${more}`.split(" ").map((item) => `${label}${i + 1}:${item}`),
    )
  );
  return ["社員番号", "姓", "名", ...columns.flat()];
}

Deno.test("昨年の保険料 has the columns of its file, block by block; 団体保険料 has the amounts besides and no 社会保険", () => {
  assert.deepEqual(LAST_YEAR_COLUMNS.map(({ name }) => name), expected(LAST_YEAR, ""));
  assert.deepEqual(
    GROUP_COLUMNS.map(({ name }) => name),
    expected(LAST_YEAR.slice(0, 4), " 保険料金額 証券番号"),
  );
});

Deno.test("only 社員番号 has to be there, and the dialog says the counts", () => {
  for (const columns of [LAST_YEAR_COLUMNS, GROUP_COLUMNS]) {
    assert.deepEqual(columns.filter(({ required }) => required).map(({ name }) => name), ["社員番号"]);
  }
  assert.ok(LAST_YEAR_TEXT.includes("地震保険料控除（10件まで）、社会保険料控除（20件まで）"));
  assert.ok(!GROUP_TEXT.includes("社会保険料控除"));
});
