import assert from "node:assert/strict";
import { rangeText } from "./range_text.ts";

Deno.test("a range in words: everybody, 本人, 部署 with and without 配下, 雇用形態", () => {
  assert.deepEqual(rangeText({ kind: "all" }), ["すべての従業員"]);
  assert.deepEqual(rangeText({ kind: "own" }), ["本人のみ"]);
  const condition = { kind: "condition" as const, departments: [], employmentTypes: [] };
  assert.deepEqual(rangeText({ ...condition, departments: ["営業部"] }), [
    "本人＋部署：営業部",
    "雇用形態：すべて",
  ]);
  assert.deepEqual(
    rangeText({
      ...condition,
      departments: ["営業部", "人事部"],
      below: ["営業部", "製造部"],
      ownDepartment: "both",
      employmentTypes: ["正社員", "嘱託"],
    }),
    [
      "本人＋部署：本人が所属する部署＋配下の部署、営業部＋配下の部署、人事部、製造部の配下の部署",
      "雇用形態：正社員、嘱託",
    ],
  );
});
