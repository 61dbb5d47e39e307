import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import {
  serveSmarthr,
  type TestServer,
  TOKEN,
  wireCompany,
  wireError,
} from "../sources/smarthr/test_server.ts";
import { wireCrew } from "../sources/smarthr/test_records.ts";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { run } from "./support/jobs.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** データ連携 with a SmartHR of ours, as a person meets it and as jobs use it. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "20" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

/** People whom the sample company does not have. */
const PEOPLE = 240;
let api: TestServer;
Deno.test.beforeAll(() => {
  const company = wireCompany(PEOPLE);
  company.crews.at = (i) => wireCrew(i, { emp_code: `S${String(i).padStart(5, "0")}` });
  api = serveSmarthr(company);
});
Deno.test.afterAll(async () => await api[Symbol.asyncDispose]());

async function send(client: Client, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({
    kind: "smarthr",
    address: api.access.baseUrl,
    action: "save",
    ...fields,
  });
  return await client.fetch("/settings/source", {
    method: "POST",
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
    body,
  });
}

async function fill(page: Page, address: string, token: string) {
  await page.getByLabel("連携先").selectOption({ label: "SmartHR" });
  await page.getByLabel("アクセス先").fill(address);
  await page.getByLabel("アクセストークン").fill(token);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

for (const javaScript of [false, true]) {
  Deno.test({
    name: `a company is connected: tried, corrected, saved; the token is never shown; ${
      javaScript ? "with" : "without"
    } JavaScript`,
    ignore,
    async fn() {
      const { browser } = sharedChromium;
      await using window = await open(browser, shared.app, {
        as: "admin",
        javaScript,
        // axe runs a script of its own in the page.
        bypassContentPolicy: javaScript,
      });
      const { page } = window;
      api.instead = () => undefined;
      await page.goto("/settings/source");
      await page.getByRole("heading", { name: "データ連携" }).waitFor();

      await fill(page, "https://evil.example", TOKEN);
      await press(page, "保存");
      await page.getByText("アクセス先が正しくありません").waitFor();
      strictEqual(await page.getByLabel("アクセス先").inputValue(), "https://evil.example");

      await fill(page, api.access.baseUrl, "shr_wrong");
      await press(page, "接続を確認する");
      await page.getByRole("alert").getByText("SmartHRのアクセストークンが無効です").waitFor();
      if (javaScript) await examine(page, "a connection that failed");

      await page.getByLabel("アクセストークン").fill(TOKEN);
      await press(page, "接続を確認する");
      await page.getByRole("status").getByText("取得できました（240名）").waitFor();
      if (javaScript) await examine(page, "a connection that works");
      ok(!(await page.content()).includes(TOKEN), "shown after the test");

      // The field is empty: what was tried is what is saved.
      await press(page, "保存");
      await page.getByText("データ連携の設定を保存しました。").waitFor();
      await page.getByText("登録済み（表示できません）").waitFor();
      ok(!(await page.content()).includes(TOKEN), "shown after saving");

      await press(page, "接続を確認する");
      await page.getByRole("status").getByText("取得できました（株式会社年調）").waitFor();
    },
  });
}

Deno.test("jobs read the company that is connected when they start, and say what keeps them from it", async () => {
  const { app } = shared;
  const admin = await signIn(app, "admin");
  const sync = () => run(admin, { operation: "sync_employees" });
  api.instead = () => undefined;
  strictEqual((await send(admin, { token: TOKEN })).status, 303);
  const synced = await sync();
  strictEqual(synced.status, "completed", JSON.stringify(synced));
  match(synced.message, /240名を追加し/);
  ok(api.seen.filter(({ path }) => path.endsWith("/dependents")).length >= PEOPLE, "families were read");

  api.instead = ({ path }) => path.endsWith("/crews") ? wireError(403, "forbidden") : undefined;
  const forbidden = await sync();
  strictEqual(forbidden.status, "failed");
  match(forbidden.message, /アクセストークンに従業員情報を参照する権限がありません/);

  api.instead = () => undefined;
  strictEqual((await send(admin, { token: "shr_wrong" })).status, 303);
  match((await sync()).message, /アクセストークンが無効です/);
  strictEqual((await send(admin, { kind: "none" })).status, 303);
  match((await sync()).message, /連携が設定されていません/);
  strictEqual((await send(admin, { kind: "sample" })).status, 303);
  strictEqual((await sync()).status.startsWith("completed"), true);
});

Deno.test("neither files nor logs nor the audit log hold the token", async () => {
  const { app } = shared;
  const admin = await signIn(app, "admin");
  strictEqual((await send(admin, { token: TOKEN })).status, 303);
  const audit = await (await admin.fetch("/settings/audit")).text();
  match(audit, /source_changed/);
  ok(!audit.includes(TOKEN));
  const holding: string[] = [];
  for await (const { name, isFile } of Deno.readDir(app.dir)) {
    if (isFile && Buffer.from(await Deno.readFile(`${app.dir}/${name}`)).includes(TOKEN)) holding.push(name);
  }
  deepStrictEqual(holding, []);
  deepStrictEqual(app.logs.filter((line) => line.includes(TOKEN)), []);
});
