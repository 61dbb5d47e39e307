import { match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { untilJob } from "./support/jobs.ts";
import { acceptedJob } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { PASSWORD } from "./support/client.ts";

const shared = sharedApp();
const sharedChromium = sharedBrowser();

/** More Tab presses than any page of the product needs. */
const MOST_TABS = 60;

/** What has the focus, as a person with a screen reader hears it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const named = element?.getAttribute("aria-label") ?? element?.labels?.[0]?.innerText;
    return (named ?? element?.innerText ?? "").trim();
  });
}

/** Presses Tab, or Shift+Tab, until what has the focus is called `name`. */
async function tabTo(page: Page, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab") {
  const passed: string[] = [];
  for (let n = 0; n < MOST_TABS; n++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`no way to ${name} by Tab; passed ${passed.join(" | ")}`);
}

Deno.test({
  name: "from the sign-in to the file with the keyboard alone",
  ignore: chromiumPath === null,
  async fn() {
    const { app } = shared;
    const admin = await signIn(app, "download");
    await using window = await open(sharedChromium.browser, app, { as: null });
    const { page } = window;
    const { keyboard } = page;
    await page.goto("/login");
    await keyboard.press("Tab");
    strictEqual(await focused(page), "本文へ移動");
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await keyboard.type("download@sample.example");
    await keyboard.press("Tab");
    await keyboard.type(PASSWORD);
    await keyboard.press("Enter");
    await page.waitForURL("/");

    await tabTo(page, /^依頼一覧$/);
    await keyboard.press("Enter");
    await page.waitForURL("**/requests");
    // The menu exists as a button once the page is alive.
    const trigger = page.getByRole("button", { name: "ダウンロード", exact: true });
    await trigger.waitFor();
    await tabTo(page, /^この画面の使い方$/);
    await keyboard.press("Enter");
    await tabTo(page, /^使い方ガイドの「従業員に依頼する」を読む$/);
    await tabTo(page, /^ダウンロード$/);
    await keyboard.press("Enter");
    strictEqual(await focused(page), "依頼状況一覧をダウンロード", "the first item has the focus");
    await keyboard.press("Escape");
    strictEqual(await focused(page), "ダウンロード", "Esc gives it back");
    await keyboard.press("ArrowDown");
    strictEqual(await focused(page), "依頼状況一覧をダウンロード");
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "依頼状況一覧のダウンロード" });
    await dialog.waitFor();
    await keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    ok(await trigger.evaluate((element) => element === document.activeElement), "back on the opener");

    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await dialog.waitFor();
    await tabTo(page, /^ダウンロード$/);
    await keyboard.press("Enter");
    const job = await acceptedJob(page);
    await untilJob(admin, job);
    await tabTo(page, /^バックグラウンド処理$/, "Shift+Tab");
    await keyboard.press("Enter");
    await page.waitForURL("**/background-jobs");
    await tabTo(page, /依頼状況一覧ダウンロード$/);
    await keyboard.press("Enter");
    await page.waitForURL(`**/background-jobs/${job}`);
    await page.waitForFunction(() => document.querySelector("main button"));
    await tabTo(page, /依頼状況一覧_\d{14}\.csvをダウンロード/);
    const [file] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
    match(file.suggestedFilename(), /^依頼状況一覧_\d{14}\.csv$/);
  },
});

Deno.test({
  name: "団体保険料 by CSV with the keyboard alone: menu, format, file, acceptance, result",
  ignore: chromiumPath === null,
  async fn() {
    const { app } = shared;
    const admin = await signIn(app, "admin");
    await using window = await open(sharedChromium.browser, app, { as: "admin" });
    const { page } = window;
    const { keyboard } = page;
    await tabTo(page, /^対象従業員設定$/);
    await keyboard.press("Enter");
    await page.waitForURL("**/employees");
    await page.getByRole("button", { name: "インポート", exact: true }).waitFor();
    await tabTo(page, /^インポート$/);
    await keyboard.press("Space");
    const LABEL = "団体保険料をインポート";
    for (let n = 0; await focused(page) !== LABEL; n++) {
      ok(n < MOST_TABS, "no way down to the item");
      await keyboard.press("ArrowDown");
    }
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "団体保険料のインポート（1/2）" });
    await dialog.waitFor();

    await tabTo(page, /^LINC形式のDATファイル$/);
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    strictEqual(await focused(page), "CSVファイル");
    await tabTo(page, /^次へ$/);
    await keyboard.press("Space");
    await page.getByRole("dialog", { name: "団体保険料のインポート（2/2）" }).waitFor();

    // Waited for from here on: on a busy machine the browser may hear of the key before it hears who takes the file.
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      tabTo(page, /^取り込むファイル/).then(() => keyboard.press("Enter")),
    ]);
    const sample = await admin.fetch("/operations/import_group_insurance/template?format=csv");
    // The example of the sample names nobody of the company, so that there is an error to read.
    await chooser.setFiles({
      name: "団体.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(await sample.bytes()),
    });
    await tabTo(page, /^アップロード$/);
    await keyboard.press("Enter");
    const job = await acceptedJob(page);
    await untilJob(admin, job);
    await tabTo(page, /^団体保険料のインポート$/, "Shift+Tab");
    await keyboard.press("Enter");
    await page.waitForURL(`**/background-jobs/${job}`);
    await page.waitForFunction(() => document.querySelector("main button"));
    await tabTo(page, /^エラー詳細$/);
    await tabTo(page, /^団体生保データ取り込み結果\.csvをダウンロード$/);
    const [file] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
    strictEqual(file.suggestedFilename(), "団体生保データ取り込み結果.csv");
  },
});
