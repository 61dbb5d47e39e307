import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { open, type Window } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { type ChosenFile, openDialog, openRequests, upload } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** The dialogs that start an operation, as a person with a keyboard, a mouse, or without JavaScript meets them. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60", MAX_UPLOAD_BYTES: "2048" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const MENU = ["依頼グループ設定", "従業員を一括追加（CSV）"] as const;

function table(...codes: string[]): Uint8Array<ArrayBuffer> {
  return utf8Csv([["社員番号", "姓", "名"], ...codes.map((code) => [code, "見", "本"])]);
}

function window(javaScript = true): Promise<Window> {
  return open(sharedChromium.browser, shared.app, { as: "admin", javaScript });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

async function choose(dialog: Locator, { name, bytes }: ChosenFile) {
  await dialog.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(bytes),
  });
}

Deno.test({
  name: "the menu and its dialog are worked by keyboard alone, and the focus comes back",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await openRequests(page, "本社");
    const trigger = page.getByRole("button", { name: MENU[0], exact: true });
    await trigger.focus();
    await page.keyboard.press("ArrowDown");
    strictEqual(await trigger.getAttribute("aria-expanded"), "true");
    const items = page.getByRole("menu", { name: MENU[0] }).getByRole("menuitem");
    strictEqual(await focused(page), await items.first().innerText());
    await page.keyboard.press("ArrowUp");
    strictEqual(await focused(page), await items.last().innerText());
    await page.keyboard.press("Escape");
    strictEqual(await trigger.getAttribute("aria-expanded"), "false");
    strictEqual(await focused(page), MENU[0]);

    // Pages stand before the operations.
    for (const key of ["Enter", "End", "Enter"]) await page.keyboard.press(key);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press("Tab");
      // The browser's own controls take a turn; the page behind the dialog never does.
      ok(
        await page.evaluate(() => {
          const { activeElement } = document;
          return activeElement === document.body || activeElement?.closest("dialog[open]");
        }),
      );
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    strictEqual(await focused(page), MENU[0]);
  },
});

Deno.test({
  name: "what is wrong with a file is said at its field before anything is sent",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    let posts = 0;
    page.on("request", (request) => posts += request.method() === "POST" ? 1 : 0);
    await openRequests(page, "本社");
    const dialog = await openDialog(page, ...MENU);
    const field = dialog.locator("input[type=file]");
    const send = dialog.getByRole("button", { name: "アップロード" });
    const cases: [ChosenFile | null, RegExp][] = [
      [null, /ファイルが選択されていません/],
      [{ name: "a.xlsx", bytes: table("1") }, /ファイルの種類が違います（a\.xlsx）/],
      [{ name: "a.csv", bytes: new Uint8Array() }, /中身が空です/],
      [{ name: "a.csv", bytes: new Uint8Array(2049) }, /上限（2KB）/],
    ];
    for (const [file, reason] of cases) {
      if (file) await choose(dialog, file);
      await send.click();
      await dialog.getByText(reason).waitFor();
      strictEqual(await field.getAttribute("aria-invalid"), "true");
      ok(await field.evaluate((element) => element === document.activeElement));
    }
    strictEqual(posts, 0);
  },
});

Deno.test({
  name: "what the server refuses is said in the dialog; the corrected file is then taken",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await openRequests(page, "本社");
    const dialog = await openDialog(page, ...MENU);
    await choose(dialog, { name: "a.csv", bytes: utf8Csv([["社員番号", "名前"], ["1", "2"]]) });
    await dialog.getByRole("button", { name: "アップロード" }).click();
    const alert = dialog.getByRole("alert");
    await alert.getByText("受け付けできませんでした。").waitFor();
    match(await alert.innerText(), /「名前」.*サンプルファイル/s);
    await upload(page, dialog, { name: "b.csv", bytes: table("999999") });
    await dialog.waitFor({ state: "hidden" });
    strictEqual(await focused(page), MENU[0]);
  },
});

Deno.test({
  name: "a dropped file is taken; the same file again is another job, a double click is not",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const before = (await admin.jobs()).jobs.length;
    await using opened = await window();
    const { page } = opened;
    await openRequests(page, "本社");
    const ids: string[] = [];
    for (let n = 0; n < 2; n++) {
      const dialog = await openDialog(page, ...MENU);
      const drop = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "追加.csv", { type: "text/csv" }));
        return data;
      }, new TextDecoder().decode(table("999999")));
      await dialog.getByText("この枠にドロップ").dispatchEvent("drop", { dataTransfer: drop });
      await dialog.getByText("追加.csv").waitFor();
      const accepted = page.waitForResponse((response) => response.status() === 202);
      await dialog.getByRole("button", { name: "アップロード" }).dblclick();
      ids.push((await (await accepted).json()).id);
      await dialog.waitFor({ state: "hidden" });
      await page.locator(`#flash a[href$="${ids[n]}"]`).waitFor();
    }
    notStrictEqual(ids[0], ids[1]);
    const { jobs } = await admin.jobs();
    deepStrictEqual(jobs.slice(0, jobs.length - before).map(({ id }) => id), ids.reverse());
  },
});

Deno.test({
  name: "without JavaScript: from the menu by a form to the file",
  ignore,
  async fn() {
    await using opened = await window(false);
    const { page } = opened;
    await openRequests(page, "本社");
    const back = page.url();
    await page.locator("summary", { hasText: MENU[0] }).click();
    await page.getByRole("link", { name: MENU[1] }).click();
    const main = page.getByRole("main");
    await choose(main, { name: "a.csv", bytes: utf8Csv([["社員番号", "名前"], ["1", "2"]]) });
    await main.getByRole("button", { name: "アップロード" }).click();
    match(await main.getByRole("alert").innerText(), /「名前」/);

    await choose(main, { name: "a.csv", bytes: table("999999") });
    await main.getByRole("button", { name: "アップロード" }).click();
    strictEqual(new URL(page.url()).pathname, new URL(back).pathname);
    const message = page.locator("#flash");
    match(await message.innerText(), /^本社の従業員情報の取り込み\s*を受け付けました/);
    const started = new URL(page.url()).searchParams.get("accepted");
    await page.reload();
    strictEqual(await message.getByRole("link").first().getAttribute("href"), `/background-jobs/${started}`);

    await message.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: "本社の従業員情報の取り込み" }).waitFor();
    while (await page.getByText("実行中", { exact: true }).isVisible()) await page.reload();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      main.getByRole("button", { name: /ダウンロード$/ }).click(),
    ]);
    strictEqual(file.suggestedFilename(), "a_エラー.csv");
  },
});
