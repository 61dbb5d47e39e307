import { match, strictEqual } from "node:assert/strict";
import { open, type PageOptions, type Window } from "./support/browser.ts";
import { examine } from "./support/examine.ts";
import { acceptedJob, saveAttachment } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 1 and 9 from their buttons to their results, and the page of somebody whom a sync took in. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;
const SHOTS = Deno.env.get("SHOTS");

const admin = (more: Partial<PageOptions> = {}): Promise<Window> =>
  open(sharedChromium.browser, shared.app, { as: "admin", ...more });

Deno.test({
  name: "事業所情報同期 from the menu to its result",
  ignore,
  async fn() {
    await using window = await admin();
    const { page } = window;
    await page.goto("/");
    await page.getByRole("button", { name: "事業所情報同期" }).click();
    const dialog = page.getByRole("dialog", { name: "事業所情報の同期" });
    await dialog.getByRole("button", { name: "同期", exact: true }).click();
    await page.goto(`/background-jobs/${await acceptedJob(page)}`);
    await page.getByRole("heading", { level: 1, name: "事業所情報の同期" }).waitFor();
    await page.getByText("事業所情報を同期しました（事業所3件、続柄12件）。").first().waitFor();
    await page.getByText("エラーはありません。").waitFor();
  },
});

Deno.test({
  name: "従業員情報を同期, its error CSV, and the page of somebody new with baseline and family",
  ignore,
  async fn() {
    await using window = await admin();
    const { page } = window;
    await page.goto("/employees");
    await page.getByRole("button", { name: "従業員情報を同期" }).click();
    const dialog = page.getByRole("dialog", { name: "従業員情報の同期" });
    await dialog.getByRole("button", { name: "同期", exact: true }).click();
    await page.goto(`/background-jobs/${await acceptedJob(page)}`);
    await page.getByText(
      "2名を追加し、0名を更新しました。対象外のため処理しなかった従業員が3名います。" +
        "1件はエラーです（アカウントが未設定です：1件）。",
    ).first().waitFor();
    await page.getByText("54名は変更がありませんでした。").waitFor();
    const { name, bytes } = await saveAttachment(page);
    strictEqual(name, "従業員情報の同期_エラー.csv");
    match(
      new TextDecoder().decode(bytes),
      /^社員番号,姓,名,エラー内容\r\n0000\d\d,[^,]+,[^,]+,アカウントが未設定です。[^\r]+\r\n$/,
    );

    await page.goto("/employees?group=none");
    await page.getByRole("rowheader").getByRole("link").first().click();
    await page.getByText("差分確認用基準日時").waitFor();
    await page.getByRole("term").filter({ hasText: "現住所（都道府県）" }).waitFor();
    for (const relative of await page.locator("main details summary").all()) await relative.click();
    await examine(page, "a target");
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/employee.png`, fullPage: true });
  },
});

for (const viewport of [{ width: 390, height: 844 }, { width: 640, height: 450 }]) {
  Deno.test({
    name: `the page of a target on ${viewport.width} px, without JavaScript`,
    ignore,
    async fn() {
      await using window = await admin({ viewport, javaScript: false });
      const { page } = window;
      await page.goto("/employees");
      await page.getByRole("rowheader").getByRole("link").first().click();
      await page.getByText("差分確認用基準日時").waitFor();
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/employee_${viewport.width}.png`, fullPage: true });
    },
  });
}
