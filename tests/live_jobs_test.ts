import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page, Request } from "playwright-core";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { run, start } from "./support/jobs.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Pages of background jobs that move by themselves: progress, end, one's own download and another's. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60", DOWNLOAD_GRACE: "PT9S" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

// Long enough to be watched by two pages of a busy machine: every row is refused, and each refusal is stored.
const ROWS = Array.from({ length: 20_000 }, (_, i) => [String(800_000 + i), "見", "本"]);
const TITLE = "本社の従業員情報の取り込み";

/** Notes from now on what the page's live region says, and marks the document so that a reload would be seen. */
async function listen(page: Page) {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const region = document.querySelector("main [role=status]")!;
    new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said?: string[] }).said);
}

/** Event streams of the page that are open now. */
function streams(page: Page): { open: number; opened: number } {
  const count = { open: 0, opened: 0 };
  const isStream = (url: string) => new URL(url).pathname === "/background-jobs/events";
  page.on("request", (request) => {
    if (!isStream(request.url())) return;
    count.open++;
    count.opened++;
  });
  const ended = (request: Request) => isStream(request.url()) && count.open--;
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  return count;
}

Deno.test({
  name: "list and detail move to the end without a reload, say it once, and then let the stream go",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const group = await admin.group("本社");
    await using listWindow = await open(sharedChromium.browser, shared.app, { as: "admin" });
    await using detailWindow = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const [list, detail] = [listWindow.page, detailWindow.page];
    const open_ = [list, detail].map(streams);
    const file = { name: "多数.csv", bytes: utf8Csv([["社員番号", "姓", "名"], ...ROWS]) };
    const id = await start(admin, { operation: "add_employees_to_group", group, file });
    await Promise.all([list.goto("/background-jobs"), detail.goto(`/background-jobs/${id}`)]);
    const said = await Promise.all([list, detail].map(listen));

    const row = list.getByRole("row", { name: TITLE });
    await Promise.all([row, detail.getByRole("main")].flatMap((place) => [
      place.getByText("実行中", { exact: true }).waitFor(),
      place.getByText(/^[\d,]+ \/ 20,000$/).waitFor(),
    ]));
    await row.getByText("完了（エラーあり）").waitFor();
    await row.getByText("20,000件はエラーです").waitFor();
    await detail.getByText("ほか19,900件").waitFor();
    strictEqual(await detail.getByText(/^\d+行目：8\d{5}：/).count(), 100);
    await detail.getByRole("button", { name: "多数_エラー.csvをダウンロード" }).waitFor();
    for (const lines of said) {
      deepStrictEqual((await lines())?.filter((line) => line !== ""), [
        `${TITLE}：完了しました（エラーあり）`,
      ]);
    }
    for (const count of open_) {
      ok(count.opened >= 1);
      strictEqual(count.open, 0);
    }
  },
});

Deno.test({
  name: "one's own download counts down to its end; a colleague is told who has the file",
  ignore,
  async fn() {
    const person = await signIn(shared.app, "download");
    const group = await person.group("本社");
    const { id } = await run(person, { operation: "download_request_statuses", group });
    await using own = await open(sharedChromium.browser, shared.app, { as: "download" });
    await using other = await open(sharedChromium.browser, shared.app, { as: "download2" });
    await Promise.all([own.page, other.page].map((page) => page.goto(`/background-jobs/${id}`)));
    const button = { name: /ダウンロード$/ };
    await own.page.getByText("ダウンロードできるのは1人だけです").waitFor();
    await Promise.all([own.page.waitForEvent("download"), own.page.getByRole("button", button).click()]);
    match(await own.page.getByRole("timer").innerText(), /^削除まで 0分0[1-9]秒$/);

    await other.page.getByRole("button", button).click();
    const alert = other.page.getByRole("alert");
    await alert.getByText("download@sample.exampleがすでにダウンロードしました").waitFor();
    await other.page.getByText(/download@sample\.exampleがダウンロードしたため、/).waitFor();
    strictEqual(await other.page.getByRole("button", button).count(), 0);

    await own.page.getByText(/ダウンロードしたため、削除されました。$/).waitFor();
    strictEqual(await own.page.getByRole("button", button).count(), 0);
  },
});
