import { match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { type Client, PASSWORD, signIn } from "./support/client.ts";
import { tabTo } from "./support/keyboard.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const site = sharedApp({ env: { SAMPLE_EMPLOYEES: "300" } });
const chromium = sharedBrowser();
const ignore = chromiumPath === null;
const DELETED = "給与所得者の保険料控除申告書の削除";

/** 依頼詳細 of somebody of 本社 who is 回答済み and whose 保険料控除申告書 can be deleted. */
async function answeredOne(admin: Client): Promise<string> {
  const list = `/groups/${await admin.group("本社")}/requests`;
  const accept = { headers: { accept: "text/html" } };
  const html = await (await admin.fetch(`${list}?status=answered`, accept)).text();
  for (const [, home] of html.matchAll(/"(\/groups\/[^"/]+\/requests\/[\w-]+)"/g)) {
    if ((await (await admin.fetch(home!, accept)).text()).includes(DELETED)) return home!;
  }
  throw new Error("nobody fits");
}

const says = (page: Page, text: string) => page.locator("#flash").filter({ hasText: text }).waitFor();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

/** Goes to the button with the keyboard and presses it. */
async function press(page: Page, name: string) {
  await tabTo(page, button(page, name));
  await page.keyboard.press("Enter");
}

Deno.test(
  {
    name: "依頼詳細 by keyboard: memo, 修正依頼 and back, edit and save, deleting a document, 操作履歴",
    ignore,
  },
  async () => {
    const home = await answeredOne(await signIn(site.app, "admin"));
    await using window = await open(chromium.browser, site.app, { as: "admin" });
    const { page } = window;
    await page.goto(home);

    await press(page, "管理者メモの追加");
    await dialog(page, "管理者メモの追加").waitFor();
    await press(page, "追加");
    await page.getByText("管理者メモが入力されていません").waitFor();
    await page.keyboard.type("電話で確認");
    await page.keyboard.press("Enter");
    await page.keyboard.type("2行目");
    await press(page, "追加");
    await says(page, "管理者メモを追加しました。");
    await page.getByText("電話で確認\n2行目").waitFor();

    await button(page, "修正依頼").focus();
    await page.keyboard.press("Enter");
    const asking = dialog(page, "従業員への修正依頼");
    await tabTo(page, asking.getByLabel("保険情報"));
    await page.keyboard.press("Space");
    await tabTo(page, asking.getByLabel("修正内容"));
    await page.keyboard.type("金額を確認してください");
    await tabTo(page, asking.getByRole("button", { name: "修正依頼", exact: true }));
    await page.keyboard.press("Enter");
    await says(page, "修正依頼をしました。");
    await page.getByText("修正待ち").waitFor();
    strictEqual(await page.getByRole("link", { name: "本人情報を編集" }).count(), 0);
    await button(page, "修正依頼を取り消し").focus();
    await page.keyboard.press("Enter");
    await tabTo(
      page,
      dialog(page, "修正依頼を取り消しますか？").getByRole("button", { name: "修正依頼を取り消し" }),
    );
    await page.keyboard.press("Enter");
    await says(page, "修正依頼を取り消しました。");

    await tabTo(page, page.getByRole("link", { name: "本人情報を編集" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByLabel("建物名・部屋番号").first());
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("テストビル101");
    await press(page, "保存");
    await says(page, "収集情報を保存しました");
    await page.locator("#collected").getByText("テストビル101").first().waitFor();

    await button(page, DELETED).focus();
    await page.keyboard.press("Enter");
    await dialog(page, "パスワードの確認").waitFor();
    await page.keyboard.type("wrong-password");
    await page.keyboard.press("Enter");
    const deletion = dialog(page, "書類を削除する");
    await tabTo(page, deletion.getByRole("button", { name: "削除する", exact: true }));
    await page.keyboard.press("Enter");
    await page.getByText("パスワードが正しくありません").waitFor();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await tabTo(page, deletion.getByRole("button", { name: "削除する", exact: true }));
    await page.keyboard.press("Enter");
    await says(page, "書類を削除しました");
    strictEqual(await button(page, DELETED).count(), 0);

    await button(page, "依頼の操作").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const entries = await dialog(page, "操作履歴").locator("li").allTextContents();
    match(entries[0]!, /admin@sample\.exampleが給与所得者の保険料控除申告書を削除しました/);
    ok(entries.some((text) => text.endsWith("が収集情報を保存しました")));
    ok(entries.some((text) => text.endsWith("収集情報を修正依頼しました金額を確認してください")));
    await page.keyboard.press("Escape");
    await dialog(page, "操作履歴").waitFor({ state: "hidden" });
  },
);

Deno.test({ name: "依頼詳細 without JavaScript: each dialog is a page", ignore }, async () => {
  const home = await answeredOne(await signIn(site.app, "admin"));
  await using window = await open(chromium.browser, site.app, { as: "admin", javaScript: false });
  const { page } = window;
  await page.goto(home);
  await page.getByRole("link", { name: "管理者メモの追加" }).click();
  await page.getByLabel("管理者メモ").fill("紙で受け取った");
  await button(page, "追加").click();
  await says(page, "管理者メモを追加しました。");
  await page.locator("summary", { hasText: "依頼の操作" }).click();
  await page.getByRole("link", { name: "操作履歴" }).click();
  await page.getByRole("heading", { level: 1, name: "操作履歴" }).waitFor();
});
