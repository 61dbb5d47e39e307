import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { checkDigit } from "../domain/my_number.ts";
import { cellsOf } from "../jobs/test_tools.ts";
import { examine } from "./support/examine.ts";
import { open } from "./support/browser.ts";
import { PASSWORD, signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { download, untilJob } from "./support/jobs.ts";
import { scatter } from "./support/members_csv.ts";
import { numbersIn } from "./support/number_scan.ts";
import { acceptedJob, type ChosenFile, openDialog, openRequests } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** マイナンバー from its menus: synced, what was missing imported from a file, and synced again. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "300" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const HEADER = ["社員番号", "続柄", "姓", "名", "個人番号"];

function numberOf(n: number): string {
  const first11 = String(70_000_000_000 + n);
  return first11 + checkDigit(first11);
}

/** Numbers that stand in the file. */
const NUMBERS = Array.from({ length: 1100 }, (_, i) => numberOf(i));

/** Relatives of one person whom no family has: their numbers are kept all the same. */
function strangers(code: string, count: number): string[][] {
  return Array.from({ length: count }, (_, i) => [code, "その他", "遠縁", `第${i}`, numberOf(100 + i)]);
}

/** Fifty rows with every fault that a row can have. */
function badRows(code: string): string[][] {
  const times = (count: number, row: (i: number) => string[]) =>
    Array.from({ length: count }, (_, i) => row(i));
  const wrong = (number: string) => number.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  return [
    ...times(10, (i) => [code, "叔父", "検査", `数字${i}`, wrong(numberOf(1050 + i))]),
    ...times(5, (i) => [code, "叔母", "桁", `不足${i}`, numberOf(1060 + i).slice(0, 11)]),
    ...times(5, (i) => [`99999${i}`, "", "", "", numberOf(1065 + i)]),
    ...times(5, (i) => [`${i + 1}`, "", "", "", numberOf(1070 + i)]),
    ...times(10, (i) => [code, "甥", "重複", `第${i >> 1}`, numberOf(1075 + i)]),
    ...times(5, (i) => [code, "姪", "", `姓なし${i}`, numberOf(1085 + i)]),
    ...times(5, (i) => ["", "", "", "", numberOf(1090 + i)]),
    ...times(3, (i) => [numberOf(1095 + i), code, "", "", ""]),
    ...times(2, (i) => [code, "祖父", "余り", `列${i}`, numberOf(1098 + i), ""]),
  ];
}

async function sync(page: Page): Promise<string> {
  await openRequests(page, "本社");
  const dialog = await openDialog(page, "依頼グループ設定", "マイナンバーを同期");
  await dialog.getByRole("heading", { name: "マイナンバー情報を同期" }).waitFor();
  await dialog.getByRole("button", { name: "同期", exact: true }).click();
  return await acceptedJob(page);
}

async function openImport(page: Page): Promise<Locator> {
  await page.goto("/settings/source");
  await page.getByRole("button", { name: "マイナンバーを取り込む" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

async function send(dialog: Locator, { name, bytes }: ChosenFile, password: string) {
  await dialog.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(bytes),
  });
  await dialog.getByLabel("パスワード").fill(password);
  await dialog.getByRole("button", { name: "アップロード" }).click();
}

Deno.test({
  name:
    "numbers are synced, those that were missing are imported with the password, and the next sync finds them",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = opened;
    const admin = await signIn(shared.app, "admin");

    const first = await untilJob(admin, await sync(page));
    strictEqual(first.title, "本社のマイナンバーの同期");
    strictEqual(first.status, "completed_with_errors");
    match(
      first.message,
      /^\d+名のマイナンバーを同期しました。\d+件はエラーです（対象者のマイナンバーが存在しませんでした：\d+件）。$/,
    );
    await page.goto(`/background-jobs/${first.id}`);
    await page.getByText("マイナンバー取り込み失敗理由.csv").waitFor();
    const [header, ...missing] = await cellsOf(await download(admin, first.id));
    deepStrictEqual(header, ["社員番号", "姓", "名", "対象者", "続柄", "エラー内容"]);
    strictEqual(missing.length, first.errorCount);
    for (const [, , , name, relation, reason] of missing) {
      ok(reason!.startsWith(`${relation} ${name}が存在しませんでした。`), reason!);
    }

    const good = missing.map(([code, , , name, relation], i) => {
      const [last, first] = relation === "本人" ? ["", ""] : name!.split(" ");
      return [code!, relation!, last!, first!, numberOf(i)];
    });
    const rows = scatter(
      [...good, ...strangers(missing[0]![0]!, 950 - good.length)],
      badRows(missing[0]![0]!),
    );
    strictEqual(rows.length, 1000);
    const file = { name: "番号.csv", bytes: utf8Csv([HEADER, ...rows]) };
    const dialog = await openImport(page);
    await send(dialog, file, "wrong");
    await dialog.getByText("パスワードが正しくありません").waitFor();
    await send(dialog, file, PASSWORD);
    const imported = await untilJob(admin, await acceptedJob(page));
    strictEqual(imported.title, "マイナンバーの取り込み");
    strictEqual(
      imported.message,
      "950名のマイナンバーを取り込みました。50件はエラーです（マイナンバーに不正な値が指定されました：15件、" +
        "従業員が見つかりませんでした：10件、ほか5種類）。",
    );
    deepStrictEqual(imported.details.slice(1), [
      "15件はエラーです（マイナンバーに不正な値が指定されました）。",
      "10件はエラーです（従業員が見つかりませんでした）。",
      "10件はエラーです（同じ内容の行が重複しています）。",
      "5件はエラーです（必須の項目が入力されていません）。",
      "5件はエラーです（社員番号が入力されていません）。",
      "3件はエラーです（社員番号の欄に12桁の数字が入力されています）。",
      "2件はエラーです（列の数が項目名と合いません）。",
    ]);
    const [columns, ...errors] = await cellsOf(await download(admin, imported.id));
    deepStrictEqual(columns, ["社員番号", "続柄", "姓", "名", "エラー内容"]);
    strictEqual(errors.length, 50);
    deepStrictEqual(numbersIn(errors.flat().join("\n"), new Set(NUMBERS)), []);

    const second = await untilJob(admin, await sync(page));
    strictEqual(second.status, "completed", second.message);
    const employee = await page.locator("a[href*='/requests/']").first().getAttribute("href");
    await page.goto(`/employees/${employee!.split("/").at(-1)}`);
    const states = page.getByRole("table", { name: "マイナンバーの有無" }).getByRole("cell");
    ok((await states.allInnerTexts()).includes("有"));
    ok(!(await states.allInnerTexts()).includes("無"), "everybody's number is there now");

    await page.goto("/settings/my-numbers");
    await page.getByRole("heading", { level: 1, name: "マイナンバー" }).waitFor();
    const uses = page.getByRole("table").getByRole("row");
    strictEqual(await uses.count(), 4);
    match(
      await uses.nth(2).innerText(),
      /CSVから取り込み[^]*マイナンバーの取り込み[^]*950名/,
    );
    await page.getByText("950名分").waitFor();
    await uses.nth(1).getByRole("link", { name: "本社のマイナンバーの同期" }).click();
    await page.waitForURL(`/background-jobs/${second.id}`);
  },
});

Deno.test({
  name: "without JavaScript the import is a page of its own, and so is the record of uses",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin", javaScript: false });
    const { page } = opened;
    await page.goto("/settings/source");
    await page.getByRole("link", { name: "マイナンバーを取り込む" }).click();
    await page.getByRole("heading", { name: "マイナンバーの取り込み" }).first().waitFor();
    await page.locator("input[type=file]").setInputFiles({
      name: "a.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(utf8Csv([HEADER, ["999999", "", "", "", numberOf(1)]])),
    });
    await page.getByLabel("パスワード").fill(PASSWORD);
    await page.getByRole("button", { name: "アップロード" }).click();
    await page.waitForURL(/\/settings\/source/);
    const admin = await signIn(shared.app, "admin");
    const { status } = await untilJob(admin, await acceptedJob(page));
    strictEqual(status, "completed_with_errors");
    await page.goto("/settings/my-numbers");
    ok(await page.getByRole("table").getByRole("row").count() > 1);
  },
});

Deno.test({
  name: "axe finds nothing on the page of マイナンバー, on a desk and on a phone",
  ignore,
  async fn() {
    for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
      await using opened = await open(sharedChromium.browser, shared.app, {
        as: "admin",
        viewport,
        bypassContentPolicy: true,
      });
      await opened.page.goto("/settings/my-numbers");
      await examine(opened.page, `${viewport.width} px`);
    }
  },
});
