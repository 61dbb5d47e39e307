import assert from "node:assert/strict";
import { allows } from "./permission.ts";
import { PERMISSION_MATRIX } from "./permission_matrix.ts";

const needs = (name: string) => {
  const lines = PERMISSION_MATRIX.flatMap(({ lines }) => lines).filter(({ functions }) =>
    functions.some((one) => one.includes(name))
  );
  assert.equal(lines.length, 1, name);
  return lines[0]!.needs;
};

Deno.test("the matrix names what each 機能操作範囲 is for", () => {
  assert.equal(needs("従業員情報の同期"), "admin");
  assert.equal(needs("依頼を未依頼に戻す"), "admin");
  assert.equal(needs("ヒントメッセージ"), "data");
  assert.equal(needs("バックグラウンド処理"), "data");
  assert.equal(needs("確定の取り消し"), "confirm");
  assert.equal(needs("差し戻し"), "review");
  assert.equal(needs("自分のアンケート"), null);
});

Deno.test("権限なし holds nothing but what everybody does for themselves", () => {
  for (const { lines } of PERMISSION_MATRIX) {
    for (const { needs } of lines) if (needs !== null) assert(!allows("none", needs));
  }
});
