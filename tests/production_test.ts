import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { tmpdir } from "node:os";
import { BUILT, startApp } from "./support/app.ts";
import { launch, open } from "./support/browser.ts";
import { ROOT, spawn } from "./support/child.ts";
import { stranger } from "./support/client.ts";
import { chromiumPath } from "./support/programs.ts";

const newKey = (id: string) => `${id}:${crypto.getRandomValues(new Uint8Array(32)).toBase64()}`;
const SECRETS = {
  NENCHO_ENV: "production",
  ENCRYPTION_KEY: newKey("k1"),
  SESSION_SECRET: crypto.getRandomValues(new Uint8Array(32)).toBase64(),
};
const SERVE = commandOfUnit();
const PASSWORD = "長い合言葉を決めました2026";

/** What systemd starts (deploy/nencho@.service), its permissions too, with folders of the test in place of its own. */
function commandOfUnit(): string[] {
  const unit = Deno.readTextFileSync(new URL("deploy/nencho@.service", ROOT));
  const [, command = ""] = /^ExecStart=\S+ ((?:.*\\\n)*.*)$/m.exec(unit) ?? [];
  ok(command.startsWith("run ") && !command.includes("-A"));
  const places = { "/opt/nencho": ROOT.pathname.replace(/\/$/, ""), "/var/lib/nencho": tmpdir() };
  return command.replaceAll("\\\n", " ").split(/\s+/).map((word) =>
    Object.entries(places).reduce((text, [from, to]) => text.replaceAll(from, to), word)
  );
}

/** Runs `deno` with `args` to its end. */
async function deno(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; text: string }> {
  const child = spawn(Deno.execPath(), args, { env });
  const { code } = await child.exited;
  return { code, text: child.lines.join("\n") };
}

Deno.test.beforeAll(async () => {
  if (BUILT) return;
  const { code, text } = await deno(["task", "build"]);
  strictEqual(code, 0, text);
});

Deno.test("production does not start without its secrets, and names them", async () => {
  const { code, text } = await deno(SERVE, {
    NENCHO_ENV: "production",
    ENCRYPTION_KEY: "",
    SESSION_SECRET: "",
  });
  notStrictEqual(code, 0);
  match(text, /ENCRYPTION_KEY: required in production/);
  match(text, /SESSION_SECRET: required in production/);
});

Deno.test("production has no sample company, and answers only for hosts of its tenants", async () => {
  await using app = await startApp({ command: SERVE, env: SECRETS });
  const nobody = stranger(app);
  strictEqual((await nobody.fetch("/healthz")).status, 200);
  strictEqual((await nobody.fetch("/login")).status, 404);
  deepStrictEqual(app.logs.filter((line) => /sample/.test(line)), []);
  for (const line of app.logs) {
    const { time, level, event } = JSON.parse(line);
    ok(Date.parse(time) > 0 && ["info", "error"].includes(level) && event.length > 0, line);
  }
});

Deno.test("a database is not opened with another key", async () => {
  await using app = await startApp({ command: SERVE, env: SECRETS });
  await app.kill("SIGTERM");
  const { code, text } = await deno(SERVE, {
    ...SECRETS,
    DENO_KV_PATH: `${app.dir}/nencho.db`,
    ENCRYPTION_KEY: newKey("k2"),
    PORT: "0",
  });
  notStrictEqual(code, 0);
  match(text, /ENCRYPTION_KEY/);
});

Deno.test({
  name: "from an empty database to the first 管理者 at work, in the built app",
  ignore: chromiumPath === null,
  async fn() {
    await using app = await startApp({ command: SERVE, env: SECRETS });
    await app.kill("SIGTERM");
    const create = ["task", "tenant", "create", "localhost", "株式会社検査", "first@kensa.example"];
    const { code, text } = await deno(create, { ...SECRETS, DENO_KV_PATH: `${app.dir}/nencho.db` });
    strictEqual(code, 0, text);
    const link = /\/invitations\/\S+/.exec(text)![0];
    await app.restart();

    await using browser = { value: await launch(), [Symbol.asyncDispose]: () => browser.value.close() };
    await using window = await open(browser.value, app, { as: null });
    const { page, context } = window;
    await page.goto(link);
    await page.locator("[name=password]").fill(PASSWORD);
    await page.locator("[name=again]").fill(PASSWORD);
    await page.getByRole("button", { name: "設定" }).click();
    await page.getByText("パスワードを設定しました。").waitFor();
    strictEqual((await page.goto(link))!.status(), 410, "the link works once");

    await page.goto("/login");
    await page.getByLabel("メールアドレスまたは社員番号").fill("first@kensa.example");
    await page.getByLabel("パスワード").fill(PASSWORD);
    await page.getByRole("button", { name: "サインイン" }).click();
    await page.getByRole("heading", { name: "年末調整メニュー" }).waitFor();
    const [cookie] = await context.cookies();
    match(cookie!.name, /^__Host-/);
    ok(cookie!.secure && cookie!.httpOnly);
    strictEqual(cookie!.sameSite, "Lax");

    await page.goto("/employees");
    await page.getByRole("button", { name: "ダウンロード" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "ダウンロード" }).click();
    await page.locator("#flash").getByRole("link").first().click();
    await page.getByText("0名分の年末調整対象従業員一覧を作成しました。").first().waitFor();
  },
});
