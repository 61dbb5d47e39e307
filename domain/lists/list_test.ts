import assert from "node:assert/strict";
import { horizontal, vertical } from "./list.ts";
import type { Columns, Row } from "./row.ts";

const ROW = {} as Row;
const COLUMNS: Columns = {
  "社員番号": () => "000001",
  "前職{n}:名称": () => ["甲", "乙"],
  "前職{n}:金額": () => [1, null],
  "フラグ": () => true,
};

Deno.test("a run of repeated columns stands block by block, filled as far as there are values", () => {
  const list = horizontal(["社員番号", "前職{n}:名称", "前職{n}:金額", "フラグ"], COLUMNS, { "前職": 3 });
  assert.deepEqual(list.header, [
    "社員番号",
    "前職1:名称",
    "前職1:金額",
    "前職2:名称",
    "前職2:金額",
    "前職3:名称",
    "前職3:金額",
    "フラグ",
  ]);
  assert.deepEqual(list.rows(ROW), [["000001", "甲", "1", "乙", "", "", "", "1"]]);
});

Deno.test("what repeats apart stands after the run, although it has the same name", () => {
  const list = horizontal(["前職{n}:名称", ["前職{n}:金額"], "フラグ"], COLUMNS, { "前職": 2 });
  assert.deepEqual(list.header, ["前職1:名称", "前職2:名称", "前職1:金額", "前職2:金額", "フラグ"]);
  assert.deepEqual(list.rows(ROW), [["甲", "乙", "1", "", "1"]]);
});

Deno.test("縦並び: a row each, with what belongs to the employee on every row", () => {
  const list = vertical(["社員番号", "前職{n}:名称"], COLUMNS, () => 2);
  assert.deepEqual(list.header, ["社員番号", "前職:名称"]);
  assert.deepEqual(list.rows(ROW), [["000001", "甲"], ["000001", "乙"]]);
  assert.deepEqual(vertical(["社員番号"], COLUMNS, () => 0).rows(ROW), []);
});

Deno.test("a header that nothing reads, or a run without its number, is a mistake of ours", () => {
  assert.throws(() => horizontal(["氏名"], COLUMNS), /氏名/);
  assert.throws(() => horizontal(["前職{n}:名称"], COLUMNS), /前職/);
  assert.throws(() => vertical(["氏名"], COLUMNS, () => 1), /氏名/);
});
