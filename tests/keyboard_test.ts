import { match, ok, strictEqual } from "node:assert/strict";
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
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? (element as HTMLElement | null)?.innerText.trim() ?? "";
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
