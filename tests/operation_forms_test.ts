import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { open, type Window } from "./support/browser.ts";
import { PASSWORD, signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { examine } from "./support/examine.ts";
import { untilJob } from "./support/jobs.ts";
import { acceptedJob, openDialog } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Forms of operations that ask for more than a file: choices (row 5) and the password (row 42). */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const INSURANCE = ["インポート", "団体保険料をインポート"] as const;
const NUMBERS = "マイナンバーを取り込む";
const FORMATS = ["LINC形式のDATファイル", "損保標準形式のDATファイル", "CSVファイル"];

const window = (javaScript = true): Promise<Window> =>
  open(sharedChromium.browser, shared.app, { as: "admin", javaScript });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

async function choose(form: Locator, name: string, bytes: Uint8Array) {
  await form.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(bytes),
  });
}

/** The template of the CSV format: its only row names nobody of the sample company. */
async function insuranceCsv(): Promise<Uint8Array> {
  const admin = await signIn(shared.app, "admin");
  const answer = await admin.fetch("/operations/import_group_insurance/template?format=csv");
  strictEqual(answer.status, 200);
  match(answer.headers.get("content-disposition")!, /^attachment; filename=/);
  return await answer.bytes();
}

Deno.test({
  name: "by keyboard: a format is chosen, its guide and file come, another format asks for another file",
  ignore,
  async fn() {
    const csv = await insuranceCsv();
    await using opened = await window();
    const { page } = opened;
    const { keyboard } = page;
    await page.goto("/employees");
    const dialog = await openDialog(page, ...INSURANCE);
    strictEqual(await page.getByRole("heading", { level: 2, name: /（1\/2）$/ }).count(), 1);
    deepStrictEqual(await dialog.getByRole("radio").count(), FORMATS.length);
    ok(await dialog.getByRole("radio", { name: FORMATS[0]! }).isChecked());
    strictEqual(await dialog.locator("input[type=file]").isVisible(), false);
    await examine(page, "choices");

    await dialog.getByRole("radio", { name: FORMATS[0]! }).focus();
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    ok(await dialog.getByRole("radio", { name: FORMATS[2]! }).isChecked());
    await keyboard.press("Enter");
    strictEqual(await focused(page), "団体保険料のインポート（2/2）");
    const sample = dialog.getByRole("link", { name: "サンプルCSVファイルのダウンロード" });
    match((await sample.getAttribute("href"))!, /template\?format=csv$/);
    await choose(dialog, "dantai.csv", csv);
    await dialog.getByText("dantai.csv").waitFor();
    await examine(page, "the file of a format");

    await dialog.getByRole("button", { name: "戻る" }).press("Enter");
    strictEqual(await focused(page), "団体保険料のインポート（1/2）");
    await dialog.getByRole("radio", { name: FORMATS[2]! }).focus();
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    strictEqual(await dialog.locator("input[type=file]").getAttribute("accept"), ".dat");
    strictEqual(await dialog.getByText("dantai.csv").count(), 0, "it was the file of the other format");
    await dialog.getByRole("button", { name: "アップロード" }).press("Enter");
    await dialog.getByText("ファイルが選択されていません").waitFor();

    await dialog.getByRole("button", { name: "戻る" }).press("Enter");
    await dialog.getByRole("radio", { name: FORMATS[2]! }).check();
    await dialog.getByRole("button", { name: "次へ" }).press("Enter");
    strictEqual(await dialog.getByText("ファイルが選択されていません").count(), 0, "nothing is wrong yet");
    await choose(dialog, "dantai.csv", csv);
    await dialog.getByRole("button", { name: "アップロード" }).press("Enter");
    await dialog.waitFor({ state: "hidden" });
    const job = await untilJob(await signIn(shared.app, "admin"), await acceptedJob(page));
    strictEqual(job.kind, "import_group_insurance");
    strictEqual(job.status, "completed_with_errors");
    deepStrictEqual(job.errors.map(({ line }) => line), [2]);

    const again = await openDialog(page, ...INSURANCE);
    ok(await again.getByRole("radio", { name: FORMATS[0]! }).isChecked(), "the dialog begins anew");
    strictEqual(await again.getByRole("button", { name: "次へ" }).count(), 1);
  },
});

const NUMBERS_CSV = utf8Csv([["社員番号", "続柄", "姓", "名", "個人番号"], [
  "999999",
  "本人",
  "",
  "",
  "123456789018",
]]);

Deno.test({
  name: "a password that is missing or wrong is said at its field, and the dialog keeps the file",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await page.goto("/settings/source");
    await page.getByRole("button", { name: NUMBERS }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const password = dialog.getByLabel("パスワード");
    const send = dialog.getByRole("button", { name: "アップロード" });
    await send.click();
    await dialog.getByText("パスワードが入力されていません").waitFor();
    await dialog.getByText("ファイルが選択されていません").waitFor();
    const hasFocus = () => password.evaluate((field) => field === document.activeElement);
    ok(await hasFocus());
    strictEqual(await password.getAttribute("autocomplete"), "current-password");
    await examine(page, "a password is missing");

    await choose(dialog, "numbers.csv", NUMBERS_CSV);
    await password.fill("a wrong one");
    const refused = page.waitForResponse((response) => response.status() === 403);
    await send.click();
    strictEqual((await (await refused).json()).error.code, "wrong_password");
    await dialog.getByText("パスワードが正しくありません").waitFor();
    strictEqual(await password.getAttribute("aria-invalid"), "true");
    ok(await hasFocus());
    await dialog.getByText("numbers.csv").waitFor();
    strictEqual(await dialog.getByRole("alert").innerText(), "");
    await examine(page, "a wrong password");

    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: NUMBERS }).click();
    strictEqual(await password.inputValue(), "", "a closed dialog keeps no password");
    await choose(dialog, "numbers.csv", NUMBERS_CSV);
    await password.fill(PASSWORD);
    await password.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    const job = await untilJob(await signIn(shared.app, "admin"), await acceptedJob(page));
    strictEqual(job.status, "completed_with_errors");
  },
});

Deno.test({
  name: "without JavaScript: formats one under the other, a refused form keeps the choice",
  ignore,
  async fn() {
    const csv = await insuranceCsv();
    await using opened = await window(false);
    const { page } = opened;
    await page.goto("/employees");
    await page.locator("summary", { hasText: INSURANCE[0] }).click();
    await page.getByRole("link", { name: INSURANCE[1] }).click();
    const main = page.getByRole("main");
    for (const format of FORMATS) await main.getByRole("heading", { name: `「${format}」の場合` }).waitFor();
    await main.getByRole("radio", { name: FORMATS[2]! }).check();
    await choose(main, "a.csv", utf8Csv([["社員番号", "何か"], ["1", "2"]]));
    await main.getByRole("button", { name: "アップロード" }).click();
    await main.getByRole("alert").waitFor();
    ok(await main.getByRole("radio", { name: FORMATS[2]! }).isChecked());
    await choose(main, "dantai.csv", csv);
    await main.getByRole("button", { name: "アップロード" }).click();
    match(await page.locator("#flash").innerText(), /^団体保険料のインポート\s*を受け付けました/);
  },
});

Deno.test({
  name: "without JavaScript: a wrong password shows the form again and never the password",
  ignore,
  async fn() {
    await using opened = await window(false);
    const { page } = opened;
    await page.goto("/operations/import_my_numbers?return_to=%2Fsettings%2Fsource");
    const main = page.getByRole("main");
    await main.getByLabel("パスワード").fill("a wrong one");
    await choose(main, "numbers.csv", NUMBERS_CSV);
    await main.getByRole("button", { name: "アップロード" }).click();
    match(await main.getByRole("alert").innerText(), /パスワードが正しくありません/);
    strictEqual(await main.getByLabel("パスワード").getAttribute("aria-invalid"), "true");
    strictEqual(await main.getByLabel("パスワード").inputValue(), "");
    ok(!(await page.content()).includes("a wrong one"));
    await main.getByLabel("パスワード").fill(PASSWORD);
    await choose(main, "numbers.csv", NUMBERS_CSV);
    await main.getByRole("button", { name: "アップロード" }).click();
    strictEqual(new URL(page.url()).pathname, "/settings/source");
    match(await page.locator("#flash").innerText(), /^マイナンバーの取り込み\s*を受け付けました/);
  },
});
