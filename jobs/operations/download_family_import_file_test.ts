import assert from "node:assert/strict";
import { relative } from "../../domain/declaration/declaration_fixture.ts";
import { FAMILY_BULK_UPDATE } from "../../domain/lists/tables/family_bulk_update.ts";
import { REQUEST_STATUSES } from "../../domain/request.ts";
import { download, HEAD, rowsOf, take, testListDownload, twoGroups } from "../lists/download_fixture.ts";
import type { Company } from "../test_tools.ts";

const KIND = "download_family_import_file";
const CONFIRMED = { request: { status: "confirmed" } } as const;

testListDownload({
  kind: KIND,
  titles: {
    group: "本社の家族情報一括更新用CSVダウンロード",
    all: "家族情報一括更新用CSVの一括ダウンロード",
  },
  dialog: "家族情報インポートファイルのダウンロード",
  file: "家族情報一括更新用",
  made: "家族情報インポートファイル",
  header: FAMILY_BULK_UPDATE.header,
  code: "従業員 社員番号",
  asked: CONFIRMED,
});

/** The first row by header. */
async function recordOf(c: Company): Promise<Record<string, string>> {
  const [header, row] = await rowsOf(await download(c, KIND, HEAD));
  return Object.fromEntries(header!.map((name, i) => [name, row![i]!]));
}

Deno.test("確定 alone is in the file", async () => {
  await using c = await twoGroups();
  for (const [n, status] of REQUEST_STATUSES.entries()) {
    await take(c, HEAD, `00000${n}`, { request: { status } });
  }
  const ended = await download(c, KIND, HEAD);
  const [, ...rows] = await rowsOf(ended);
  assert.deepEqual(rows.map(([, status, code]) => [status, code]), [["確定", "000006"]]);
  assert.equal(ended.job.message, "1名分の家族情報インポートファイルを作成しました。");
});

Deno.test("社会保険 is what the master said when the employee was taken in, of who is still the same", async () => {
  await using c = await twoGroups();
  const family = [relative("wife", { isSpouse: true }), relative("a", { socialSupport: "unsupported" })];
  await take(c, HEAD, "000001", {
    ...CONFIRMED,
    family,
    declared(one) {
      const [known] = one.family.people;
      return { ...one, family: { ...one.family, people: [{ ...known!, id: "added" }, known!] } };
    },
  });
  const record = await recordOf(c);
  const codes = ["配偶者", "家族1", "家族2"].map((who) => record[`${who} 社会保険の扶養状況`]);
  assert.deepEqual(codes, ["1", "99", "0"]);
});

Deno.test("empty 住所 cells of 別居 stand in quotes, and are empty to who reads them", async () => {
  await using c = await twoGroups();
  await take(c, HEAD, "000001", { ...CONFIRMED, family: [relative("a", { livingTogether: false })] });
  const { files: [file] } = await download(c, KIND, HEAD);
  const text = new TextDecoder().decode(file!.bytes);
  assert.match(text, /,2015\/05\/05,別居,"","","","","","","",,/);
  assert.equal(text.match(/""/g)!.length, 7);
  assert.ok(text.endsWith("\r\n"));
  assert.equal((await recordOf(c))["家族1 住所（国コード）"], "");
});

Deno.test("names go back to the master as they are: nothing is marked", async () => {
  await using c = await twoGroups();
  await take(c, HEAD, "000001", {
    ...CONFIRMED,
    family: [relative("a", { lastName: "=1+1", firstName: 'マリア, "M"' })],
  });
  const record = await recordOf(c);
  assert.deepEqual([record["家族1 姓"], record["家族1 名"]], ["=1+1", 'マリア, "M"']);
});
