import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { openRequests } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** 依頼グループ設定 and the settings of the company, by keyboard: each is saved and read back. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "40" } });
const sharedChromium = sharedBrowser();

const MENU = [
  "書類・原本設定",
  "アンケートのヒントメッセージ設定",
  "アンケートのヒントメッセージ一括設定（CSV）",
  "管理者からのお知らせ設定",
  "メールフォーマット設定",
  "再通知・締切設定",
  "従業員を一括追加（CSV）",
  "マイナンバーを同期",
];

/** Follows a tab, by keyboard. */
async function tab(page: Page, tabs: string, name: string) {
  await page.getByRole("navigation", { name: tabs }).getByRole("link", { name }).press("Enter");
  await page.getByRole("navigation", { name: tabs })
    .locator("[aria-current=page]").getByText(name, { exact: true }).waitFor();
}

/** Chooses a radio button with the arrow keys, from the one that is chosen. */
async function choose(group: Locator, name: string, key: "ArrowRight" | "ArrowLeft") {
  await group.locator(":checked").press(key);
  strictEqual(await group.getByRole("radio", { name, exact: true }).isChecked(), true, name);
}

/** Writes into a field, by keyboard. */
async function write(page: Page, label: string, text: string) {
  await page.getByLabel(label, { exact: false }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

/** Saves, and opens the page again. */
async function save(page: Page) {
  await page.getByRole("button", { name: "保存", exact: true }).press("Enter");
  await page.locator("#flash").getByText("設定を保存しました。").waitFor();
  await page.reload();
}

async function documents(page: Page) {
  const print = () => page.getByRole("radiogroup", { name: "給与所得者の保険料控除申告書" });
  await choose(print(), "依頼する", "ArrowLeft");
  await choose(page.getByRole("radiogroup", { name: "源泉徴収票" }), "不要", "ArrowRight");
  await save(page);
  strictEqual(await print().getByRole("radio", { name: "依頼する" }).isChecked(), true);
  strictEqual(await page.getByRole("radio", { name: "不要", exact: true }).nth(1).isChecked(), true);
}

async function mails(page: Page) {
  await tab(page, "メールフォーマット設定", "確定通知");
  await write(page, "本文", "確定しました。\n源泉徴収票は1月に渡します。");
  const preview = page.getByRole("region", { name: "プレビュー" });
  await preview.getByText("源泉徴収票は1月に渡します。").waitFor();
  await save(page);
  strictEqual(await page.getByLabel("本文").inputValue(), "確定しました。\n源泉徴収票は1月に渡します。");
  await page.getByRole("link", { name: "初期の文面に戻す" }).press("Enter");
  await page.getByText("初期の文面を表示しています。").waitFor();
  await save(page);
  match(await page.getByLabel("本文").inputValue(), /^提出していただいた年末調整の内容が確定しました。/);
}

async function reminders(page: Page) {
  await page.getByLabel("再通知基準日").fill("2026-11-19");
  await write(page, "再通知開始日", "8");
  await write(page, "再通知送信間隔", "x");
  await page.getByRole("button", { name: "保存" }).press("Enter");
  const wrong = page.getByLabel("再通知送信間隔");
  strictEqual(await wrong.getAttribute("aria-invalid"), "true");
  strictEqual(await page.getByLabel("再通知開始日").inputValue(), "8");
  await write(page, "再通知送信間隔", "2");
  await save(page);
  const dates = await page.getByRole("listitem").locator("time").allInnerTexts();
  deepStrictEqual(dates.map((date) => date.slice(5, 10)), ["11/11", "11/13", "11/15", "11/17", "11/19"]);

  await tab(page, "再通知・締切設定", "締切");
  await page.getByLabel("受付終了日", { exact: true }).fill("2026-12-18");
  await write(page, "受付終了後表示メッセージ", "受け付けを終了しました。");
  await save(page);
  strictEqual(await page.getByLabel("受付終了日", { exact: true }).inputValue(), "2026-12-18");
  strictEqual(await page.getByLabel("受付終了後表示メッセージ").inputValue(), "受け付けを終了しました。");
}

Deno.test({
  name: "every section of 依頼グループ設定 is reached from its menu, saved and read back by keyboard",
  ignore: chromiumPath === null,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await openRequests(page, "本社");
    await page.getByRole("button", { name: "依頼グループ設定", exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    deepStrictEqual(await page.getByRole("menuitem").allInnerTexts(), MENU);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/settings/documents");
    await documents(page);

    await tab(page, "依頼グループ設定", "管理者からのお知らせ設定");
    await write(page, "管理者からのお知らせ", "締め切りは12月です。");
    await save(page);
    strictEqual(await page.getByLabel("管理者からのお知らせ").inputValue(), "締め切りは12月です。");

    await tab(page, "依頼グループ設定", "メールフォーマット設定");
    await mails(page);
    await tab(page, "依頼グループ設定", "再通知・締切設定");
    await reminders(page);

    await page.goto("/settings/notifications");
    const confirmed = () => page.getByRole("radiogroup", { name: "従業員への通知：「確定」" });
    await choose(confirmed(), "通知しない", "ArrowRight");
    await save(page);
    strictEqual(await confirmed().getByRole("radio", { name: "通知しない" }).isChecked(), true);
    await tab(page, "設定", "住所の印字設定");
    const address = () => page.getByRole("radiogroup", { name: /に印字する住所$/ });
    await address().locator(":checked").press("ArrowDown");
    await save(page);
    strictEqual(await address().locator(":checked").inputValue(), "current");
  },
});
