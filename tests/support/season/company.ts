import type { Browser, Page } from "playwright-core";
import { sampleCompany } from "../../../sources/sample/companies.ts";
import { personOf } from "../../../sources/sample/people.ts";
import { tenantCommand } from "../../../tasks/tenant.ts";
import { type App, startApp } from "../app.ts";
import { open } from "../browser.ts";
import { PASSWORD } from "../client.ts";
import { type SmtpServer, startSmtp } from "../smtp.ts";

/** A company that begins: its 管理者 is signed in, mails go to a server of the test's own. */
export interface NewCompany extends AsyncDisposable {
  readonly app: App;
  readonly smtp: SmtpServer;
  /** The window of the 管理者. */
  readonly admin: Page;
  /** A window on the company in which nobody is signed in. */
  window(): Promise<Page>;
}

export const HOST = "kaisha.localhost";
const EMPLOYEES = 20;

/** The people of the sample company, without the accounts that its own site has. */
const SOURCE = { ...sampleCompany(EMPLOYEES), tenant: "kaisha" };
/** As 事業所情報 says, which the first sync brings. */
export const COMPANY = SOURCE.name;
export const ADMIN = "admin@kaisha.example";

/** Somebody whom the sync takes in. */
export interface Target {
  code: string;
  name: string;
  email: string;
}

/** The n-th person of the source, counted from 1; it must be one with a mail address. */
export function targetOf(n: number): Target {
  const { code, lastName, firstName, account } = personOf(SOURCE, n - 1);
  if (!code || !account?.email) throw new Error(`person ${n} gets no mails`);
  return { code, name: `${lastName} ${firstName}`, email: account.email };
}

/** Makes the company with the command of operators and lets its 管理者 in by the link it prints. */
export async function openCompany(browser: Browser): Promise<NewCompany> {
  await using stack = new AsyncDisposableStack();
  const dir = await Deno.makeTempDir({ prefix: "nencho-test-" });
  stack.defer(() => Deno.remove(dir, { recursive: true }));
  const said: string[] = [];
  const files = { DENO_KV_PATH: `${dir}/nencho.db` };
  await tenantCommand(["create", HOST, "株式会社新規", ADMIN], files, (line) => void said.push(line));
  const smtp = stack.use(startSmtp());
  const env = {
    SAMPLE_EMPLOYEES: String(EMPLOYEES),
    SMTP_URL: smtp.url,
    MAIL_FROM: "年末調整 <nencho@mail.test>",
  };
  const app = stack.use(await startApp({ dir, env }));
  const windows = stack.use(new AsyncDisposableStack());
  const window = async () => windows.use(await open(browser, app, { as: null, host: HOST })).page;
  const admin = await window();
  await enter(admin, ADMIN, /http\S+/.exec(said.join("\n"))![0]);
  const held = stack.move();
  return { app, smtp, admin, window, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** Sets the password by a one-time link and signs in with it. */
async function enter(page: Page, name: string, link: string): Promise<void> {
  await page.goto(new URL(link).pathname);
  await page.locator("#password").fill(PASSWORD);
  await page.getByLabel("（確認）").fill(PASSWORD);
  await page.getByRole("button").last().click();
  await page.getByLabel("メールアドレスまたは社員番号").fill(name);
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "サインイン" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

/** Invites somebody who was asked, lets them in and opens what the mail leads to; their window. */
export async function arrive({ admin, window }: NewCompany, who: Target, mail: string): Promise<Page> {
  const link = await invite(admin, who);
  const employee = await window();
  await enter(employee, who.email, link);
  // The server stands on a free port, which mails do not know.
  await employee.goto(new URL(/http\S+/.exec(mail)![0]).pathname);
  return employee;
}

/** 設定 › アカウント: invites an employee; the one-time link. */
async function invite(admin: Page, { name, email, code }: Target): Promise<string> {
  await admin.goto("/settings/accounts");
  await admin.getByLabel("氏名").fill(name);
  await admin.getByLabel("メールアドレス").fill(email);
  await admin.getByLabel("社員番号").fill(code);
  await admin.getByLabel("権限", { exact: true }).selectOption({ label: "権限なし" });
  await admin.getByRole("button", { name: "招待" }).click();
  return await admin.getByLabel("リンク", { exact: true }).inputValue();
}
