import assert from "node:assert/strict";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import type { PreviousJob } from "../../domain/declaration/previous_job.ts";
import { ORIGINALS_LIST } from "../../domain/lists/tables/originals_list.ts";
import { REQUEST_STATUSES } from "../../domain/request.ts";
import { download, HEAD, rowsOf, take, testListDownload, twoGroups } from "../lists/download_fixture.ts";

const KIND = "download_originals";

const job = (id: string): PreviousJob => ({
  id,
  slip: "at_hand",
  lastPaidOn: null,
  leftOn: null,
  paid: 1,
  withheld: 0,
  socialInsurance: 0,
  mutualAid: 0,
  zip: "",
  address: "",
  name: "",
  phone: "",
});

/** Answered, with so many 源泉徴収票 to hand in. */
const slips = (count: number, status: typeof REQUEST_STATUSES[number] = "answered") => ({
  request: { status },
  declared: (one: Declaration): Declaration => {
    const jobs = Array.from({ length: count }, (_, n) => job(String(n)));
    return { ...one, previousJob: { ...one.previousJob, jobs } };
  },
});

testListDownload({
  kind: KIND,
  titles: { group: "本社の提出原本一覧CSVダウンロード", all: "提出原本一覧の一括ダウンロード" },
  dialog: "原本一覧のダウンロード",
  file: "提出原本一覧",
  made: "原本一覧",
  header: ORIGINALS_LIST.header,
  code: "社員番号",
  asked: slips(1),
});

Deno.test("回答済み, 再回答 and 確定 are in the list", async () => {
  await using c = await twoGroups();
  for (const [n, status] of REQUEST_STATUSES.entries()) await take(c, HEAD, `00000${n}`, slips(1, status));
  const [, ...rows] = await rowsOf(await download(c, KIND, HEAD));
  assert.deepEqual(rows.map(([, status]) => status).sort(), ["再回答", "回答済み", "確定"]);
});

Deno.test("a row an original; people are counted who have one, once", async () => {
  await using c = await twoGroups();
  await take(c, HEAD, "000001", slips(2));
  await take(c, HEAD, "000002", slips(0));
  await take(c, HEAD, "000003", slips(1));
  const ended = await download(c, KIND, HEAD);
  assert.equal(ended.job.message, "2名分の原本一覧を作成しました。");
  assert.deepEqual(ended.job.progress, { done: 3, total: 3 });
  const [, ...rows] = await rowsOf(ended);
  assert.deepEqual(rows, [
    ["本社", "回答済み", "000001", "山田", "花子", "前職の源泉徴収票1"],
    ["本社", "回答済み", "000001", "山田", "花子", "前職の源泉徴収票2"],
    ["本社", "回答済み", "000003", "山田", "花子", "前職の源泉徴収票"],
  ]);
});

Deno.test("a name that a spreadsheet would compute is marked", async () => {
  await using c = await twoGroups();
  await take(c, HEAD, "000001", { ...slips(1), master: { lastName: "@SUM(A1)" } });
  const [, row] = await rowsOf(await download(c, KIND, HEAD));
  assert.equal(row![3], "'@SUM(A1)");
});
