import { match, ok, strictEqual } from "node:assert/strict";
import type { Role } from "../domain/permission.ts";
import { type Client, PASSWORD, signIn, stranger } from "./support/client.ts";
import { run } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";

/**
 * Who may do what: every address of `routes/` for each role, for nobody, and for the 管理者 of another company who
 * knows the ids of this one. A route file that is missing here fails the last test.
 */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "40" } });

type Asker = Role | "nobody";
const ASKERS: Asker[] = ["admin", "confirm", "download", "check", "none", "nobody"];

/** The status for each of ASKERS, then for the foreign 管理者 where the address or form holds an id. */
type Statuses = [number, number, number, number, number, number, foreign?: number];

const ADMIN: Statuses = [200, 403, 403, 403, 403, 401];
const REVIEW: Statuses = [200, 200, 200, 200, 403, 401];
const DATA: Statuses = [200, 200, 200, 403, 403, 401];
const GROUP_DATA: Statuses = [200, 200, 200, 403, 403, 401, 404];
const ANYBODY: Statuses = [200, 200, 200, 200, 200, 200];
/** A job that the 管理者 started, for those who may not see its result; 依頼と確認 sees its own jobs only. */
const RESULT = (status: number): Statuses => [status, 403, 403, 404, 403, 401, 404];

interface Line {
  method: "GET" | "POST";
  /** The file below `routes/`, without its ending. */
  file: string;
  path: string;
  form?: Record<string, string>;
  statuses: Statuses;
}

const line = (
  method: Line["method"],
  file: string,
  path: string,
  statuses: Statuses,
  form?: Record<string, string>,
): Line => ({ method, file, path, statuses, ...(form && { form }) });

/** Of the own 依頼, which none of these accounts has (web/my/my_test.ts asks as employees). */
const MY_PAGES: [Line["method"], file: string, path: string][] = [
  ["GET", "my/answers/[page]/index", "/my/answers/start"],
  ["POST", "my/answers/[page]/index", "/my/answers/start"],
  ["GET", "my/answers/[page]/[list]/[item]/index", "/my/answers/family/people/new"],
  ["POST", "my/answers/[page]/[list]/[item]/index", "/my/answers/family/people/new"],
  ["GET", "my/answers/[page]/[list]/[item]/removal", "/my/answers/family/people/x/removal"],
  ["POST", "my/answers/[page]/[list]/[item]/removal", "/my/answers/family/people/x/removal"],
  ["GET", "my/confirmation", "/my/confirmation"],
  ["POST", "my/confirmation", "/my/confirmation"],
  ["GET", "my/declaration", "/my/declaration"],
  ["GET", "my/restart", "/my/restart"],
  ["POST", "my/restart", "/my/restart"],
  ["GET", "my/pictures/index", "/my/pictures"],
  ["POST", "my/pictures/index", "/my/pictures"],
  ["GET", "my/pictures/[picture]/index", "/my/pictures/x"],
  ["GET", "my/pictures/[picture]/removal", "/my/pictures/x/removal"],
  ["POST", "my/pictures/[picture]/removal", "/my/pictures/x/removal"],
];

/** Pages that edit 収集情報, and what they say to an empty form. */
const COLLECTED_PAGES = [
  { file: "index", page: "self", get: 200, post: 422 },
  { file: "[list]/[item]/index", page: "insurance/life/new", get: 200, post: 400 },
  { file: "[list]/[item]/removal", page: "insurance/life/nobody/removal", get: 404, post: 303 },
];

/**
 * GROUP, REQUEST, REVIEWED (a document that waits, and whose), ANSWERED (回答済み), INSURED (somebody with
 * 企業型確定拠出年金掛金), FORMERLY (a group of last year), ASKED (a 依頼 in it), JOB and USER stand for ids of the sample
 * company.
 */
const LINES: Line[] = [
  line("GET", "healthz", "/healthz", ANYBODY),
  line("GET", "index", "/", [200, 200, 200, 200, 200, 401]),
  line("GET", "login", "/login", [303, 303, 303, 303, 303, 200]),
  line("POST", "login", "/login", [401, 401, 401, 401, 401, 401], {
    email: "nobody@x.example",
    password: "x",
  }),
  line("GET", "invitations/[token]", "/invitations/x", [410, 410, 410, 410, 410, 410]),
  line("POST", "invitations/[token]", "/invitations/x", [410, 410, 410, 410, 410, 410], { password: "x" }),

  line("GET", "account/refresh", "/account/refresh", [200, 200, 200, 200, 200, 401]),
  // Nobody has synced the sample company's 権限: nothing changes.
  line("POST", "account/refresh", "/account/refresh", [409, 409, 409, 409, 409, 401], {}),
  line("GET", "account/password", "/account/password", [200, 200, 200, 200, 200, 401]),
  line("POST", "account/password", "/account/password", [403, 403, 403, 403, 403, 401], {
    present: "x",
    password: "x",
  }),

  line("GET", "account/notifications", "/account/notifications", [200, 200, 200, 200, 200, 401]),
  line("POST", "account/notifications", "/account/notifications", [303, 303, 303, 303, 303, 401], {}),

  line("GET", "employees", "/employees", ADMIN),
  line("GET", "employees/deletions", "/employees/deletions?all=1", ADMIN),
  line("POST", "employees/deletions", "/employees/deletions", ADMIN, { ids: "nobody" }),
  line("GET", "employees/[employee]/index", "/employees/INSURED", [...six(ADMIN), 404]),
  line("GET", "employees/[employee]/group", "/employees/INSURED/group", [...six(ADMIN), 404]),
  line(
    "POST",
    "employees/[employee]/group",
    "/employees/INSURED/group",
    [422, 403, 403, 403, 403, 401, 404],
    {
      name: "",
    },
  ),
  line("GET", "employees/groups/new", "/employees/groups/new", ADMIN),
  line("POST", "employees/groups/new", "/employees/groups/new", [422, 403, 403, 403, 403, 401], { name: "" }),
  line("GET", "employees/groups/[group]/index", "/employees/groups/GROUP", [...six(ADMIN), 404]),
  line("POST", "employees/groups/[group]/index", "/employees/groups/GROUP", [
    422,
    403,
    403,
    403,
    403,
    401,
    404,
  ], {
    name: "",
  }),
  line("GET", "employees/groups/[group]/deletion", "/employees/groups/GROUP/deletion", [...six(ADMIN), 404]),
  line(
    "POST",
    "employees/groups/[group]/deletion",
    "/employees/groups/GROUP/deletion",
    [409, 403, 403, 403, 403, 401, 404],
    {},
  ),
  line("POST", "employees/[employee]/dc", "/employees/INSURED/dc", [303, 403, 403, 403, 403, 401, 404], {
    editable: "1",
  }),
  line("POST", "employees/[employee]/dc", "/employees/nobody/dc", [404, 403, 403, 403, 403, 401, 404], {
    editable: "1",
  }),
  line("GET", "settings/my-numbers", "/settings/my-numbers", ADMIN),
  line("GET", "groups/index", "/groups", REVIEW),
  line("GET", "groups/[group]/requests/index", "/groups/GROUP/requests", [...six(REVIEW), 404]),
  ...["", "/history", "/memos", "/corrections", "/corrections/cancellation"].map((page) => {
    const file = `groups/[group]/requests/[request]${page || "/index"}`;
    const name = page === "/corrections" ? `${file}/index` : file;
    return line("GET", name, `/groups/GROUP/requests/REQUEST${page}`, [...six(REVIEW), 404]);
  }),
  line("GET", "groups/[group]/requests/[request]/answers", "/groups/GROUP/requests/ANSWERED/answers", [
    ...six(REVIEW),
    404,
  ]),
  ...COLLECTED_PAGES.flatMap(({ file, page, get, post }) => {
    const name = `groups/[group]/requests/[request]/collected/[part]/${file}`;
    const path = `/groups/GROUP/requests/ANSWERED/collected/${page}`;
    const each = (status: number): Statuses => [status, status, status, status, 403, 401, 404];
    return [line("GET", name, path, each(get)), line("POST", name, path, each(post), {})];
  }),
  ...["memos", "corrections/index", "corrections/cancellation"].map((page) =>
    line(
      "POST",
      `groups/[group]/requests/[request]/${page}`,
      `/groups/GROUP/requests/REQUEST/${page.replace("/index", "")}`,
      [422, 422, 422, 422, 403, 401, 404],
      {},
    )
  ),
  line(
    "GET",
    "groups/[group]/requests/[request]/documents/[document]/deletion",
    "/groups/GROUP/requests/REQUEST/documents/insurance/deletion",
    [...six(ADMIN), 404],
  ),
  line(
    "POST",
    "groups/[group]/requests/[request]/documents/[document]/deletion",
    "/groups/GROUP/requests/REQUEST/documents/insurance/deletion",
    [403, 403, 403, 403, 403, 401, 404],
    { password: "x" },
  ),
  line("GET", "groups/[group]/documents", "/groups/GROUP/documents", [...six(REVIEW), 404]),
  ...[
    // Acts that are none, and texts that are missing: nothing changes.
    ["requests/[request]/documents/[document]/index", "requests/REVIEWED", 200, 400],
    ["requests/[request]/documents/[document]/return", "requests/REVIEWED/return", 200, 422],
    ["reviews/checked", "reviews/checked", 200, 400],
  ].flatMap(([file, address, ...statuses]) =>
    (["GET", "POST"] as const).map((method, i) => {
      const allowed = statuses[i] as number;
      const path = `/groups/GROUP/${address}`;
      const all: Statuses = [allowed, allowed, allowed, allowed, 403, 401, 404];
      return line(
        method,
        `groups/[group]/${file}`,
        path,
        all,
        method === "POST" ? { act: "none" } : undefined,
      );
    })
  ),
  line("GET", "groups/[group]/reviews/walk", "/groups/GROUP/reviews/walk", [
    303,
    303,
    303,
    303,
    403,
    401,
    404,
  ]),
  line("GET", "groups/[group]/previous-jobs", "/groups/GROUP/previous-jobs", [...six(REVIEW), 404]),
  line("GET", "groups/[group]/selections/[kind]", "/groups/GROUP/selections/send_requests?all=1", [
    ...six(REVIEW),
    404,
  ]),
  line("GET", "groups/[group]/selections/[kind]", "/groups/GROUP/selections/reset_requests?all=1", [
    ...six(ADMIN),
    404,
  ]),

  line("GET", "groups/[group]/settings/deadline", "/groups/GROUP/settings/deadline", GROUP_DATA),
  line(
    "POST",
    "groups/[group]/settings/deadline",
    "/groups/GROUP/settings/deadline",
    [422, 422, 422, 403, 403, 401, 404],
    { closes_on: "never" },
  ),
  ...["documents", "notice", "mails", "reminder"].flatMap((section) => {
    const address = `/groups/GROUP/settings/${section}`;
    const wrong = { notice: "あ".repeat(5_001), base_on: "never" };
    return [
      line("GET", `groups/[group]/settings/${section}`, address, GROUP_DATA),
      line(
        "POST",
        `groups/[group]/settings/${section}`,
        address,
        [422, 422, 422, 403, 403, 401, 404],
        wrong,
      ),
    ];
  }),
  line("GET", "groups/[group]/settings/hints/index", "/groups/GROUP/settings/hints", GROUP_DATA),
  line(
    "POST",
    "groups/[group]/settings/hints/index",
    "/groups/GROUP/settings/hints",
    [303, 303, 303, 403, 403, 401, 404],
    { question: "2", hint: "x" },
  ),
  line("GET", "groups/[group]/settings/hints/export", "/groups/GROUP/settings/hints/export", GROUP_DATA),

  line("GET", "background-jobs/index", "/background-jobs", REVIEW),
  line("GET", "background-jobs/events", "/background-jobs/events", REVIEW),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "download_employee_list",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "delete_all_employees",
    ids: "nobody",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], {
    operation: "import_request_groups",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 202, 202, 403, 403, 401, 404], {
    operation: "download_request_statuses",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "download_request_statuses",
  }),
  ...["download_document_timestamps", "download_family_import_file", "download_originals"].flatMap((
    operation,
  ) => [
    line("POST", "background-jobs/index", "/background-jobs", [202, 202, 202, 403, 403, 401, 404], {
      operation,
      group: "GROUP",
    }),
    line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], { operation }),
  ]),
  line("POST", "background-jobs/index", "/background-jobs", [202, 202, 202, 403, 403, 401, 404], {
    operation: "download_differences",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "download_differences",
    list: "this_and_next_year",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401, 404], {
    operation: "add_employees_to_group",
    group: "GROUP",
  }),
  ...["import_group_insurance", "check_group_insurance_dat"].map((operation) =>
    line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], {
      operation,
      format: "linc",
    })
  ),
  ...["import_last_year_insurance", "import_dc_contributions"].map((operation) =>
    line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], { operation })
  ),
  ...["delete_group_insurance", "delete_dc_contributions"].map((operation) =>
    line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], { operation })
  ),
  line("POST", "background-jobs/index", "/background-jobs", [400, 400, 400, 403, 403, 401, 404], {
    operation: "import_hint_messages",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401, 404], {
    operation: "sync_my_numbers",
    group: "GROUP",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 403, 403, 403, 403, 401], {
    operation: "import_my_numbers",
    password: PASSWORD,
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 400, 400, 400, 403, 401, 404], {
    operation: "update_request_statuses",
    group: "GROUP",
    password: PASSWORD,
  }),
  line("POST", "background-jobs/index", "/background-jobs", [400, 400, 400, 400, 403, 401, 404], {
    operation: "update_review_statuses",
    group: "GROUP",
    password: PASSWORD,
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "sync_establishments",
  }),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "sync_employees",
  }),
  line("GET", "background-jobs/[id]/index", "/background-jobs/JOB", [200, 200, 200, 404, 403, 401, 404]),
  line(
    "GET",
    "background-jobs/[id]/attachments/[n]/index",
    "/background-jobs/JOB/attachments/1",
    RESULT(409),
  ),
  line(
    "POST",
    "background-jobs/[id]/attachments/[n]/claim",
    "/background-jobs/JOB/attachments/1/claim",
    RESULT(303),
  ),
  line("GET", "background-jobs/[id]/cancellation", "/background-jobs/JOB/cancellation", RESULT(409)),
  line("GET", "background-jobs/[id]/retries", "/background-jobs/JOB/retries", RESULT(200)),
  line("POST", "background-jobs/[id]/cancellation", "/background-jobs/JOB/cancellation", RESULT(409)),
  line("POST", "background-jobs/[id]/retries", "/background-jobs/JOB/retries", RESULT(202), {}),

  line(
    "GET",
    "operations/[kind]/index",
    "/operations/add_employees_to_group?group=GROUP",
    [200, 404, 404, 404, 404, 401, 404],
  ),
  line("GET", "operations/[kind]/index", "/operations/delete_all_employees", [404, 404, 404, 404, 404, 401]),
  line("GET", "operations/[kind]/template", "/operations/add_employees_to_group/template", ADMIN),
  line("GET", "operations/[kind]/template", "/operations/import_hint_messages/template", DATA),
  line("GET", "operations/[kind]/template", "/operations/import_group_insurance/template?format=csv", ADMIN),
  line(
    "GET",
    "operations/[kind]/template",
    "/operations/import_group_insurance/template?format=linc",
    [404, 404, 404, 404, 404, 401],
  ),

  line("GET", "settings/permissions/index", "/settings/permissions", ADMIN),
  line("GET", "settings/permissions/[role]", "/settings/permissions/x", [404, 403, 403, 403, 403, 401]),
  line("POST", "settings/permissions/[role]", "/settings/permissions/x", [404, 403, 403, 403, 403, 401], {}),
  line("POST", "background-jobs/index", "/background-jobs", [202, 403, 403, 403, 403, 401], {
    operation: "sync_permissions",
  }),
  line("GET", "settings/accounts/index", "/settings/accounts", ADMIN),
  line("POST", "settings/accounts/index", "/settings/accounts", [422, 403, 403, 403, 403, 401], { name: "" }),
  line("GET", "settings/accounts/[user]/index", "/settings/accounts/USER", [...six(ADMIN), 404]),
  line(
    "POST",
    "settings/accounts/[user]/index",
    "/settings/accounts/USER",
    [303, 403, 403, 403, 403, 401, 404],
    { role: "download", active: "on" },
  ),
  line("GET", "settings/accounts/[user]/link", "/settings/accounts/USER/link", [
    303,
    403,
    403,
    403,
    403,
    401,
  ]),
  line("POST", "settings/accounts/[user]/link", "/settings/accounts/USER/link", [...six(ADMIN), 404], {}),

  line("GET", "years/index", "/years", ADMIN),
  line("GET", "years/start", "/years/start", [404, 403, 403, 403, 403, 401]),
  line("POST", "years/start", "/years/start", [409, 403, 403, 403, 403, 401], { year: "2030" }),
  line("GET", "years/setup", "/years/setup", [404, 403, 403, 403, 403, 401]),
  line("POST", "years/setup", "/years/setup", [409, 403, 403, 403, 403, 401], {}),
  line("GET", "years/[year]/index", "/years/2025", ADMIN),
  line("GET", "years/[year]/groups/[group]", "/years/2025/groups/FORMERLY", [...six(ADMIN), 404]),
  line("GET", "years/[year]/requests/[request]", "/years/2025/requests/ASKED", [...six(ADMIN), 404]),

  ...["notifications", "address"].flatMap((page) => [
    line("GET", `settings/${page}`, `/settings/${page}`, ADMIN),
    line("POST", `settings/${page}`, `/settings/${page}`, [422, 403, 403, 403, 403, 401], {}),
  ]),
  line("GET", "settings/source", "/settings/source", ADMIN),
  line("POST", "settings/source", "/settings/source", [422, 403, 403, 403, 403, 401], { kind: "unknown" }),

  line("GET", "settings/mails", "/settings/mails", ADMIN),
  line("POST", "settings/mails", "/settings/mails", [303, 403, 403, 403, 403, 401], { mail: "1" }),
  line("GET", "settings/audit/index", "/settings/audit", ADMIN),
  line("POST", "settings/audit/export", "/settings/audit/export", ADMIN, {}),

  line("GET", "my/index", "/my", [200, 200, 200, 200, 200, 401]),
  ...MY_PAGES.flatMap(([method, file, path]) => line(method, file, path, [404, 404, 404, 404, 404, 401], {})),
  line(
    "GET",
    "groups/[group]/requests/[request]/pictures/[picture]",
    "/groups/GROUP/requests/REQUEST/pictures/x",
    [404, 404, 404, 404, 403, 401, 404],
  ),

  // Last: it ends the sessions.
  line("POST", "logout", "/logout", [204, 204, 204, 204, 204, 204], {}),
];

function six([a, f, g, k, n, o]: Statuses): [number, number, number, number, number, number] {
  return [a, f, g, k, n, o];
}

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
