import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { type Client, PASSWORD, signIn } from "./support/client.ts";
import { shiftJisCsv } from "./support/csv.ts";
import { examine } from "./support/examine.ts";
import { follow, readWithPython, untilShown } from "./support/import_twice.ts";
import { download, run, untilJob } from "./support/jobs.ts";
import { isFocused, tabTo } from "./support/keyboard.ts";
import { acceptedJob, type ChosenFile, openRequests, saveAttachment } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 28 and 35 from their dialogs to what they leave: the password, the file of refused rows, 同じ内容で再実行. */
const python = await findProgram("python3");
const ignore = chromiumPath === null || python === null;
const site = sharedApp({ env: { SAMPLE_EMPLOYEES: "300" } });
const chromium = sharedBrowser();

const STATUSES = "依頼状況の一括更新（CSVファイルの取り込み）";
const REVIEWS = "書類・前職情報確認状況の一括更新（CSVファイルの取り込み）";

/** A line of 依頼状況一覧, by its header. */
type Line = Record<string, string>;

/** 依頼状況一覧 of a group, read by Python. */
async function requestsOf(admin: Client, group: string): Promise<Line[]> {
  const job = await run(admin, { operation: "download_request_statuses", group: await admin.group(group) });
  const [header, ...rows] = await readCsvWithPython(python!, await download(admin, job.id), "utf-8-sig");
  return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]!])));
}

const codesIn = (lines: Line[], status: string) =>
  lines.filter((line) => line["ステータス"] === status && line["対象外理由"] === "").map((line) =>
    line["社員番号"]!
  );

const statusOf = (lines: Line[], code: string) =>
  lines.find((line) => line["社員番号"] === code)!["ステータス"];

function choose(where: Locator | Page, { name, bytes }: ChosenFile) {
  return where.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(bytes),
  });
}

const passwordIn = (where: Locator | Page) => where.getByLabel(/^パスワード/);

/** Types the password into a dialog by keyboard: first a wrong one, which the dialog tells of, then the right one. */
async function wrongThenRight(page: Page, dialog: Locator) {
  const password = passwordIn(dialog);
  await tabTo(page, password);
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await dialog.getByText("パスワードが正しくありません。").waitFor();
  ok(await isFocused(password), "the wrong password is ready to be written over");
  await examine(page, "the dialog with a wrong password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
}

/** The job that the page was led to from another one. */
async function nextJob(page: Page, former: string): Promise<string> {
  const isNext = ({ pathname }: URL) =>
    /^\/background-jobs\/\w+$/.test(pathname) && !pathname.endsWith(former);
  await page.waitForURL(isNext);
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

Deno.test({
  name:
    "by keyboard: 依頼状況 is changed with the password, read back by Python, and 再実行 asks for it again",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "admin" });
    const { page } = window;
    const admin = await signIn(site.app, "admin");
    const before = await requestsOf(admin, "本社");
    const [answered, waiting, asked] = ["回答済み", "未依頼", "依頼中"].map((status) =>
      codesIn(before, status)
    );
    const rows = [
      ...answered!.slice(0, 2).map((code) => [code, "1"]),
      ...waiting!.slice(0, 3).map((code) => [code, "2"]),
      ...asked!.slice(0, 2).map((code) => [code, "99"]),
      [waiting![3]!, ""],
      [asked![2]!, "2"],
      ["999999", "2"],
      [waiting![4]!, "確定"],
    ];
    const file = { name: "依頼.csv", bytes: shiftJisCsv([["社員番号", "依頼"], ...rows]) };

    await openRequests(page, "本社");
    const opener = page.getByRole("button", { name: "依頼状況を一括更新", exact: true });
    await tabTo(page, opener);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: STATUSES });
    await dialog.getByRole("link", { name: /サンプルCSV/ }).waitFor();
    await examine(page, "the dialog");
    await choose(dialog, file);
    await wrongThenRight(page, dialog);
    const title = "本社の依頼状況の一括更新";
    const first = await follow(page, title, await acceptedJob(page));
    await untilShown(page, "完了（エラーあり）");
    const said = await page.getByRole("main").innerText();
    ok(
      said.includes("2名の依頼を確定しました。3名の依頼を送信しました。2名の依頼を未依頼に戻しました。"),
      said,
    );
    ok(said.includes("1名は「依頼」が空欄のため変更しませんでした。3件はエラーです（"), said);

    const errors = await saveAttachment(page);
    strictEqual(errors.name, "依頼_エラー.csv");
    const [header, ...refused] = await readWithPython(python!, errors, "shift_jis");
    deepStrictEqual(header, ["社員番号", "依頼", "エラー内容"]);
    deepStrictEqual(refused.map((row) => row.slice(0, 2)), rows.slice(-3));
    match(refused[0]![2]!, /^依頼を送信できるのは「未依頼」だけです（現在は依頼中）。/);
    match(refused[1]![2]!, /^該当する従業員が見つかりませんでした。/);
    match(refused[2]![2]!, /^項目の値が正しくありません（依頼）。/);

    const after = await requestsOf(admin, "本社");
    const expected: Line = { "1": "確定", "2": "依頼中", "99": "未依頼" };
    for (const [code, value] of rows.slice(0, 7)) strictEqual(statusOf(after, code!), expected[value!]);
    strictEqual(statusOf(after, waiting![3]!), "未依頼");

    // The same again: nobody stands where they stood.
    await tabTo(page, page.getByRole("button", { name: "同じ内容で再実行" }));
    await page.keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "同じ内容で再実行" });
    await question.getByText("前回の結果は取り消されません。前回反映された変更や送信も、もう一度行われます。")
      .waitFor();
    await wrongThenRight(page, question);
    const again = await untilJob(admin, await nextJob(page, first));
    match(again.message, /^0名の依頼を変更しました。.*10件はエラーです（/);
    ok(!(await page.content()).includes(PASSWORD));
  },
});

Deno.test({
  name: "without JavaScript: the form, a wrong password, 再実行 and its question are pages",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "confirm", javaScript: false });
    const { page } = window;
    const admin = await signIn(site.app, "admin");
    const before = await requestsOf(admin, "工場");
    const [code, kept] = codesIn(before, "回答済み");
    const csv = shiftJisCsv([["社員番号", "依頼"], [code!, "1"], [kept!, "99"]]);
    const file = { name: "確定.csv", bytes: csv };

    await openRequests(page, "工場");
    await page.getByRole("link", { name: "依頼状況を一括更新", exact: true }).click();
    await page.getByRole("heading", { name: STATUSES }).first().waitFor();
    await choose(page, file);
    await passwordIn(page).fill("wrong");
    await page.getByRole("button", { name: "アップロード" }).click();
    await page.getByText("パスワードが正しくありません").first().waitFor();
    // A browser never fills a file in again.
    await choose(page, file);
    await passwordIn(page).fill(PASSWORD);
    await page.getByRole("button", { name: "アップロード" }).click();
    await page.waitForURL(/\/requests\?.*accepted=/);
    const first = await follow(page, "工場の依頼状況の一括更新", await acceptedJob(page));
    const confirmer = await signIn(site.app, "confirm");
    strictEqual(
      (await untilJob(confirmer, first)).message,
      "1名の依頼を確定しました。1件はエラーです（指定する権限がない値です：1件）。",
    );
    const after = await requestsOf(admin, "工場");
    deepStrictEqual([code!, kept!].map((one) => statusOf(after, one)), ["確定", "回答済み"]);

    await page.reload();
    await page.getByRole("link", { name: "同じ内容で再実行" }).click();
    await page.getByText(/前回反映された変更や送信も、もう一度行われます。/).waitFor();
    for (const password of ["wrong", PASSWORD]) {
      await passwordIn(page).fill(password);
      await page.getByRole("button", { name: "再実行" }).click();
      if (password === "wrong") await page.getByText("パスワードが正しくありません").first().waitFor();
    }
    const second = await nextJob(page, first);
    strictEqual((await untilJob(confirmer, second)).errorCount, 2);
  },
});

Deno.test({
  name: "without JavaScript: 確認状況 is changed from 書類一覧, and the file says each reason",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "download", javaScript: false });
    const { page } = window;
    const admin = await signIn(site.app, "admin");
    const lines = await requestsOf(admin, "本社");
    const handedIn = lines.filter((line) => line["ステータス"] === "回答済み");
    const ready = handedIn.find((line) => line["今年扶養控除"] === "チェック待ち")!;
    const none = handedIn.find((line) => line["保険控除"] === "未作成")!;
    ok(ready && none);
    const header = [
      "社員番号",
      "今年のマルフ",
      "来年のマルフ",
      "基配所",
      "保険料控除申告書",
      "住宅借入金等控除申告書",
      "前職情報",
    ];
    const bytes = shiftJisCsv([
      header,
      [ready["社員番号"]!, "1", "", "", "", "", ""],
      [none["社員番号"]!, "", "", "", "2", "", "99"],
    ]);
    const group = await admin.group("本社");
    await page.goto(`/groups/${group}/documents`);
    await page.getByRole("link", { name: "確認状況を一括更新", exact: true }).click();
    await page.getByRole("heading", { name: REVIEWS }).first().waitFor();
    await choose(page, { name: "確認.csv", bytes });
    await passwordIn(page).fill(PASSWORD);
    await page.getByRole("button", { name: "アップロード" }).click();
    await page.waitForURL(/\/documents\?.*accepted=/);
    const job = await follow(page, "本社の書類・前職情報確認状況の一括更新", await acceptedJob(page));
    const downloader = await signIn(site.app, "download");
    const ended = await untilJob(downloader, job);
    match(ended.message, /^1名の書類・前職情報の確認状況を更新しました。1件はエラーです（/);
    const errors = { name: "", bytes: await download(downloader, job) };
    const [columns, refused] = await readWithPython(python!, errors, "shift_jis");
    deepStrictEqual(columns, [...header, "エラー内容"]);
    match(
      refused!.at(-1)!,
      /書類または前職情報が作成されていません（保険料控除申告書）。99（削除）を指定できるのは「管理者」だけです（前職情報）。/,
    );
    const after = await requestsOf(admin, "本社");
    const now = after.find((line) => line["社員番号"] === ready["社員番号"])!;
    strictEqual(now["今年扶養控除"], "チェック済み");
  },
});
