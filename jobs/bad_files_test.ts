import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { encodeCp932 } from "../formats/cp932.ts";
import { ERROR_COLUMN } from "../formats/csv_header.ts";
import { testFile } from "../formats/test_tools.ts";
import { FAILED, TURNED } from "./bad_files_cases_fixture.ts";
import { type Bytes, company, csv, example, names, row, start, taken, utf8 } from "./bad_files_fixture.ts";
import { csvImports } from "./csv_imports.ts";
import { templateOf } from "./template.ts";
import { ADMIN, cellsOf, TENANT } from "./test_tools.ts";

/**
 * What happens to bad files is the same for every import of a CSV, also for those that come later: the files are made
 * from the header of each import's own template.
 */
const TRICKY: string[] = JSON.parse(new TextDecoder().decode(testFile("cp932-tricky.json"))).tricky
  .map(({ char }: { char: string }) => char);

for (const it of csvImports()) {
  const { operation, input } = it;
  const title = [operation.kind, ...it.fields.map(([, value]) => value)].join(" ");

  Deno.test(`${title}: files of another kind are turned away, and nothing of them stays`, async () => {
    await using c = await company();
    for (const { name, file, bytes, codes } of TURNED) {
      await assert.rejects(start(c, it, bytes(it), file), (error) => {
        assert.ok(error instanceof Refusal, `${name}: ${error}`);
        assert.ok(codes(it).includes(error.code), `${name}: ${error.code}`);
        return true;
      });
    }
    assert.deepEqual((await c.service.list({ tenant: TENANT, user: ADMIN }, {})).jobs, []);
  });

  Deno.test(`${title}: what cannot be read as a whole ends as エラー`, async () => {
    await using c = await company();
    for (const { name, bytes, says } of FAILED) {
      const { job, files } = await c.ended((await start(c, it, bytes(it))).id);
      assert.equal(job.status, "failed", name);
      assert.match(job.message, says, name);
      assert.deepEqual(files, [], name);
    }
  });

  Deno.test(`${title}: 200,001 rows are too many`, async () => {
    await using c = await company(200_000);
    const columns = input.columns.filter(({ required }) => required).map(({ name }) => name);
    const line = (i: number) => `${columns.map((name) => name === input.key ? i : "").join(",")}\r\n`;
    const rows = Array.from({ length: 200_001 }, (_, i) => line(i + 1)).join("");
    const { job } = await c.ended((await start(c, it, utf8(`${columns.join(",")}\r\n${rows}`))).id);
    assert.equal(job.message, "ファイルの取り込みに失敗しました。行数が上限（200,000行）を超えています。");
  });

  Deno.test(`${title}: rows of any characters are taken or refused one by one, in UTF-8 and Shift_JIS`, async () => {
    const strange = [
      ...TRICKY,
      "ｶﾞﾊﾟ",
      "か\u3099",
      "𠮷野家",
      "👨‍👩‍👧",
      "=1+1",
      "'=1+1",
      "''x",
      "@",
      "-",
      "　",
      "\t",
      "a\nb",
      "a,b",
      '"',
      "\u200b",
      "\ufeff",
      "\u202e",
      "<b>",
      "${x}",
      "%s",
      "__proto__",
      "９".repeat(300),
    ];
    const rows = strange.map((text, i) => row(it, `${text}${i}`, () => text));
    await using c = await company();
    await taken(c, it, rows, "utf-8");
    const encodable = rows.filter((cells) => encodeCp932(cells.join("")).lost.length === 0);
    assert.ok(encodable.length > 50);
    await taken(c, it, encodable, "shift_jis");
  });

  Deno.test(`${title}: a cell of 900,000 characters is a refused row, not a broken job`, async () => {
    const long = "𠮷".repeat(450_000);
    await using c = await company();
    const { result } = await taken(c, it, [row(it, long)], "utf-8");
    assert.match(result.errors[0]!.reason, /長すぎます|文字数が上限を超えています/);
    assert.ok(result.errors[0]!.key.length < 200);
    for (const { name } of input.columns.filter(({ name }) => name !== input.key).slice(-2)) {
      const cells = row(it, "000001").map((cell, i) => names(it)[i] === name ? long : cell);
      await taken(c, it, [cells], "utf-8");
    }
  });

  Deno.test(`${title}: repeated and missing keys, and rows of another width, are refused`, async () => {
    await using c = await company();
    const rows = [
      row(it, "7"),
      row(it, " 7 "),
      row(it, ""),
      [...row(it, "8"), "", ""],
      [...row(it, "9"), ""],
    ];
    const { result } = await taken(c, it, rows, "utf-8");
    assert.deepEqual(result.errors.map(({ line }) => line), [2, 3, 4, 5, 6]);
    const expected = [/重複しています/, /重複しています/, /入力されていません/, /列の数が/, /列の数が/];
    expected.forEach((pattern, i) => assert.match(result.errors[i]!.reason, pattern));
  });

  Deno.test(`${title}: encoding, line ends, order and width of the header make no difference`, async () => {
    const rows = [example(it), row(it, "unknown"), row(it, "")];
    const straight = csv([names(it), ...rows]);
    const turned = csv([names(it), ...rows].map((cells) => cells.toReversed()));
    const wide = csv([
      names(it).map((name) => ` ${name.replaceAll(":", "：").replaceAll("1", "１")}`),
      ...rows,
    ]);
    const outcome = async (bytes: Bytes) => {
      await using c = await company();
      const { job, result } = await c.ended((await start(c, it, bytes)).id);
      return [job.status, job.message, job.progress, result.details, result.errors];
    };
    const first = await outcome(utf8(straight));
    const others = {
      bom: utf8(`\ufeff${straight}`),
      shiftJis: encodeCp932(straight).bytes,
      lf: utf8(straight.replaceAll("\r\n", "\n")),
      cr: utf8(straight.replaceAll("\r\n", "\r")),
      noLastBreak: utf8(straight.slice(0, -2)),
      reversed: utf8(turned),
      wide: utf8(wide),
      errorColumn: utf8(csv([[...names(it), ERROR_COLUMN], ...rows.map((cells) => [...cells, "x"])])),
    };
    for (const [name, bytes] of Object.entries(others)) assert.deepEqual(await outcome(bytes), first, name);
    const [header] = await cellsOf(templateOf(input), input.template.encoding);
    assert.deepEqual(header, names(it));
  });
}

Deno.test("there are imports to test", () => assert.ok(csvImports().length >= 3));
