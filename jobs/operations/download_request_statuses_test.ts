import assert from "node:assert/strict";
import { REQUEST_STATUS_LIST } from "../../domain/lists/tables/request_status_list.ts";
import type { Range } from "../../domain/permission.ts";
import { cellsOf, type Company, openCompany, person, TENANT, testUser } from "../test_tools.ts";

async function company(): Promise<Company> {
  const c = await openCompany();
  await c.group("g1", "本社");
  await c.group("g2", "店舗");
  await c.members("g1", [person("000002", { department: "総務部" }), person("000001")]);
  await c.members("g2", [person("000003", { employmentType: "パート" })]);
  await c.members(null, [person("000004"), person("000005")]);
  return c;
}

const start = (c: Company, group: string | null, user?: ReturnType<typeof testUser>) =>
  c.accept({ operation: "download_request_statuses", group }, user);

const rowsOf = async (bytes: Uint8Array) =>
  (await cellsOf(bytes)).map(([group, status, , code]) => `${group} ${status} ${code}`);

Deno.test("one group: its 依頼 by 社員番号, under the name and file name of the table", async () => {
  await using c = await company();
  const { id, title } = await start(c, "g1");
  assert.equal(title, "本社の依頼状況一覧ダウンロード");
  const { job, result, files: [file] } = await c.ended(id);
  assert.deepEqual([job.status, job.message], ["completed", "2名分の依頼状況一覧を作成しました。"]);
  assert.deepEqual(result.details, ["2名分の依頼状況一覧を作成しました。"]);
  assert.deepEqual(job.group, { id: "g1", name: "本社" });
  assert.equal(file?.name, "依頼状況一覧_20261102100000.csv");
  assert.deepEqual((await cellsOf(file!.bytes))[0], REQUEST_STATUS_LIST.header);
  assert.deepEqual((await rowsOf(file!.bytes)).slice(1), ["本社 未依頼 000001", "本社 未依頼 000002"]);
});

Deno.test("all groups: joined, newest first; people in no group are counted, not listed", async () => {
  await using c = await company();
  const { id, title } = await start(c, null);
  assert.equal(title, "依頼状況一覧の一括ダウンロード");
  const { job, result, files: [file] } = await c.ended(id);
  assert.equal(job.status, "completed");
  assert.equal(
    job.message,
    "3名分の依頼状況一覧を作成しました。対象外のため処理しなかった従業員が2名います。",
  );
  assert.deepEqual(result.details, [
    "3名分の依頼状況一覧を作成しました。",
    "2名はどの依頼グループにも登録されていないため、一覧に含まれていません。",
  ]);
  assert.deepEqual((await rowsOf(file!.bytes)).slice(1), [
    "店舗 未依頼 000003",
    "本社 未依頼 000001",
    "本社 未依頼 000002",
  ]);
});

Deno.test("a group without employees: the header alone, and 完了", async () => {
  await using c = await openCompany();
  await c.group("g1", "空");
  const { job, files: [file] } = await c.ended((await start(c, "g1")).id);
  assert.deepEqual([job.status, job.message], ["completed", "0名分の依頼状況一覧を作成しました。"]);
  assert.deepEqual(await cellsOf(file!.bytes), [REQUEST_STATUS_LIST.header]);
});

const SALES: Range = { kind: "condition", departments: ["営業部"], employmentTypes: [] };

Deno.test("a runner with a range gets its range, and that of the acceptance when it has become wider", async () => {
  await using c = await company();
  const narrow = testUser("range", { role: "download", range: SALES, employeeCode: "000001" });
  await c.user(narrow);
  const { job, files: [file] } = await c.ended((await start(c, "g1", narrow)).id, narrow);
  assert.deepEqual((await rowsOf(file!.bytes)).slice(1), ["本社 未依頼 000001"]);
  assert.equal(job.message, "1名分の依頼状況一覧を作成しました。");
  assert.deepEqual(job.progress, { done: 2, total: 2 });

  const letGo = c.hold();
  const accepted = await start(c, "g1", narrow);
  await c.user({ ...narrow, range: { kind: "all" } });
  letGo();
  const later = await c.ended(accepted.id, narrow);
  assert.deepEqual((await rowsOf(later.files[0]!.bytes)).slice(1), ["本社 未依頼 000001"]);
});

Deno.test("a runner with a range who is no target himself gets nobody", async () => {
  await using c = await company();
  const outsider = await c.user(testUser("range", { role: "download", range: SALES }));
  const { job, files: [file] } = await c.ended((await start(c, "g1", outsider)).id, outsider);
  assert.equal(job.message, "0名分の依頼状況一覧を作成しました。");
  assert.equal((await cellsOf(file!.bytes)).length, 1);
});

Deno.test("rights that are lost before the start end the job as エラー, and leave no file", async () => {
  const changes = [{ active: false }, { role: "check" as const }, { role: "none" as const }, {
    range: SALES,
  }];
  for (const change of changes) {
    await using c = await company();
    const user = await c.user(testUser("download", { role: "download", employeeCode: "000001" }));
    const letGo = c.hold();
    const { id } = await start(c, "g1", user);
    await c.user({ ...user, ...change });
    letGo();
    const { job, result } = await c.ended(id);
    assert.deepEqual([job.status, job.message], [
      "failed",
      "処理を実行できませんでした。実行した人の権限がなくなりました。",
    ]);
    assert.deepEqual(result.attachments, []);
  }
});

Deno.test("a target that is not there any more when the job starts ends it as エラー", async () => {
  await using c = await company();
  const letGo = c.hold();
  const { id } = await start(c, "g1");
  await c.files.kv.delete(["t", TENANT.id, "y", TENANT.year, "group", "g1"]);
  letGo();
  const { job } = await c.ended(id);
  assert.equal(job.message, "処理を実行できませんでした。対象の依頼グループが削除されました。");
});
