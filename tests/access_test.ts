import { match, ok, strictEqual } from "node:assert/strict";
import { type Asker, ASKERS, type Line, line } from "./support/access/line.ts";
import { EMPLOYEES } from "./support/access/employees.ts";
import { GROUPS } from "./support/access/groups.ts";
import { JOBS } from "./support/access/jobs.ts";
import { OWN } from "./support/access/own.ts";
import { SETTINGS } from "./support/access/settings.ts";
import { type Client, signIn, stranger } from "./support/client.ts";
import { run } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";

/**
 * Who may do what: every address of `routes/` for each role, for nobody, and for the 管理者 of another company who
 * knows the ids of this one. A route file that is missing here fails the last test.
 */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "40" } });

/**
 * GROUP, REQUEST, REVIEWED (a document that waits, and whose), ANSWERED (回答済み), INSURED (somebody with
 * 企業型確定拠出年金掛金), FORMERLY (a group of last year), ASKED (a 依頼 in it), JOB and USER stand for ids of the sample
 * company.
 */
const LINES: Line[] = [
  ...OWN,
  ...EMPLOYEES,
  ...GROUPS,
  ...JOBS,
  ...SETTINGS,
  // Last: it ends the sessions.
  line("POST", "logout", "/logout", [204, 204, 204, 204, 204, 204], {}),
];

let clients: Map<Asker, Client>;
let foreign: Client;
let ids: Record<string, string>;

Deno.test.beforeAll(async () => {
  const { app } = shared;
  clients = new Map();
  for (const asker of ASKERS) {
    clients.set(asker, asker === "nobody" ? stranger(app) : await signIn(app, asker));
  }
  foreign = await signIn(app, "admin@other.example", "other.localhost");
  const admin = clients.get("admin")!;
  const group = await admin.group("本社");
  const list = await text(admin, `/groups/${group}/requests`);
  const accounts = await text(admin, "/settings/accounts");
  const job = await run(admin, { operation: "download_employee_list" });
  ids = {
    GROUP: group,
    INSURED: await insuredOf(admin, list),
    ...await pastIds(admin),
    REQUEST: first(list, /\/requests\/([\w-]+)"/),
    ANSWERED: first(
      await text(admin, `/groups/${group}/requests?status=answered`),
      /\/requests\/([\w-]+)"/,
    ),
    REVIEWED: first(
      await text(admin, `/groups/${group}/documents?review=waiting`),
      /\/requests\/([\w-]+\/documents\/\w+)\?/,
    ),
    USER: first(
      accounts,
      /href="\/settings\/accounts\/([\w-]+)"[^>]*>[^<]*<\/a>(?:(?!<tr)[\s\S])*download2@/,
    ),
    JOB: job.id,
  };
});

async function text(client: Client, path: string): Promise<string> {
  const answer = await client.fetch(path, { headers: { accept: "text/html" } });
  strictEqual(answer.status, 200, path);
  return await answer.text();
}

function first(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1];
  ok(found, `${pattern} on the page`);
  return found;
}

/** The first of the list who has a 企業型確定拠出年金掛金. */
async function insuredOf(client: Client, list: string): Promise<string> {
  for (const [, path, id] of list.matchAll(/"(\/groups\/[^"/]+\/requests\/([\w-]+))"/g)) {
    if ((await text(client, `${path}?tab=insurance`)).includes("企業型年金加入者掛金")) return id!;
  }
  throw new Error("nobody on the list has one");
}

const fill = (template: string) => template.replace(/[A-Z]{3,}/g, (name) => ids[name] ?? name);

async function ask(client: Client, { method, path, form }: Line): Promise<Response> {
  if (method === "GET") return await client.fetch(fill(path));
  const fields = Object.entries(form ?? {}).map(([name, value]) => [name, fill(value)] as [string, string]);
  // Operations are started by multipart forms, everything else takes both kinds.
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return await client.fetch(fill(path), { method, body });
}

for (const one of LINES) {
  const { method, path, form, statuses } = one;
  Deno.test(`${method} ${path} ${form?.operation ?? ""}`, async () => {
    for (const [i, asker] of ASKERS.entries()) {
      await expect(await ask(clients.get(asker)!, one), statuses[i]!, asker);
    }
    if (statuses[6] !== undefined) await expect(await ask(foreign, one), statuses[6], "another company");
  });
}

/** Refusals are explained in JSON, and none of them says more than the catalogue. */
async function expect(answer: Response, status: number, who: string) {
  if (answer.status !== status) strictEqual(`${answer.status} ${await answer.text()}`, `${status}`, who);
  if (status < 400) return await answer.body?.cancel();
  const { error } = await answer.json().catch(() => ({ error: null }));
  // A form that is shown again is a page, whoever asks.
  if (error) match(error.code, /^[a-z_]+$/, who);
}

Deno.test("every address of routes/ stands in the table", async () => {
  const files: string[] = [];
  const root = new URL("../routes/", import.meta.url);
  async function walk(dir: URL, prefix: string) {
    for await (const { name, isDirectory } of Deno.readDir(dir)) {
      if (isDirectory) await walk(new URL(`${encodeURIComponent(name)}/`, dir), `${prefix}${name}/`);
      else if (/\.tsx?$/.test(name) && !/^_|_test\./.test(name)) {
        files.push(prefix + name.replace(/\.tsx?$/, ""));
      }
    }
  }
  await walk(root, "");
  const known = new Set(LINES.map(({ file }) => file));
  strictEqual(files.filter((file) => !known.has(file)).sort().join("\n"), "");
});

/** A group and a 依頼 of last year. */
async function pastIds(admin: Client): Promise<Record<string, string>> {
  const FORMERLY = first(await text(admin, "/years/2025"), /\/years\/2025\/groups\/([\w-]+)"[^>]*>本社/);
  const list = await text(admin, `/years/2025/groups/${FORMERLY}`);
  return { FORMERLY, ASKED: first(list, /\/years\/2025\/requests\/([\w-]+)"/) };
}
