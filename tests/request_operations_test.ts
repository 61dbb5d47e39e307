import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { PASSWORD, signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { follow, readWithPython, untilShown } from "./support/import_twice.ts";
import { untilJob } from "./support/jobs.ts";
import { acceptedJob, openRequests, saveAttachment } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 29–34 from ticks to what they leave. */
const python = await findProgram("python3");
const ignore = chromiumPath === null || python === null;
const site = sharedApp({ env: { SAMPLE_EMPLOYEES: "300" } });
const chromium = sharedBrowser();

/** How many 依頼 have each status, as 依頼一覧 says. */
async function counts(page: Page): Promise<Record<string, number>> {
  const links = await page.getByRole("navigation", { name: "依頼状況" }).getByRole("link").allTextContents();
  return Object.fromEntries(links.map((text) => {
    const [, label, n] = /^(\D+)([\d,]+)件$/.exec(text)!;
    return [label!, Number(n!.replace(",", ""))];
  }));
}

const isFocused = (what: Locator) => what.evaluate((element) => element === document.activeElement);

/** Presses Tab until this has the focus: whatever is reached so is reached by everybody. */
async function tabTo(page: Page, what: Locator, key = "Tab"): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await isFocused(what)) return;
    await page.keyboard.press(key);
  }
  throw new Error("the focus never came there");
}

/** The numbers that a dialog or a page says beforehand: of how many, and how many of them. */
async function forecast(where: Locator): Promise<[chosen: number, possible: number]> {
  const said = await where.getByText(/^選択した依頼[\d,]+件/).innerText();
  const [, chosen, possible] = /^選択した依頼([\d,]+)件のうち、([\d,]+)件を処理できます。$/.exec(said)!;
  return [Number(chosen), Number(possible)];
}

Deno.test({
  name: "by keyboard: all 未依頼 are sent, 対象外 among them are listed, and the numbers were said before",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "check" });
    const { page } = window;
    await openRequests(page, "本社");
    const before = await counts(page);
    await page.goto(`${page.url()}?status=not_requested`);
    const whole = page.getByRole("checkbox", { name: "このページの依頼をすべて選択" });
    await page.getByText(/件を表示しています$/).waitFor();
    await tabTo(page, whole);
    await page.keyboard.press("Space");
    await page.getByText(`${before["未依頼"]}件の依頼が選択されています。`).waitFor();
    // The role decides what is there.
    strictEqual(await page.getByRole("button", { name: "まとめて確定する" }).count(), 0);
    const opener = page.getByRole("button", { name: "まとめて依頼を送信" });
    await tabTo(page, opener, "Shift+Tab");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "依頼の送信" });
    const [chosen, possible] = await forecast(dialog);
    strictEqual(chosen, before["未依頼"]);
    const excluded = chosen - possible;
    ok(possible > 0 && excluded > 0, `${possible} of ${chosen}`);
    await dialog.getByText(`${excluded}件は処理できません（対象外理由が設定されています）。`).waitFor();
    await examine(page, "the dialog");
    await page.keyboard.press("Escape");
    ok(await isFocused(opener), "the focus is back on the opener");
    await page.keyboard.press("Enter");
    await tabTo(page, dialog.getByRole("button", { name: "送信", exact: true }));
    await page.keyboard.press("Enter");
    const TITLE = "本社の依頼の一括送信";
    await follow(page, TITLE, await acceptedJob(page));
    await untilShown(page, "完了（エラーあり）");
    const text = await page.getByRole("main").innerText();
    ok(text.includes(`${possible}名の依頼を送信しました。`), text);
    ok(text.includes(`${excluded}件はエラーです（対象外理由が設定されています：${excluded}件）。`), text);
    const file = await saveAttachment(page);
    strictEqual(file.name, `${TITLE}_エラー.csv`);
    const [header, ...rows] = await readWithPython(python!, file, "utf-8");
    deepStrictEqual(header, ["社員番号", "姓", "名", "エラー内容"]);
    strictEqual(rows.length, excluded);
    for (const row of rows) match(row[3]!, /^対象外理由が設定されています（対象外\(.+\)）。送信するときは/);

    await openRequests(page, "本社");
    const after = await counts(page);
    strictEqual(after["未依頼"], excluded);
    strictEqual(after["依頼中"], before["依頼中"]! + possible);
  },
});

Deno.test({
  name: "a closed group is warned of; what was taken is ticked no more, and its end leads to the new rows",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "confirm" });
    const { page } = window;
    await openRequests(page, "店舗");
    await page.goto(`${page.url()}?status=not_requested`);
    const whole = page.getByRole("checkbox", { name: "このページの依頼をすべて選択" });
    await whole.check();
    await page.getByRole("button", { name: "まとめて依頼を送信" }).click();
    const dialog = page.getByRole("dialog", { name: "依頼の送信" });
    const [chosen, possible] = await forecast(dialog);
    await dialog.getByText(/^注意：この依頼グループは受付終了日（2026\/11\/06）を過ぎています。/).waitFor();
    await dialog.getByRole("button", { name: "送信", exact: true }).click();
    await acceptedJob(page);
    strictEqual(await whole.isChecked(), false);
    ok(
      await isFocused(page.locator("[tabindex='-1']:has(> div > [role=status])")),
      "the focus is at the list",
    );
    const rows = page.getByRole("checkbox", { name: /を選択$/ }).and(page.locator("[name=ids]"));
    deepStrictEqual([await rows.count(), possible], [chosen, chosen]);
    await page.getByRole("button", { name: "画面を再読み込み" }).click();
    await page.getByText("該当する依頼はありません。").waitFor();
    strictEqual(await rows.count(), 0);
  },
});

Deno.test({
  name: "by keyboard: 未依頼に戻す asks for the password first, and again where it was wrong",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "admin" });
    const { page } = window;
    await openRequests(page, "工場");
    const before = await counts(page);
    await page.goto(`${page.url()}?status=answered`);
    await page.getByRole("checkbox", { name: "このページの依頼をすべて選択" }).check();
    const trigger = page.getByRole("button", { name: "その他操作" });
    await trigger.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    ok(await isFocused(page.getByRole("menuitem", { name: "まとめて未依頼に戻す" })));
    await page.keyboard.press("Enter");
    const asking = page.getByRole("dialog", { name: "パスワードの確認" });
    const password = asking.getByRole("textbox", { name: /^パスワード/ });
    await tabTo(page, password);
    await page.keyboard.press("Enter");
    await asking.getByText("パスワードが入力されていません。パスワードを入力してください。").waitFor();
    await page.keyboard.type("wrong");
    await page.keyboard.press("Enter");
    const sure = page.getByRole("dialog", { name: "未依頼に戻す" });
    deepStrictEqual(await forecast(sure), [before["回答済み"], before["回答済み"]]);
    await examine(page, "the question");
    await tabTo(page, sure.getByRole("button", { name: "実行" }));
    await page.keyboard.press("Enter");
    await asking.getByText("パスワードが正しくありません。").waitFor();
    ok(await isFocused(password), "the wrong password is ready to be written over");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await tabTo(page, sure.getByRole("button", { name: "実行" }));
    await page.keyboard.press("Enter");
    await follow(page, "工場の未依頼への一括変更", await acceptedJob(page));
    await untilShown(page, "完了");
    const text = await page.getByRole("main").innerText();
    ok(text.includes(`${before["回答済み"]}名の依頼を未依頼に戻しました。`), text);
    ok(!(await page.content()).includes(PASSWORD));
    await openRequests(page, "工場");
    const after = await counts(page);
    deepStrictEqual([after["回答済み"], after["未依頼"]], [0, before["未依頼"]! + before["回答済み"]!]);
  },
});

Deno.test({
  name: "without JavaScript: after a wrong password the chosen people and their numbers are still there",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "admin", javaScript: false });
    const { page } = window;
    await openRequests(page, "本社");
    await page.goto(`${page.url()}?status=requested`);
    for (const n of [0, 1]) await page.locator("input[name=ids]").nth(n).check();
    await page.getByText("その他操作", { exact: true }).click();
    await page.getByRole("button", { name: "まとめて未依頼に戻す" }).click();
    const password = page.getByLabel(/^パスワード/);
    for (const typed of ["wrong", PASSWORD]) {
      deepStrictEqual(await forecast(page.getByRole("main")), [2, 2]);
      await password.fill(typed);
      await page.getByRole("button", { name: "実行" }).click();
      if (typed === "wrong") await page.getByText("パスワードが正しくありません").first().waitFor();
    }
    await page.waitForURL(/\/requests\?status=requested&accepted=/);
    const admin = await signIn(site.app, "admin");
    strictEqual((await untilJob(admin, await acceptedJob(page))).message, "2名の依頼を未依頼に戻しました。");
  },
});

Deno.test({
  name: "without JavaScript: ticks lead to a page with the numbers, which leads back to the list",
  ignore,
  async fn() {
    await using window = await open(chromium.browser, site.app, { as: "confirm", javaScript: false });
    const { page } = window;
    const admin = await signIn(site.app, "admin");
    const list = `/groups/${await admin.group("店舗")}/requests?status=confirmed`;
    await page.goto(list);
    const before = await counts(page);
    for (const n of [0, 1]) await page.locator("input[name=ids]").nth(n).check();
    await page.locator("summary", { hasText: "その他操作" }).click();
    await page.getByRole("button", { name: "まとめて確定を取り消す" }).click();
    deepStrictEqual(await forecast(page.getByRole("main")), [2, 2]);
    await page.getByRole("button", { name: "実行" }).click();
    match(page.url(), /\/requests\?status=confirmed&accepted=/);
    const job = await follow(page, "店舗の確定の一括取り消し", await acceptedJob(page));
    strictEqual((await untilJob(admin, job)).message, "2名の依頼の確定を取り消しました。");
    await page.goto(list);
    strictEqual((await counts(page))["確定"], before["確定"]! - 2);
  },
});

Deno.test({
  name: "on a phone: 対象外 with its reason, of all that match; the numbers follow the reason",
  ignore,
  async fn() {
    const viewport = { width: 390, height: 844 };
    await using window = await open(chromium.browser, site.app, { as: "admin", viewport });
    const { page } = window;
    const admin = await signIn(site.app, "admin");
    await page.goto(`/groups/${await admin.group("本社")}/requests`);
    await page.getByRole("button", { name: "このページの依頼をすべて選択" }).click();
    await page.getByRole("button", { name: "一覧の依頼90件すべてを選択" }).click();
    await page.getByRole("button", { name: "まとめて対象外にする" }).click();
    const dialog = page.getByRole("dialog", { name: "対象外の設定" });
    const [chosen, paper] = await forecast(dialog);
    strictEqual(chosen, 90);
    await examine(page, "the dialog on a phone");
    await dialog.getByRole("radio", { name: "対象外(乙欄)" }).check();
    const [, otsu] = await forecast(dialog);
    ok(otsu > paper, `${otsu} with the candidates, ${paper} without`);
    await dialog.getByRole("button", { name: "実行" }).click();
    await follow(page, "本社の依頼の一括対象外設定", await acceptedJob(page));
    await untilShown(page, "完了（エラーあり）");
    ok((await page.getByRole("main").innerText()).includes(`${otsu}名の依頼を対象外にしました。`));
  },
});
