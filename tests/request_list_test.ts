import { match, strictEqual } from "node:assert/strict";
import { open } from "./support/browser.ts";
import { openRequests } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const site = sharedApp({ env: { SAMPLE_EMPLOYEES: "300" } });
const chromium = sharedBrowser();
const ignore = chromiumPath === null;

Deno.test(
  { name: "rows of 依頼一覧 are ticked one by one, by the page, and all that match", ignore },
  async () => {
    await using window = await open(chromium.browser, site.app, { as: "admin" });
    const { page } = window;
    await openRequests(page, "本社");
    const rows = page.getByRole("checkbox", { name: /）を選択$/ });
    const whole = page.getByRole("checkbox", { name: "このページの依頼をすべて選択" });
    const says = (text: string) =>
      page.getByRole("main").getByRole("status").filter({ hasText: text }).waitFor();

    await rows.nth(1).check();
    await says("1件の依頼が選択されています。");
    strictEqual(await page.locator("thead input:indeterminate").count(), 1);
    await rows.nth(2).focus();
    await page.keyboard.press("Space");
    await says("2件の依頼が選択されています。");
    await whole.click();
    await says("50件の依頼が選択されています。");
    strictEqual(await rows.and(page.locator(":checked")).count(), 50);
    await page.getByRole("button", { name: "一覧の依頼90件すべてを選択" }).click();
    await says("一覧の依頼90件すべてが選択されています。");
    await rows.nth(0).uncheck();
    await says("49件の依頼が選択されています。");
    await page.getByRole("button", { name: "選択解除" }).click();
    strictEqual(await rows.and(page.locator(":checked")).count(), 0);

    await whole.click();
    await page.getByRole("link", { name: "次へ" }).click();
    await page.waitForURL(/cursor=/);
    strictEqual(await rows.count(), 40);
    strictEqual(await rows.and(page.locator(":checked")).count(), 0);
  },
);

Deno.test(
  { name: "on a phone the page is ticked by a button, and a row still names itself", ignore },
  async () => {
    const viewport = { width: 390, height: 800 };
    await using window = await open(chromium.browser, site.app, { as: "check", viewport });
    const { page } = window;
    await page.goto("/groups");
    await page.getByRole("button", { name: "このページの依頼をすべて選択" }).click();
    await page.getByText("50件の依頼が選択されています。").waitFor();
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    strictEqual(wide, viewport.width, "nothing stands out at the side");
  },
);

Deno.test({ name: "searching, filtering and opening a 依頼 go through the address", ignore }, async () => {
  await using window = await open(chromium.browser, site.app, { as: "check" });
  const { page } = window;
  await openRequests(page, "本社");
  await page.getByRole("navigation", { name: "依頼状況" }).getByRole("link", { name: /^依頼中/ }).click();
  await page.waitForURL(/status=requested/);
  const labels = await page.locator("tbody tr td:nth-child(2)").allTextContents();
  strictEqual(new Set(labels).size, 1);
  await page.getByText("絞り込み", { exact: true }).click();
  await page.getByRole("group", { name: "対象者の部署" }).getByLabel("営業部").check();
  await page.getByRole("button", { name: "適用" }).click();
  await page.waitForURL(/department=/);
  match(page.url(), /status=requested/);
  await page.locator("tbody th a").first().click();
  await page.getByRole("heading", { level: 2, name: "書類確認状況" }).waitFor();
  await page.goBack();
  match(page.url(), /department=/);
});
