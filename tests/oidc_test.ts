import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { type OidcProvider, serveProvider } from "./support/oidc_provider.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** A company moves from passwords to its identity provider, as its people meet it. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "20" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

let op: OidcProvider;
Deno.test.beforeAll(async () => {
  op = await serveProvider();
  op.reset({ sub: "admin-subject-4711", email: "admin@sample.example", email_verified: true });
  op.asks = true;
});
Deno.test.afterAll(async () => await op[Symbol.asyncDispose]());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();

async function fill(page: Page, secret: string) {
  await page.getByLabel("発行者").fill(op.issuer);
  await page.getByLabel("クライアントID").fill(op.clientId);
  await page.getByLabel("クライアントシークレット").fill(secret);
  await page.getByLabel("ボタンの表示").fill("年調グループIDでサインイン");
}

Deno.test({
  name: "a 管理者 sets the provider up, comes in through it, and switches passwords off",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, {
      as: "admin",
      // axe runs a script of its own in the page.
      bypassContentPolicy: true,
    });
    const { page } = window;
    await page.goto("/settings/sign-in");
    await fill(page, "wrong-secret");
    await press(page, "接続を確認する");
    await page.getByRole("alert").getByText("受け付けられませんでした").waitFor();
    await examine(page, "a connection that failed");
    await page.getByLabel("クライアントシークレット").fill(op.clientSecret);
    await press(page, "接続を確認する");
    await page.getByRole("status").getByText("受け付けられました").waitFor();
    // The field is empty: what was tried is what is saved.
    await press(page, "保存");
    await page.getByText("登録済み（表示できません）").waitFor();
    ok(!(await page.content()).includes(op.clientSecret));

    strictEqual(await page.getByRole("button", { name: "パスワードでのサインインを止める" }).count(), 0);
    await follow(page, "外部IDでサインインして確認する");
    await follow(page, "続ける");
    await page.getByText("に外部IDでサインインしました").waitFor();
    strictEqual(new URL(page.url()).pathname + new URL(page.url()).search, "/settings/sign-in");
    await examine(page, "sign-in settings, proven");
    await press(page, "パスワードでのサインインを止める");
    await page.getByText("パスワードでのサインインを止めています").waitFor();
    await examine(page, "sign-in settings, passwords off");
  },
});

Deno.test({
  name: "people come in through the provider without JavaScript; who has no account reads why not",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: null, javaScript: false });
    const { page, context } = window;
    await page.goto("/background-jobs");
    strictEqual(await page.getByLabel("パスワード").count(), 0);
    await follow(page, "年調グループIDでサインイン");
    await follow(page, "続ける");
    await page.waitForURL((url) => url.pathname === "/background-jobs");
    await context.clearCookies();

    op.person = { sub: "stranger", email: "stranger@sample.example", email_verified: true };
    await page.goto("/login");
    await follow(page, "年調グループIDでサインイン");
    await follow(page, "続ける");
    await page.getByRole("alert").getByText("有効なアカウントがありません").waitFor();
    ok(!page.url().includes("code="), "the answer of the provider left the address bar");
  },
});

Deno.test({
  name:
    "neither files nor logs nor the audit log hold the secret, a code or what the provider calls a person",
  ignore,
  async fn() {
    const { app } = shared;
    const secrets = [op.clientSecret, "admin-subject-4711", "code="];
    const holding: string[] = [];
    let read = false;
    for await (const { name, isFile } of Deno.readDir(app.dir)) {
      const bytes = isFile ? Buffer.from(await Deno.readFile(`${app.dir}/${name}`)) : Buffer.alloc(0);
      read ||= bytes.includes(op.issuer);
      holding.push(
        ...secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${name}: ${secret}`),
      );
    }
    deepStrictEqual(holding, []);
    ok(read, "what is no secret was found");
    deepStrictEqual(app.logs.filter((line) => secrets.some((secret) => line.includes(secret))), []);
  },
});

Deno.test({
  name: "the audit log tells who set it up, who was tied, and how people came in",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: null });
    const { page } = window;
    op.person = { sub: "admin-subject-4711", email: "admin@sample.example", email_verified: true };
    await page.goto("/settings/audit");
    await follow(page, "年調グループIDでサインイン");
    await follow(page, "続ける");
    await page.getByText("パスワードでのサインイン：使わない").waitFor();
    const text = await page.locator("main").innerText();
    for (
      const said of [
        "外部IDと結び付け",
        "サインインの設定を変更",
        "サインインの方法：外部ID",
        "クライアントシークレット：変更",
      ]
    ) {
      match(text, new RegExp(said));
    }
    ok(!text.includes(op.clientSecret));
    // The other company goes on with its passwords.
    await signIn(shared.app, "admin@other.example", "other.localhost");
  },
});
