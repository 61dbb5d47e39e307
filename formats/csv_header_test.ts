import assert from "node:assert/strict";
import fc from "fast-check";
import { matchHeader } from "./csv_header.ts";

const columns = [
  { name: "社員番号", required: true },
  { name: "姓", required: true },
  { name: "フリガナ(姓)", required: false },
  { name: "生命保険料1：保険会社", required: false },
];
const problems = (...header: string[]) => matchHeader(header, columns).problems;

Deno.test("columns are found in any order and may be absent when they are not required", () => {
  assert.deepEqual(matchHeader(["姓", "社員番号"], columns), { names: ["姓", "社員番号"], problems: [] });
});

Deno.test("full and half width, brackets, spaces around and a BOM make no difference", () => {
  const header = ["\ufeff社員番号 ", "　姓", "ﾌﾘｶﾞﾅ（姓）", "生命保険料１:保険会社"];
  assert.deepEqual(matchHeader(header, columns), { names: columns.map(({ name }) => name), problems: [] });
});

Deno.test("エラー内容 is left out wherever it stands", () => {
  assert.deepEqual(matchHeader(["エラー内容", "社員番号", "姓", "エラー内容"], columns), {
    names: [null, "社員番号", "姓", null],
    problems: [],
  });
});

Deno.test("each problem names its column", () => {
  assert.deepEqual(problems("姓", "xyz", "姓", "", "姓 名", "xyz"), [
    "「社員番号」の列がありません",
    "「姓」の列が2つあります",
    "「xyz」は使えない項目名です",
    "4列目の項目名が空です",
    "「姓 名」は使えない項目名です",
  ]);
});

Deno.test("a file of another kind gets a short answer", () => {
  const answer = problems(...Array.from({ length: 50 }, (_, i) => `列${i}`.padEnd(200, "長")));
  assert.equal(answer.length, 11);
  assert.equal(answer.at(-1), "ほか42件");
  assert.ok(answer.every((problem) => problem.length < 50));
});

Deno.test("any order of the columns fits, and a dropped or doubled required one never does", () => {
  const names = columns.map(({ name }) => name);
  fc.assert(fc.property(fc.shuffledSubarray(names, { minLength: 4 }), fc.nat(3), (header, i) => {
    assert.deepEqual(matchHeader(header, columns), { names: header, problems: [] });
    const name = header[i]!;
    assert.deepEqual(matchHeader([...header, name], columns).problems, [`「${name}」の列が2つあります`]);
    const required = columns.find((column) => column.name === name)!.required;
    const without = matchHeader(header.filter((other) => other !== name), columns).problems;
    assert.deepEqual(without, required ? [`「${name}」の列がありません`] : []);
  }));
});
