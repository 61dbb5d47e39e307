import assert from "node:assert/strict";
import { DOCUMENT_DATETIME_LIST } from "../../domain/lists/tables/document_datetime_list.ts";
import { REQUEST_STATUS_LABELS, REQUEST_STATUSES } from "../../domain/request.ts";
import { newReview } from "../../domain/request_acts/documents.ts";
import { encodeCp932 } from "../../formats/cp932.ts";
import { restoreCell } from "../../formats/csv_write.ts";
import { download, HEAD, rowsOf, take, testListDownload, twoGroups } from "../lists/download_fixture.ts";
import { type Company, fileOf, PASSWORD } from "../test_tools.ts";

const KIND = "download_document_timestamps";

testListDownload({
  kind: KIND,
  titles: {
    group: "本社の書類作成更新日時リストダウンロード",
    all: "書類作成更新日時リストの一括ダウンロード",
  },
  dialog: "書類作成更新日時リストのダウンロード",
  file: "書類作成更新日時リスト",
  made: "書類作成更新日時リスト",
  header: DOCUMENT_DATETIME_LIST.header,
  code: "社員番号",
  asked: {},
});

/** The n-th column of the first row. */
async function cellOf(c: Company, header: string): Promise<string> {
  const [first, row] = await rowsOf(await download(c, KIND, HEAD));
  return row![first!.indexOf(header)]!;
}

Deno.test("every status is in the list", async () => {
  await using c = await twoGroups();
  for (const [n, status] of REQUEST_STATUSES.entries()) {
    await take(c, HEAD, `00000${n}`, { request: { status } });
  }
  const [, ...rows] = await rowsOf(await download(c, KIND, HEAD));
  assert.deepEqual(rows.map(([, word]) => word), Object.values(REQUEST_STATUS_LABELS));
});

Deno.test("確認状況を一括更新 to the state in which a document is already writes the later time", async () => {
  await using c = await twoGroups();
  const documents = { this_year_dependants: newReview(Date.UTC(2026, 10, 1)) };
  await take(c, HEAD, "000001", { request: { status: "answered", documents } });
  const table = (code: string) =>
    "社員番号,今年のマルフ,来年のマルフ,基配所,保険料控除申告書,住宅借入金等控除申告書,前職情報\r\n" +
    `000001,${code},,,,,\r\n`;
  async function set(code: string) {
    const { bytes } = encodeCp932(table(code));
    const { id } = await c.accept({
      operation: "update_review_statuses",
      group: HEAD,
      file: fileOf(bytes),
      fields: [["password", PASSWORD]],
    });
    const { job } = await c.ended(id);
    assert.equal(job.status, "completed", job.message);
  }
  await set("2");
  assert.equal(await cellOf(c, "今年のマルフダブルチェック待ち日時"), "2026/11/02 10:00");
  c.pass(3_600_000);
  await set("2");
  assert.equal(await cellOf(c, "今年のマルフダブルチェック待ち日時"), "2026/11/02 11:00");
  await set("1");
  assert.equal(await cellOf(c, "今年のマルフ確認日時"), "2026/11/02 11:00");
  c.pass(60_000);
  await set("1");
  assert.equal(await cellOf(c, "今年のマルフ確認日時"), "2026/11/02 11:01");
  assert.equal(await cellOf(c, "今年のマルフ作成日時"), "2026/11/01 09:00");
});

Deno.test("a name that a spreadsheet would compute is marked, and is itself again when the mark is taken off", async () => {
  await using c = await twoGroups();
  const lastName = '=HYPERLINK("http://example.com")';
  await take(c, HEAD, "000001", { master: { lastName } });
  assert.equal(await cellOf(c, "姓"), `'${lastName}`);
  assert.equal(restoreCell(await cellOf(c, "姓")), lastName);
});
