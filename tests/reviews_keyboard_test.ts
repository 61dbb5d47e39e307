import { match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { openRequests } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const site = sharedApp({ env: { SAMPLE_EMPLOYEES: "300" } });
const chromium = sharedBrowser();
const ignore = chromiumPath === null;

type Name = string | RegExp;

/** Presses `key` until the element with this name has the focus. */
async function tabTo(page: Page, role: "link" | "button" | "checkbox", name: Name, key = "Tab") {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not come to ${role} ${name}`);
}

/** 社員番号 of people whose 依頼 is 回答済み. */
async function answeredCodes(): Promise<string[]> {
  const check = await signIn(site.app, "check");
  const list = `/groups/${await check.group("本社")}/requests?status=answered`;
  const html = await (await check.fetch(list, { headers: { accept: "text/html" } })).text();
  return [...html.matchAll(/（(\d{6})）を選択/g)].map(([, code]) => code!);
}

Deno.test(
  { name: "by keyboard: a number of 書類一覧, the list, check and go on, send back, take it back", ignore },
  async () => {
    await using window = await open(chromium.browser, site.app, { as: "check", bypassContentPolicy: true });
    const { page } = window;
    await openRequests(page, "本社");
    await tabTo(page, "link", "書類一覧");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents$/);

    const cell = await tabTo(page, "link", /件 給与所得者の保険料控除申告書のチェック待ち$/);
    const waiting = Number(await cell.textContent());
    ok(waiting >= 2, "the sample company has some to look at");
    await page.keyboard.press("Enter");
    await page.waitForURL(/document=insurance/);
    const boxes = page.getByRole("checkbox", { name: /を選択$/ });
    strictEqual(await boxes.count(), waiting);

    const answered = await answeredCodes();
    const names = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute("aria-label")!));
    const two = names.filter((name) => answered.some((code) => name.includes(`（${code}）`))).slice(0, 2);
    for (const name of two) {
      await tabTo(page, "checkbox", name);
      await page.keyboard.press("Space");
    }
    await examine(page, "書類一覧 with ticked rows");
    await tabTo(page, "button", "選択した書類をまとめてチェック", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText("1件目（2件中）").waitFor();
    await examine(page, "書類をチェック");

    await tabTo(page, "button", "チェック済みにする");
    await page.keyboard.press("Enter");
    await page.getByText("ひとつ前のものをチェック済みにしました。").waitFor();
    await page.getByText("2件目（2件中）").waitFor();

    await tabTo(page, "checkbox", "チェック後、次の書類へ進む");
    await page.keyboard.press("Space");
    const opener = await tabTo(page, "button", "差し戻す");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "書類情報を差し戻す" });
    await dialog.waitFor();
    ok(await dialog.getByRole("checkbox", { name: "保険情報" }).isChecked());
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    ok(await opener.evaluate((element) => element === document.activeElement), "the focus is back");
    await page.keyboard.press("Enter");
    const comment = dialog.getByRole("textbox", { name: "修正内容" });
    await dialog.getByRole("button", { name: "差し戻す" }).focus();
    await page.keyboard.press("Enter");
    await dialog.getByText("入力", { exact: false }).first().waitFor();
    strictEqual(await comment.getAttribute("aria-invalid"), "true");
    await examine(page, "差し戻す with its error");
    await comment.focus();
    await page.keyboard.type("証明書の金額と違います。");
    await dialog.getByRole("button", { name: "差し戻す" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("差し戻しました。").waitFor();
    await page.getByText("証明書の金額と違います。").waitFor();
    match(page.url(), /stays=1/);

    await tabTo(page, "button", "差し戻しを取り消す");
    await page.keyboard.press("Enter");
    await page.getByText("差し戻しを取り消しました。").waitFor();
    await page.getByRole("button", { name: "チェック済みにする" }).waitFor();
    await tabTo(page, "link", "一覧に戻る");
    await page.keyboard.press("Enter");
    await page.waitForURL(/documents\?document=insurance&review=waiting$/);
    strictEqual(await boxes.count(), waiting - 1);
  },
);
