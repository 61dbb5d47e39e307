import { match, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { DEV_SERVER } from "./support/app.ts";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { run, start, untilJob } from "./support/jobs.ts";
import { utf8Csv } from "./support/csv.ts";
import { acceptedJob } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Whoever started a job is told of its end, on whatever page they are. */
// From the development server, whatever the others run from: its islands are bundled apart.
const shared = sharedApp({ command: DEV_SERVER, env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const TITLE = "年末調整対象従業員一覧ダウンロード";
const told = (page: Page, text: string | RegExp = /が(完了|エラー|中断)/) =>
  page.getByRole("status").filter({ hasText: text });

Deno.test({
  name: "who started a job is told of its end on another page, once, and led to it",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = opened;
    await page.goto("/employees");
    await page.getByRole("button", { name: "ダウンロード", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ダウンロード" }).click();
    const id = await acceptedJob(page);
    await page.goto("/years");
    await told(page, `${TITLE}が完了しました`).waitFor();
    strictEqual(await told(page).getByRole("link").getAttribute("href"), `/background-jobs/${id}`);
    await page.getByRole("button", { name: `${TITLE}のお知らせを閉じる` }).click();
    strictEqual(await told(page).count(), 0);
    // Its end is known by now to every page that could tell it again.
    await page.goto(`/employees?accepted=${id}`);
    await page.getByText("を受け付けました").waitFor();
    await page.getByRole("button", { name: "ダウンロード", exact: true }).click();
    strictEqual(await told(page).count(), 0);
  },
});

Deno.test({
  name: "what ended before the next page was opened is told there, and on no page after it",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = opened;
    const events = "**/background-jobs/events";
    const never = Promise.withResolvers<void>();
    // The page on which it is started hears nothing of it any more.
    await page.route(events, () => never.promise);
    await page.goto("/employees");
    await page.getByRole("button", { name: "ダウンロード", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "ダウンロード" }).click();
    await untilJob(admin, await acceptedJob(page));
    strictEqual(await told(page).count(), 0);
    await page.unroute(events);
    never.resolve();
    await page.goto("/years");
    await told(page, `${TITLE}が完了しました`).waitFor();
    await page.goto("/settings/accounts");
    await page.getByRole("heading", { level: 1 }).waitFor();
    strictEqual(await told(page).count(), 0);
  },
});

Deno.test({
  name: "what runs when a page is opened is told too: one's own jobs, not those of others",
  ignore,
  async fn() {
    const [admin, other] = await Promise.all(["admin", "download"].map((who) => signIn(shared.app, who)));
    const group = await admin!.group("本社");
    const rows = Array.from({ length: 20_000 }, (_, i) => [String(800_000 + i), "見", "本"]);
    const file = { name: "多数.csv", bytes: utf8Csv([["社員番号", "姓", "名"], ...rows]) };
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const id = await start(admin!, { operation: "add_employees_to_group", group, file });
    await opened.page.goto("/years");
    strictEqual((await run(other!, { operation: "download_request_statuses", group })).status, "completed");
    await told(opened.page, "本社の従業員情報の取り込みが完了しました（エラーあり）").waitFor();
    strictEqual(await told(opened.page).count(), 1);
    match(await told(opened.page).innerText(), /^本社の従業員情報の取り込み/);
    await untilJob(admin!, id);
  },
});

Deno.test({
  name: "the page of a job tells its end itself",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "download" });
    const { page } = opened;
    const client = await signIn(shared.app, "download");
    const id = await start(client, {
      operation: "download_request_statuses",
      group: await client.group("本社"),
    });
    await page.goto(`/background-jobs/${id}`);
    await page.getByText("処理結果").waitFor();
    await untilJob(client, id);
    await page.getByRole("button", { name: /ダウンロード$/ }).waitFor();
    strictEqual(await told(page, "が完了").count(), 0);
    await page.goto("/groups");
    await page.getByRole("heading", { level: 1 }).waitFor();
    strictEqual(await told(page).count(), 0);
  },
});
