import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { type Client, signIn, stranger } from "./support/client.ts";
import { run } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";
import { type Ask, statusOf } from "./support/statuses.ts";

const shared = sharedApp();

/** The five roles, and nobody. */
const WHO = ["admin", "confirm", "download", "check", "none", "nobody"] as const;
type Who = typeof WHO[number];

/** Ids of the tenant on which the routes are asked. */
interface Ids {
  group: string;
  request: string;
  /** A job that 管理者 ran for everybody, and one that 依頼グループ設定・データダウンロード ran for a group. */
  adminsJob: string;
  groupJob: string;
  account: string;
}

/** Status by role: admin, confirm, download, check, none, nobody. */
type Row = [ask: (ids: Ids) => Ask, statuses: [number, number, number, number, number, number]];

const get = (path: (ids: Ids) => string) => (ids: Ids): Ask => ({ method: "GET", path: path(ids) });
const post = (path: (ids: Ids) => string, body?: (ids: Ids) => [string, string][]) => (ids: Ids): Ask => ({
  method: "POST",
  path: path(ids),
  body: body?.(ids),
});
const start = (operation: string, group?: (ids: Ids) => string) =>
  post(
    () => "/background-jobs",
    (ids) => [["operation", operation], ...group ? [["group", group(ids)] as [string, string]] : []],
  );

// A start that lacks its file is a 400 for who may start it, so that asking changes nothing.
const ROWS: Row[] = [
  [get(() => "/"), [200, 200, 200, 200, 200, 401]],
  [get(() => "/employees"), [200, 403, 403, 403, 403, 401]],
  [get(() => "/groups"), [200, 200, 200, 200, 403, 401]],
  [get(({ group }) => `/groups/${group}/requests`), [200, 200, 200, 200, 403, 401]],
  [get(({ group, request }) => `/groups/${group}/requests/${request}`), [200, 200, 200, 200, 403, 401]],
  [get(() => "/settings/accounts"), [200, 403, 403, 403, 403, 401]],
  [get(({ account }) => `/settings/accounts/${account}`), [200, 403, 403, 403, 403, 401]],
  [get(() => "/background-jobs"), [200, 200, 200, 200, 403, 401]],
  [get(({ groupJob }) => `/background-jobs/${groupJob}`), [200, 200, 200, 404, 403, 401]],
  [get(({ adminsJob }) => `/background-jobs/${adminsJob}`), [200, 200, 200, 404, 403, 401]],
  [get(({ groupJob }) => `/background-jobs/${groupJob}/attachments/1`), [409, 409, 409, 404, 403, 401]],
  [get(({ adminsJob }) => `/background-jobs/${adminsJob}/attachments/1`), [409, 403, 403, 404, 403, 401]],
  [post(({ adminsJob }) => `/background-jobs/${adminsJob}/attachments/9/claim`), [
    410,
    403,
    403,
    404,
    403,
    401,
  ]],
  [post(({ groupJob }) => `/background-jobs/${groupJob}/cancellation`), [409, 409, 409, 404, 403, 401]],
  [get(() => "/operations/add_employees_to_group/template"), [200, 403, 403, 403, 403, 401]],
  [get(({ group }) => `/operations/add_employees_to_group?group=${group}`), [200, 404, 404, 404, 404, 401]],
  [get(({ group }) => `/operations/download_request_statuses?group=${group}`), [
    200,
    200,
    200,
    404,
    404,
    401,
  ]],
  [get(() => "/operations/download_request_statuses"), [200, 404, 404, 404, 404, 401]],
  [start("add_employees_to_group", ({ group }) => group), [400, 403, 403, 403, 403, 401]],
  [post(() => "/settings/accounts", () => [["name", ""]]), [422, 403, 403, 403, 403, 401]],
  [post(({ account }) => `/settings/accounts/${account}`, () => [["role", "king"]]), [
    400,
    403,
    403,
    403,
    403,
    401,
  ]],
];

/** The starts that are accepted: who may, gets a job. */
const STARTS: Row[] = [
  [start("download_employee_list"), [202, 403, 403, 403, 403, 401]],
  [start("download_request_statuses"), [202, 403, 403, 403, 403, 401]],
  [start("download_request_statuses", ({ group }) => group), [202, 202, 202, 403, 403, 401]],
];

function client(who: Who): Promise<Client> {
  return who === "nobody" ? Promise.resolve(stranger(shared.app)) : signIn(shared.app, who);
}

async function idsOf(admin: Client, runner: Client): Promise<Ids> {
  const group = await admin.group(runner === admin ? "本店" : "本社");
  const page = await (await admin.fetch(`/groups/${group}/requests`, { headers: { accept: "text/html" } }))
    .text();
  const accounts = await (await admin.fetch("/settings/accounts", { headers: { accept: "text/html" } }))
    .text();
  const adminsJob = await run(admin, { operation: "download_request_statuses" });
  const groupJob = await run(runner, { operation: "download_request_statuses", group });
  return {
    group,
    request: new RegExp(`/groups/${group}/requests/(\\w+)`).exec(page)![1]!,
    adminsJob: adminsJob.id,
    groupJob: groupJob.id,
    account: /\/settings\/accounts\/(\w+)/.exec(accounts)![1]!,
  };
}

Deno.test("each role and nobody, on each route", async () => {
  const ids = await idsOf(await signIn(shared.app, "admin"), await signIn(shared.app, "download"));
  const found: string[] = [];
  const expected: string[] = [];
  for (const [ask, statuses] of [...ROWS, ...STARTS]) {
    const request = ask(ids);
    const name = `${request.method} ${request.path} ${request.body?.join("&") ?? ""}`;
    const answers: number[] = [];
    for (const who of WHO) answers.push(await statusOf(await client(who), request));
    found.push(`${answers.join(" ")}  ${name}`);
    expected.push(`${statuses.join(" ")}  ${name}`);
  }
  deepStrictEqual(found, expected);
});

Deno.test("another tenant's ids are not found, whoever asks", async () => {
  const { app } = shared;
  const stranger = await signIn(app, "admin@other.example", "other.localhost");
  const foreign = await idsOf(stranger, stranger);
  const admin = await signIn(app, "admin");
  const byId = [
    get(({ group }) => `/groups/${group}/requests`),
    get(({ group, request }) => `/groups/${group}/requests/${request}`),
    get(({ groupJob }) => `/background-jobs/${groupJob}`),
    get(({ adminsJob }) => `/background-jobs/${adminsJob}/attachments/1`),
    get(({ account }) => `/settings/accounts/${account}`),
    get(({ group }) => `/operations/download_request_statuses?group=${group}`),
    post(({ adminsJob }) => `/background-jobs/${adminsJob}/attachments/1/claim`),
    post(({ adminsJob }) => `/background-jobs/${adminsJob}/cancellation`),
    post(({ adminsJob }) => `/background-jobs/${adminsJob}/retries`, () => []),
    post(({ account }) => `/settings/accounts/${account}`, () => [["role", "none"], ["active", "off"]]),
    post(({ account }) => `/settings/accounts/${account}/link`, () => []),
    start("download_request_statuses", ({ group }) => group),
  ];
  for (const ask of byId) {
    const request = ask(foreign);
    strictEqual(await statusOf(admin, request), 404, `${request.method} ${request.path}`);
  }
  // Their own company finds all of them, so it was not the address that was wrong.
  strictEqual(await statusOf(stranger, byId[1]!(foreign)), 200);
  strictEqual(await statusOf(stranger, byId[4]!(foreign)), 200);
});

Deno.test("a session opens its own company only, and no address shows whether another exists", async () => {
  const { app } = shared;
  const admin = await signIn(app, "admin");
  const elsewhere = stranger(app, "other.localhost", admin.cookie);
  strictEqual(await statusOf(elsewhere, { method: "GET", path: "/background-jobs" }), 401);
  strictEqual(await statusOf(stranger(app, "nobody.localhost"), { method: "GET", path: "/login" }), 404);
  const jobs = await (await signIn(app, "admin@other.example", "other.localhost")).jobs();
  const own = new Set((await admin.jobs()).jobs.map(({ id }) => id));
  deepStrictEqual(jobs.jobs.filter(({ id }) => own.has(id)), []);
});

Deno.test("the list shows F and G the line of another's job, and never its result", async () => {
  const { app } = shared;
  const job = await run(await signIn(app, "admin"), { operation: "download_employee_list" });
  const seen = await (await signIn(app, "download")).job(job.id);
  strictEqual(seen.title, "年末調整対象従業員一覧ダウンロード");
  strictEqual("attachments" in seen, false);
  strictEqual("errors" in seen, false);
  const check = await (await signIn(app, "check")).jobs();
  deepStrictEqual(check.jobs, [], "依頼と確認 sees what it started, and it started nothing");
});

Deno.test("a narrower range does not see the result of a wider one", async () => {
  const { app } = shared;
  const download = await signIn(app, "download");
  const group = await download.group("本社");
  const { id } = await run(download, { operation: "download_request_statuses", group });
  const range = await signIn(app, "range");
  strictEqual("attachments" in await range.job(id), false);
  const claimed = await range.fetch(`/background-jobs/${id}/attachments/1/claim`, { method: "POST" });
  strictEqual(claimed.status, 403);
  strictEqual((await claimed.json()).error.code, "result_forbidden");
  strictEqual((await download.job(id)).attachments[0]!.state, "available", "the refused claim took nothing");
});
