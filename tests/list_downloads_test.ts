import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import columns from "../domain/lists/testdata/lists.json" with { type: "json" };
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { download, run } from "./support/jobs.ts";
import { acceptedJob, openDialog, openRequests, saveAttachment } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 15 to 18 and 23 to 26 from their menus to the file that opens, in a browser; read by Python, not by us. */
const shared = sharedApp();
const sharedChromium = sharedBrowser();
const python = await findProgram("python3");
const ignore = chromiumPath === null || python === null;

/** A download as its menu and its dialog name it, with its 処理名 and the beginning of the file's name. */
interface Row {
  label: string;
  dialog: string;
  group: string;
  all: string;
  file: string;
}

const STATUSES: Row = {
  label: "依頼状況一覧をダウンロード",
  dialog: "依頼状況一覧のダウンロード",
  group: "本社の依頼状況一覧ダウンロード",
  all: "依頼状況一覧の一括ダウンロード",
  file: "依頼状況一覧",
};
const TIMES: Row = {
  label: "書類作成更新日時リストをダウンロード",
  dialog: "書類作成更新日時リストのダウンロード",
  group: "本社の書類作成更新日時リストダウンロード",
  all: "書類作成更新日時リストの一括ダウンロード",
  file: "書類作成更新日時リスト",
};
const FAMILY: Row = {
  label: "家族情報インポートファイルをダウンロード",
  dialog: "家族情報インポートファイルのダウンロード",
  group: "本社の家族情報一括更新用CSVダウンロード",
  all: "家族情報一括更新用CSVの一括ダウンロード",
  file: "家族情報一括更新用",
};
const ORIGINALS: Row = {
  label: "原本一覧をダウンロード",
  dialog: "原本一覧のダウンロード",
  group: "本社の提出原本一覧CSVダウンロード",
  all: "提出原本一覧の一括ダウンロード",
  file: "提出原本一覧",
};

const read = (bytes: Uint8Array<ArrayBuffer>) => readCsvWithPython(python!, bytes, "utf-8-sig");

/** Starts the download in the menu, waits for its end on the job's page, and saves the file. */
async function take(page: Page, menu: string, row: Row): Promise<string[][]> {
  await openRequests(page, "本社");
  return await takeFromHere(page, menu, row);
}

/** The same from the page that is there. */
async function takeFromHere(page: Page, menu: string, row: Row): Promise<string[][]> {
  const dialog = await openDialog(page, menu, row.label);
  await dialog.getByRole("heading", { name: row.dialog, exact: true }).waitFor();
  await dialog.getByRole("button", { name: "ダウンロード", exact: true }).click();
  await page.goto(`/background-jobs/${await acceptedJob(page)}`);
  await page.getByText("完了", { exact: true }).filter({ visible: true }).first().waitFor();
  const title = menu === "ダウンロード" ? row.group : row.all;
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  const { name, bytes } = await saveAttachment(page);
  match(name, new RegExp(`^${row.file}_\\d{14}\\.csv$`));
  const records = await read(bytes);
  for (const record of records) strictEqual(record.length, records[0]!.length);
  return records;
}

/** `依頼グループ ステータス 社員番号` of everybody, of one group or of all, as 依頼状況一覧 has them. */
async function standing(group: string | null): Promise<string[]> {
  const admin = await signIn(shared.app, "admin");
  const id = group === null ? undefined : await admin.group(group);
  const job = await run(admin, { operation: "download_request_statuses", group: id });
  const [, ...rows] = await read(await download(admin, job.id));
  return rows.map(([name, status, , code]) => `${name} ${status} ${code}`);
}

const headersOf = (list: { header: string }[]) => list.map(({ header }) => header);
const headOf = (rows: string[][]) =>
  rows.slice(1).map(([group, status, code]) => `${group} ${status} ${code}`);

function checkTimes([header, ...rows]: string[][], people: readonly string[]) {
  deepStrictEqual(header, headersOf(columns.document_datetime_list));
  deepStrictEqual(headOf([header!, ...rows]), people);
  const moments = rows.flatMap((cells) => cells.slice(5)).filter((cell) => cell !== "");
  ok(moments.length > 0);
  for (const cell of moments) match(cell, /^2026\/\d\d\/\d\d \d\d:\d\d$/);
}

function checkFamily([header, ...rows]: string[][], people: readonly string[]) {
  const names = headersOf(columns.family_bulk_update).filter((name) => !name.startsWith("家族"));
  deepStrictEqual(header!.slice(0, names.length), names);
  strictEqual(header!.length, names.length + 15 * 25);
  deepStrictEqual(headOf([header!, ...rows]), people.filter((one) => one.includes(" 確定 ")));
  ok(rows.some((cells) => cells[header!.indexOf("家族1 続柄")] !== ""));
}

function checkOriginals([header, ...rows]: string[][], people: readonly string[]) {
  deepStrictEqual(header, headersOf(columns.originals_list));
  const kinds = columns.originals_list.at(-1)!.allowed!;
  ok(rows.length > 0);
  for (const cells of rows) ok(kinds.includes(cells[5]!.replace(/\d+$/, "")), cells[5]!);
  const some = new Set(headOf([header!, ...rows]));
  deepStrictEqual([...some], people.filter((one) => some.has(one)));
  for (const one of some) match(one, / (回答済み|再回答|確定) /);
}

Deno.test({
  name:
    "依頼状況一覧 of 本社 from ダウンロード▼ of a list that is filtered, and of all groups from 情報一括ダウンロード▼",
  ignore,
  async fn() {
    const [some, all] = [await standing("本社"), await standing(null)];
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = opened;
    for (const [menu, people] of [["ダウンロード", some], ["情報一括ダウンロード", all]] as const) {
      await openRequests(page, "本社");
      const counts = page.getByRole("navigation", { name: "依頼状況" });
      await counts.getByRole("link", { name: /^依頼中/ }).click();
      await page.waitForURL(/status=requested/);
      const [header, ...rows] = await takeFromHere(page, menu, STATUSES);
      deepStrictEqual(header, headersOf(columns.request_status_list));
      deepStrictEqual(rows.map(([group, status, , code]) => `${group} ${status} ${code}`), people);
      ok(rows.some((cells) => cells[1] !== "依頼中"), "filters never narrow");
    }
  },
});

Deno.test({
  name: "書類作成更新日時リスト, 家族情報インポートファイル and 原本一覧 of 本社, from ダウンロード▼",
  ignore,
  async fn() {
    const people = await standing("本社");
    await using opened = await open(sharedChromium.browser, shared.app, { as: "download" });
    checkTimes(await take(opened.page, "ダウンロード", TIMES), people);
    checkFamily(await take(opened.page, "ダウンロード", FAMILY), people);
    checkOriginals(await take(opened.page, "ダウンロード", ORIGINALS), people);
  },
});

Deno.test({
  name: "the same of all groups, from 情報一括ダウンロード▼",
  ignore,
  async fn() {
    const people = await standing(null);
    deepStrictEqual([...new Set(people.map((one) => one.split(" ")[0]))], ["本社", "工場", "店舗"]);
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    checkTimes(await take(opened.page, "情報一括ダウンロード", TIMES), people);
    checkFamily(await take(opened.page, "情報一括ダウンロード", FAMILY), people);
    checkOriginals(await take(opened.page, "情報一括ダウンロード", ORIGINALS), people);
  },
});
