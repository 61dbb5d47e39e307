import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../domain/errors.ts";
import { encodeCp932 } from "../formats/cp932.ts";
import { encodeCsv } from "../formats/csv_write.ts";
import { csvInput, type Row } from "./input.ts";
import { readRows, survey, type Upload } from "./rows.ts";

const INPUT = csvInput(
  [
    { name: "社員番号", required: true, example: "000123" },
    { name: "姓", required: false, example: "年調" },
    { name: "備考", required: false, example: "" },
  ],
  { name: "sample.csv", encoding: "utf-8" },
);

/** An upload that comes in pieces of `size` bytes. */
function upload(content: string | Uint8Array, encoding: Upload["encoding"] = "utf-8", size = 5): Upload {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    encoding,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += size) {
        yield await Promise.resolve(bytes.subarray(at, at + size));
      }
    },
  };
}

const all = async (of: Upload, duplicated?: ReadonlySet<string>): Promise<Row[]> =>
  (await Array.fromAsync(readRows(of, INPUT, duplicated))).flat();
const problems = (rows: Row[]) => rows.map(({ line, problem }) => [line, problem?.code ?? null]);
const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

Deno.test("rows carry line, 社員番号 and cells by name, whatever the order of the columns", async () => {
  const rows = await all(upload("備考,社員番号\nメモ, 000123 \n,9\n"));
  assert.deepEqual(rows, [
    { line: 2, key: "000123", cells: { 備考: "メモ", 社員番号: " 000123 " } },
    { line: 3, key: "9", cells: { 備考: "", 社員番号: "9" } },
  ]);
});

Deno.test("lines are lines of the file: quoted line breaks, blank lines, CRLF, LF and a missing last one", async () => {
  for (const end of ["\n", "\r\n"]) {
    const text = ["社員番号,姓,備考", '1,"a', 'b",', "", '2,"x', "", 'y",', "3,,"].join(end);
    for (const last of ["", end]) {
      const rows = await all(upload(text + last));
      assert.deepEqual(rows.map(({ line, key }) => [line, key]), [[2, "1"], [5, "2"], [8, "3"]]);
      assert.equal(rows[1]?.cells["姓"], `x${end}${end}y`);
    }
  }
});

Deno.test("a BOM is no part of the first column, and エラー内容 of an earlier round is not read", async () => {
  const rows = await all(upload("\ufeff社員番号,エラー内容\n1,従業員が見つかりませんでした。\n"));
  assert.deepEqual(rows, [{ line: 2, key: "1", cells: { 社員番号: "1" } }]);
});

Deno.test("Shift_JIS is read, cut anywhere", async () => {
  const { bytes } = encodeCp932("社員番号,姓,備考\r\n髙１,﨑,～①\r\n");
  for (const size of [1, 2, 3, 1_000]) {
    assert.deepEqual((await all(upload(bytes, "shift_jis", size)))[0]?.cells, {
      社員番号: "髙１",
      姓: "﨑",
      備考: "～①",
    });
  }
});

Deno.test("rows that cannot be taken carry their problem, the others are read on", async () => {
  const long = "9".repeat(256);
  const rows = await all(upload(`社員番号,姓\n1,a,\n,a\n2,b,c\n${long},\n   ,x\n${"8".repeat(255)},\n`));
  assert.deepEqual(problems(rows), [
    [2, "column_count"],
    [3, "code_missing"],
    [4, "column_count"],
    [5, "code_too_long"],
    [6, "code_missing"],
    [7, null],
  ]);
  assert.deepEqual(rows.map(({ problem }) => problem?.params ?? null), [
    { count: 3 },
    {},
    { count: 3 },
    { count: 256 },
    {},
    null,
  ]);
  assert.equal(rows[3]?.key, `${"9".repeat(50)}…`);
});

Deno.test("what a row lacks at its end is blank: Excel leaves separators out where many rows end in blank cells", async () => {
  const rows = await all(upload("社員番号,姓,備考,エラー内容\n1,a\n2\n3,,,\n4,,,,\n"));
  assert.deepEqual(problems(rows), [[2, null], [3, null], [4, null], [5, "column_count"]]);
  assert.deepEqual(rows.slice(0, 3).map(({ cells }) => cells), [
    { 社員番号: "1", 姓: "a", 備考: "" },
    { 社員番号: "2", 姓: "", 備考: "" },
    { 社員番号: "3", 姓: "", 備考: "" },
  ]);
  // A row that lacks the 社員番号 itself is one without.
  assert.deepEqual(problems(await all(upload("姓,備考,社員番号\na\n"))), [[2, "code_missing"]]);
});

Deno.test("a shortened 社員番号 keeps whole characters", async () => {
  const [row] = await all(upload(`社員番号\n${"𠮷".repeat(200)}\n`));
  assert.equal(row?.key, `${"𠮷".repeat(50)}…`);
});

Deno.test("every row of a repeated 社員番号 is refused, by its trimmed text and by nothing else", async () => {
  const file = upload("社員番号\n1\n01\n 1 \n２\n2\n1\n");
  const { rows, duplicated } = await survey(file, INPUT, 10);
  assert.deepEqual([rows, [...duplicated]], [6, ["1"]]);
  assert.deepEqual(problems(await all(file, duplicated)), [
    [2, "code_duplicated"],
    [3, null],
    [4, "code_duplicated"],
    [5, null],
    [6, null],
    [7, "code_duplicated"],
  ]);
});

Deno.test("rows without 社員番号 are no duplicates of each other", async () => {
  const { duplicated } = await survey(upload("社員番号,姓\n,a\n,b\n"), INPUT, 10);
  assert.equal(duplicated.size, 0);
});

Deno.test("no rows, too many rows and a broken file are refused before anything is written", async () => {
  for (const text of ["社員番号\n", "社員番号", "社員番号\n\n\r\n"]) {
    await assert.rejects(survey(upload(text), INPUT, 10), refusedWith("no_rows"), JSON.stringify(text));
  }
  await assert.rejects(survey(upload("社員番号\n1\n2\n3\n"), INPUT, 2), refusedWith("too_many_rows"));
  assert.equal((await survey(upload("社員番号\n1\n2\n"), INPUT, 2)).rows, 2);
  await assert.rejects(
    survey(upload('社員番号\n1\n"2\n3\n'), INPUT, 10),
    (error) => refusedWith("broken_csv")(error) && (error as Refusal).params.line === 3,
  );
});

Deno.test("a limit is told as pages write numbers", async () => {
  const many = upload("社員番号\n" + "1\n".repeat(1_001), "utf-8", 10_000);
  await assert.rejects(survey(many, INPUT, 1_000), (error) => (error as Refusal).params.limit === "1,000");
});

const cell = fc.string({ unit: "grapheme", maxLength: 8 }).filter((text) => !/[\r\n\ufeff]/.test(text));

Deno.test("whatever we write is read back: any cells, neutralised or not, cut anywhere", async () => {
  const records = fc.array(fc.tuple(fc.stringMatching(/^[0-9A-Z]{1,8}$/), cell, cell), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(
      records,
      fc.boolean(),
      fc.integer({ min: 1, max: 64 }),
      async (rows, neutralise, size) => {
        const { bytes } = encodeCsv(
          [["社員番号", "姓", "備考"], ...rows],
          { charset: "utf-8", neutralise },
          true,
        );
        const read = await all(upload(bytes, "utf-8", size));
        const written = neutralise
          ? rows
          : rows.map((row) => row.map((text) => /^'['=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text));
        assert.deepEqual(read.map(({ cells }) => Object.values(cells)), written.map((row) => [...row]));
      },
    ),
  );
});
