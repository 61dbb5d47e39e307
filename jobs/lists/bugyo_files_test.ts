import assert from "node:assert/strict";
import { exampleRow } from "../../domain/lists/example_fixture.ts";
import { bugyoFile } from "../../domain/lists/tables/bugyo.ts";
import { CANARY, declare, declaredCompany, unzipped } from "../collected_fixture.ts";
import { GROUP } from "../requests_fixture.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  type CompanyOptions,
  type Ended,
  openCompany,
  TENANT,
} from "../test_tools.ts";

async function download(c: Company, group: string | null = GROUP): Promise<Ended> {
  const { id } = await c.accept({
    operation: "download_collected_information",
    group,
    fields: [["format", "bugyo"]],
  });
  return await c.ended(id);
}

/** The rows of both files, headers first. */
async function filesOf({ files }: Ended, encoding: "utf-8" | "shift_jis" = "utf-8") {
  const inside = Object.entries(await unzipped(files[0]!.bytes));
  return await Promise.all(
    inside.map(async ([name, bytes]) => ({ name, bytes, rows: await cellsOf(bytes, encoding) })),
  );
}

/** The company of the other tests, whose 000001 is called `lastName` and whose child is called `child`. */
const companyOf = (lastName: string, child: string, options?: CompanyOptions) =>
  declaredCompany((one) => {
    const { declaration } = one;
    const people = declaration.family.people.map((person) => ({ ...person, firstName: child }));
    return {
      ...one,
      declaration: {
        ...declaration,
        self: { ...declaration.self, lastName },
        family: { ...declaration.family, people },
      },
    };
  }, options);

Deno.test("給与奉行形式: a ZIP of the year and the year after it, each with codes over names", async () => {
  await using c = await declaredCompany();
  const ended = await download(c);
  assert.equal(ended.job.title, "本社の収集情報ダウンロード");
  assert.deepEqual(
    [ended.job.status, ended.job.message],
    ["completed", "2名分の給与奉行形式のデータを作成しました。"],
  );
  assert.deepEqual(ended.files.map(({ name, type }) => [name, type]), [
    ["OBC奉行インポート用データ.zip", "application/zip"],
  ]);
  const files = await filesOf(ended);
  assert.deepEqual(files.map(({ name }) => name), [
    "【OBC奉行インポート用】R08年末調整用.csv",
    "【OBC奉行インポート用】R09年末調整用.csv",
  ]);
  for (const [i, year] of (["thisYear", "nextYear"] as const).entries()) {
    const { codes, list } = bugyoFile(year);
    const { rows, bytes } = files[i]!;
    assert.deepEqual(rows.slice(0, 2), [codes, [...list.header]]);
    assert.deepEqual(rows.slice(2).map((cells) => cells.slice(0, 4)), [
      ["本社", "未依頼", "", "000001"],
      ["本社", "未依頼", "", "000002"],
    ]);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.equal(new TextDecoder().decode(bytes).includes(CANARY), false);
  }
});

Deno.test("the years of the files are that of the tenant and the next", async () => {
  await using c = await openCompany();
  for (const [year, names] of [[2025, ["R07", "R08"]], [2027, ["R09", "R10"]]] as const) {
    const submission = {
      operation: "download_collected_information",
      group: null,
      key: null,
      fields: [["format", "bugyo"]] as [string, string][],
      file: null,
    };
    const { id } = await c.service.accept({ tenant: { ...TENANT, year }, user: ADMIN }, submission);
    const files = await filesOf(await c.ended(id));
    assert.deepEqual(
      files.map(({ name }) => name),
      names.map((name) => `【OBC奉行インポート用】${name}年末調整用.csv`),
    );
    assert.deepEqual(files.map(({ rows }) => rows.length), [2, 2], "of nobody both headers alone");
  }
});

Deno.test("of all groups, newest first, in the same two files", async () => {
  await using c = await declaredCompany();
  const ended = await download(c, null);
  assert.equal(ended.job.title, "収集情報の一括ダウンロード");
  for (const { rows } of await filesOf(ended)) {
    assert.deepEqual(rows.slice(2).map((cells) => cells[3]), ["000003", "000001", "000002"]);
  }
});

Deno.test("BUGYO_ENCODING=shift_jis: no BOM, and what Shift_JIS lacks is 〓 and told of each row", async () => {
  await using c = await companyOf("𠮷田", "森鷗外", { bugyoEncoding: "shift_jis" });
  const ended = await download(c);
  const [now, next] = await filesOf(ended, "shift_jis");
  const cell = ({ rows }: typeof now & object, line: number, name: string) =>
    rows[line - 1]![rows[1]!.indexOf(name)];
  assert.equal(cell(now!, 3, "姓"), "〓田");
  assert.equal(cell(now!, 3, "被扶養者1 名"), "森〓外");
  assert.equal(cell(next!, 3, "姓"), "〓田");
  assert.notEqual(now!.bytes[0], 0xef);

  assert.equal(ended.job.status, "completed_with_errors");
  assert.equal(
    ended.job.message,
    "2名分の給与奉行形式のデータを作成しました。1件はエラーです（Shift_JISにない文字を「〓」にしました：1件）。",
  );
  assert.deepEqual(ended.result.errors.map(({ line, key, reason }) => [line, key, reason]), [
    [
      3,
      "000001",
      "Shift_JISにない文字を「〓」にしました（𠮷鷗）。取り込み先で正しい文字を入力してください。",
    ],
  ]);
  assert.deepEqual(ended.files.map(({ name }) => name), [
    "OBC奉行インポート用データ.zip",
    "OBC奉行インポート用データ_エラー.csv",
  ]);
  assert.deepEqual((await cellsOf(ended.files[1]!.bytes)).map((row) => row.slice(0, 2)), [
    ["行", "社員番号・依頼グループ"],
    ["3", "000001"],
  ]);
});

Deno.test("BUGYO_ENCODING=shift_jis: lines go on counting from batch to batch; who fits is no error", async () => {
  await using c = await companyOf("高橋", "太郎", { bugyoEncoding: "shift_jis", sealAfterMs: 0 });
  const clean = await download(c);
  assert.equal(clean.job.status, "completed");
  assert.equal(clean.files.length, 1);
  const { declaration, ...rest } = exampleRow();
  const self = { ...declaration.self, firstName: "😀" };
  await declare(c, 2, { ...rest, declaration: { ...declaration, self } });
  // 工場 with one person comes first.
  const { result } = await download(c, null);
  assert.deepEqual(result.errors.map(({ line, key }) => [line, key]), [[5, "000002"]]);
});
