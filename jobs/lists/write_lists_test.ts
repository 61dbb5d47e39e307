import assert from "node:assert/strict";
import { python, testWithPython } from "../../formats/test_tools.ts";
import { set } from "../../kv/commit.ts";
import { yearKeys } from "../../kv/keys.ts";
import { SLICE } from "../../kv/member_slices.ts";
import { OPERATIONS } from "../registry.ts";
import { cellsOf, type Company, type Ended, openCompany, person, TENANT } from "../test_tools.ts";

const ALL = ["g1", "g2", "g3"];

/** Three groups of two; `more` people in 工場, the second of the three that a download of all meets. */
async function company(more = 0): Promise<Company> {
  const c = await openCompany();
  for (const [id, name] of [["g1", "本社"], ["g2", "工場"], ["g3", "店舗"]]) {
    await c.group(id!, name!);
    await c.members(id!, [person(`${id}-000001`), person(`${id}-000002`)]);
  }
  const people = Array.from({ length: more }, (_, i) => person(`g2-${String(i + 3).padStart(6, "0")}`));
  for (let i = 0; i < people.length; i += 100) await c.members("g2", people.slice(i, i + 100));
  return c;
}

/** A value of a version that is not known here, where a 依頼 was. */
async function damage(c: Company, group: string, code: string): Promise<void> {
  const key = yearKeys.request(TENANT.id, TENANT.year, group, code);
  assert.notEqual((await c.files.kv.get(key)).versionstamp, null);
  await c.committer.commit({ checks: [], mutations: [set(key, { v: 2, lastName: "山田" })] });
}

async function run(c: Company, group: string | null, operation = "download_request_statuses") {
  return await c.ended((await c.accept({ operation, group })).id);
}

const groupsIn = async (
  { files }: Ended,
) => [...new Set((await cellsOf(files[0]!.bytes)).slice(1).map(([group]) => group!))];

Deno.test("a group with a value that cannot be read is left out of a download of all, the others are joined", async () => {
  for (const more of [0, SLICE]) {
    await using c = await company(more);
    // With so many more, half of the group is written before it is met.
    await damage(c, "g2", `g2-${String(more + 2).padStart(6, "0")}`);
    const ended = await run(c, null);
    const { job, result, files } = ended;
    assert.deepEqual([job.status, job.message], [
      "completed_with_errors",
      "4名分の依頼状況一覧を作成しました。1件はエラーです（保存されているデータに読み取れないものがあります：1件）。",
    ]);
    assert.deepEqual(await groupsIn(ended), ["店舗", "本社"]);
    assert.equal((await cellsOf(files[0]!.bytes)).length, 5);
    assert.equal(files[1]!.name, "出力できなかった依頼グループ.csv");
    const number = job.id.slice(-8);
    const reason = "保存されているデータに読み取れないものがあります。" +
      `時間をおいてもう一度実行してください。続くときは番号 ${number} をお知らせください。`;
    assert.deepEqual(await cellsOf(files[1]!.bytes), [
      ["依頼グループ", "理由"],
      ["工場", `この依頼グループを出力できませんでした。${reason}`],
    ]);
    assert.deepEqual(result.errors, [{ line: null, key: "工場", reason }]);
    assert.equal(c.logged.length, 1);
    assert.doesNotMatch(c.logged.join(), /山田/);
  }
});

Deno.test("of one group the same ends the download as エラー, with its reason and no file", async () => {
  await using c = await company();
  await damage(c, "g2", "g2-000002");
  const { job, result, files } = await run(c, "g2");
  assert.deepEqual([job.status, job.message], [
    "failed",
    "処理を完了できませんでした。保存されているデータに読み取れないものがあります。",
  ]);
  assert.equal(files.length, 0);
  assert.match(result.errors[0]!.reason, /続くときは番号 [0-9A-Z]{8} をお知らせください。$/);
  for (const group of ["g1", "g3"]) assert.equal((await run(c, group)).job.status, "completed");
});

Deno.test("a list of everybody is no worse: the rest of it, and the group that is missing", async () => {
  await using c = await company();
  await c.members(null, [person("000009")]);
  const key = [...yearKeys.employees(TENANT.id, TENANT.year, "g3"), "g3-000001"];
  assert.notEqual((await c.files.kv.get(key)).versionstamp, null);
  await c.committer.commit({ checks: [], mutations: [set(key, "?")] });
  const ended = await run(c, null, "download_employee_list");
  assert.deepEqual((await cellsOf(ended.files[0]!.bytes)).map((row) => row[0]), [
    "社員番号",
    "g2-000001",
    "g2-000002",
    "g1-000001",
    "g1-000002",
    "000009",
  ]);
  assert.deepEqual((await cellsOf(ended.files[1]!.bytes)).map(([group]) => group), ["依頼グループ", "店舗"]);
});

const READ = `
import csv, io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
json.dump([list(csv.reader(io.StringIO(z.read(i).decode("utf-8-sig"), newline=""))) for i in z.infolist()], sys.stdout)
`;

testWithPython("a ZIP of nobody says so; one of which no group could be written does not", async () => {
  const run = async (c: Company) =>
    await c.ended(
      (await c.accept({ operation: "download_differences", group: null, fields: [["list", "this_year"]] }))
        .id,
    );
  const firstCells = async (bytes: Uint8Array<ArrayBuffer>) =>
    (JSON.parse(await python(READ, bytes)) as string[][][]).map((rows) =>
      rows.slice(1).map(([cell]) => cell)
    );
  await using empty = await openCompany();
  const { job: { status }, files: [nobody] } = await run(empty);
  assert.equal(status, "completed");
  const none = "差分はありませんでした";
  assert.deepEqual(await firstCells(nobody!.bytes), [[none], [none]]);

  await using c = await company();
  for (const group of ALL) await damage(c, group, `${group}-000001`);
  const { job, files: [zip, left] } = await run(c);
  assert.equal(job.status, "completed_with_errors");
  assert.deepEqual(await firstCells(zip!.bytes), [[], []]);
  assert.deepEqual((await cellsOf(left!.bytes)).map(([group]) => group), [
    "依頼グループ",
    "店舗",
    "工場",
    "本社",
  ]);
});

Deno.test("every download of several groups says which it leaves out", () => {
  const downloads = OPERATIONS.filter(({ kind, allGroups, scope }) =>
    kind.startsWith("download_") && (allGroups || scope === "all")
  );
  assert.ok(downloads.length >= 7);
  for (const { kind, errorFile } of downloads) {
    assert.equal(errorFile?.name, "出力できなかった依頼グループ.csv", kind);
  }
});
