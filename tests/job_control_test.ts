import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { ulid } from "ulid";
import type { JobDetailJson } from "../components/jobs/detail_json.ts";
import { startApp } from "./support/app.ts";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { examine } from "./support/examine.ts";
import { start } from "./support/jobs.ts";
import { HEADER } from "./support/members_csv.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { until } from "./support/until.ts";

/** 中断 and 同じ内容で再実行 from the page. Nothing runs in a process of this role: every job waits for its turn. */
const WEB_ONLY = { NENCHO_ROLE: "web", SAMPLE_EMPLOYEES: "60" };
const shared = sharedApp({ env: WEB_ONLY });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const FILE = { name: "追加.csv", bytes: utf8Csv([HEADER, ["999999", "", ""]]) };

async function waitingImport(admin: Client): Promise<string> {
  const group = await admin.group("本社");
  return await start(admin, { operation: "add_employees_to_group", group, file: FILE });
}

const detail = (client: Client, id: string) => client.json<JobDetailJson>(`/background-jobs/${id}`);

function stop(client: Client, id: string): Promise<Response> {
  return client.fetch(`/background-jobs/${id}/cancellation`, { method: "POST" });
}

function again(client: Client, id: string, key = ulid()): Promise<Response> {
  return client.fetch(`/background-jobs/${id}/retries`, {
    method: "POST",
    body: new URLSearchParams({ key }),
  });
}

Deno.test("a waiting job is stopped once; the second time it is over already", async () => {
  const admin = await signIn(shared.app, "admin");
  const id = await waitingImport(admin);
  const before = await detail(admin, id);
  strictEqual(before.statusLabel, "実行中");
  strictEqual(before.message, "順番待ちです。");
  strictEqual(before.control.cancel, true);
  strictEqual(before.control.rerun, null);

  const answers = await Promise.all([stop(admin, id), stop(admin, id)]);
  deepStrictEqual(answers.map(({ status }) => status).sort(), [202, 409]);
  const refused = answers.find(({ status }) => status === 409)!;
  const { error } = await refused.json();
  strictEqual(error.code, "job_ended");
  match(error.message, /^これはもう終わっています。/);
  strictEqual(error.job, id);

  const after = await detail(admin, id);
  strictEqual(after.statusLabel, "中断");
  strictEqual(after.message, "0件まで処理して中断しました。");
  strictEqual(after.control.cancel, false);
  deepStrictEqual(after.control.rerun, { confirm: false, password: false, unavailable: null });
});

Deno.test("running again with one key is one job, and both runs know each other", async () => {
  const admin = await signIn(shared.app, "admin");
  const id = await waitingImport(admin);
  const early = await again(admin, id);
  strictEqual(early.status, 409);
  strictEqual((await early.json()).error.code, "still_running");
  await stop(admin, id);

  const key = ulid();
  const ids = await Promise.all(Array.from({ length: 5 }, async () => {
    const answer = await again(admin, id, key);
    strictEqual(answer.status, 202);
    return (await answer.json()).id as string;
  }));
  strictEqual(new Set(ids).size, 1);
  const [second] = ids;
  const third = (await (await again(admin, id)).json()).id;
  deepStrictEqual((await detail(admin, id)).control.reruns, [third, second], "the newest first");
  strictEqual((await detail(admin, second!)).control.rerunOf, id);
  strictEqual((await again(admin, id, "no ULID")).status, 422);
  for (const each of [second!, third]) await stop(admin, each);
});

Deno.test("a job whose file is gone cannot be run again, and its page says why", async () => {
  await using app = await startApp({ env: { ...WEB_ONLY, INPUT_TTL: "PT3S" } });
  const admin = await signIn(app, "admin");
  const id = await waitingImport(admin);
  await stop(admin, id);
  const gone = await until("the input is gone", async () => {
    const { rerun } = (await detail(admin, id)).control;
    return rerun?.unavailable;
  });
  match(gone, /保存期間が過ぎました。ファイルを選択してやり直してください。/);
  for (const answer of [await again(admin, id), await admin.fetch(`/background-jobs/${id}/retries`)]) {
    strictEqual(answer.status, 410);
    strictEqual((await answer.json()).error.code, "input_gone");
  }
  const page = await admin.fetch(`/background-jobs/${id}`, { headers: { accept: "text/html" } });
  match(await page.text(), /<button[^>]*aria-disabled="true"[^>]*>同じ内容で再実行/);
});

const control = (page: Page, name: string) =>
  page.getByRole("group", { name: "この処理の操作" }).getByRole("button", { name });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

Deno.test({
  name: "by keyboard: 中断 asks, stops, and is followed by 再実行, which is one job after a double press",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const id = await waitingImport(admin);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await page.goto(`/background-jobs/${id}`);
    await page.getByText("順番待ちです。").waitFor();
    await control(page, "中断").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "処理の中断" });
    await dialog.waitFor();
    await examine(page, "the question before 中断");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    strictEqual(await focused(page), "中断");
    strictEqual((await detail(admin, id)).status, "running");

    await page.keyboard.press("Enter");
    match(await dialog.innerText(), /処理した内容は、そのまま残ります。作成途中のファイルは削除されます。/);
    await dialog.getByRole("button", { name: "中断しない" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("main").getByText("0件まで処理して中断しました。").first().waitFor();
    await page.getByRole("status").filter({ hasText: "中断しました" }).waitFor();
    // The stream may tell of the end before the answer comes; the focus waits for the answer.
    await page.getByRole("group", { name: "この処理の操作" }).and(page.locator(":focus")).waitFor();

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "同じ内容で再実行" });
    await question.waitFor();
    await examine(page, "the question before 再実行");
    const before = (await admin.jobs()).jobs.length;
    await question.getByRole("button", { name: "再実行" }).dblclick();
    await page.waitForURL(/\?accepted=/);
    await page.locator("#flash").getByText("を受け付けました").waitFor();
    strictEqual((await admin.jobs()).jobs.length, before + 1);

    const second = new URL(page.url()).searchParams.get("accepted")!;
    await page.locator("dl").getByRole("link", { name: /に受け付けた処理$/ }).click();
    await page.waitForURL(`**/background-jobs/${id}`);
    await page.getByText("再実行した処理").waitFor();
    await page.locator(`dl a[href="/background-jobs/${second}"]`).waitFor();
    await examine(page, "a job with a later run");
    for (const path of [`/background-jobs/${id}/retries`, `/background-jobs/${second}/cancellation`]) {
      await page.goto(path);
      await examine(page, path);
    }
    await stop(admin, second);
  },
});

Deno.test({
  name: "a job that ends while the question stands open is not stopped but told of",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const id = await waitingImport(admin);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    await page.goto(`/background-jobs/${id}`);
    await control(page, "中断").click();
    const dialog = page.getByRole("dialog");
    await stop(admin, id);
    await page.getByRole("status").filter({ hasText: "中断しました" }).waitFor({ state: "attached" });
    await dialog.getByRole("button", { name: "中断", exact: true }).click();
    await page.getByRole("alert").getByText("これはもう終わっています。").waitFor();
    await dialog.waitFor({ state: "detached" });
    strictEqual(
      await page.getByRole("alert").getByRole("link").getAttribute("href"),
      `/background-jobs/${id}`,
    );
  },
});

Deno.test({
  name: "without JavaScript: pages that ask, and what they refuse",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const id = await waitingImport(admin);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin", javaScript: false });
    const { page } = window;
    await page.goto(`/background-jobs/${id}`);
    await page.getByRole("link", { name: "中断", exact: true }).click();
    await page.getByRole("link", { name: "中断しない" }).click();
    await page.getByRole("link", { name: "中断", exact: true }).click();
    await page.getByRole("button", { name: "中断", exact: true }).click();
    await page.waitForURL(`**/background-jobs/${id}`);
    match(await page.getByRole("main").innerText(), /0件まで処理して中断しました。/);

    const late = await waitingImport(admin);
    await page.goto(`/background-jobs/${late}/cancellation`);
    await stop(admin, late);
    await page.getByRole("button", { name: "中断", exact: true }).click();
    match(await page.getByRole("alert").innerText(), /これはもう終わっています。/);
    await page.getByRole("link", { name: "該当する処理を開く" }).click();

    await page.getByRole("link", { name: "同じ内容で再実行" }).click();
    await page.getByRole("button", { name: "再実行" }).click();
    await page.waitForURL(/accepted=/);
    const second = new URL(page.url()).searchParams.get("accepted")!;
    strictEqual((await detail(admin, second)).control.rerunOf, late);
    await stop(admin, second);
  },
});
