import { doesNotMatch, match, ok, strictEqual } from "node:assert/strict";
import { tenantCommand } from "../tasks/tenant.ts";
import { type App, startApp } from "./support/app.ts";
import { type Client, newSession, PASSWORD, signIn, stranger } from "./support/client.ts";
import { untilJob } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";

const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });

const HTML = { accept: "text/html", "sec-fetch-site": "same-origin" };

async function text(client: Client, path: string, init: RequestInit = {}): Promise<string> {
  const answer = await client.fetch(path, { ...init, headers: HTML });
  const body = await answer.text();
  strictEqual(answer.status, 200, `${path}: ${body.slice(0, 500)}`);
  return body;
}

const post = (client: Client, path: string, form: Record<string, string> = {}) =>
  client.fetch(path, { method: "POST", headers: HTML, body: new URLSearchParams(form) });

Deno.test("last year is read under 過去の年末調整, and cannot be changed", async () => {
  const admin = await signIn(shared.app, "admin");
  match(await text(admin, "/"), /href="\/years"/);
  match(await text(admin, "/years"), /href="\/years\/2025"/);
  const year = await text(admin, "/years/2025");
  const group = /\/years\/2025\/groups\/([\w-]+)"[^>]*>本社/.exec(year)?.[1];
  ok(group, year);
  const confirmed = await text(admin, `/years/2025/groups/${group}?status=confirmed`);
  const request = /\/years\/2025\/requests\/([\w-]+)"/.exec(confirmed)?.[1];
  ok(request);
  doesNotMatch(confirmed, /<input type="checkbox" name="ids"/);
  const detail = await text(admin, `/years/2025/requests/${request}`);
  match(detail, /確定/);
  match(detail, new RegExp(`/years/2025/groups/${group}`));
  for (const path of ["/years/2026", "/years/2024", "/years/x", `/groups/${group}/requests`]) {
    strictEqual((await admin.fetch(path, { headers: HTML })).status, 404, path);
  }
});

/** A company that nobody has set up, with its 管理者 signed in. */
async function newCompany(): Promise<{ app: App; admin: Client } & AsyncDisposable> {
  const dir = await Deno.makeTempDir({ prefix: "nencho-test-" });
  let said = "";
  const env = { DENO_KV_PATH: `${dir}/nencho.db` };
  await tenantCommand(["create", "kaisha.localhost", "株式会社新規", "admin@kaisha.example"], env, (line) => {
    said += line;
  });
  const app = await startApp({ dir, env: { SAMPLE_COMPANY: "off" } });
  const link = new URL(/http\S+/.exec(said)![0]).pathname;
  const visitor = stranger(app, "kaisha.localhost");
  await (await visitor.fetch(link, { method: "POST", body: new URLSearchParams({ password: PASSWORD }) }))
    .text();
  return {
    app,
    admin: await newSession(app, "admin@kaisha.example", "kaisha.localhost"),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

Deno.test("［はじめる］ accepts both first syncs once, leads through 年末調整設定, and ［完了］ opens the year", async () => {
  await using company = await newCompany();
  const { admin } = company;
  const menu = await text(admin, "/");
  match(menu, /href="\/years\/start"[^>]*>はじめる/);
  const [, year] = /name="year" value="(\d+)"/.exec(await text(admin, "/years/start"))!;
  strictEqual((await post(admin, "/years/start", { year: "2020" })).status, 409);

  const answers = await Promise.all([1, 2].map(() => post(admin, "/years/start", { year: year! })));
  const statuses = answers.map(({ status }) => status).sort();
  ok(statuses[0] === 303 && [303, 409].includes(statuses[1]!), String(statuses));
  const { jobs } = await admin.jobs();
  strictEqual(jobs.map(({ kind }) => kind).sort().join(), "sync_employees,sync_establishments");
  for (const { id } of jobs) {
    const { message } = await untilJob(admin, id, (job) => job.status !== "running");
    match(message, /基本機能との連携が設定されていません/);
  }

  match(await text(admin, "/"), /設定を続ける/);
  match(await text(admin, "/employees"), /年末調整設定1\/2/);
  match(await text(admin, "/years/setup"), /完了/);
  const done = await post(admin, "/years/setup");
  strictEqual(done.headers.get("location"), "/groups");
  match(await text(admin, "/"), /管理画面へ/);
  strictEqual((await admin.fetch("/years/setup", { headers: HTML })).status, 404);
  strictEqual((await post(admin, "/years/setup")).status, 409);
  doesNotMatch(await text(admin, "/employees"), /年末調整設定/);
});
