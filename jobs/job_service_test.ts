import assert from "node:assert/strict";
import { ulid } from "ulid";
import { Refusal } from "../domain/errors.ts";
import type { Range } from "../domain/permission.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { User } from "../domain/user.ts";
import { auditLogOf } from "./audit_log.ts";
import { auditLog, eventually } from "./engine/test_tools.ts";
import type { JobQuery } from "./service.ts";
import {
  ADMIN,
  type Company,
  type CompanyOptions,
  fileOf,
  openCompany,
  person,
  TENANT,
  testUser,
} from "./test_tools.ts";

const refusal = (code: ReasonCode) => (error: unknown) => error instanceof Refusal && error.code === code;
const asker = (user: User) => ({ tenant: TENANT, user });

const COLLEAGUE = testUser("colleague", { role: "download" });
const CHECKER = testUser("checker", { role: "check" });
const NOBODY = testUser("nobody", { role: "none" });
const SALES: Range = { kind: "condition", departments: ["営業部"], employmentTypes: [] };

/** A company with a group of two. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group("g1", "本社");
  await c.members("g1", [person("000001"), person("000002", { department: "総務部" })]);
  for (const user of [COLLEAGUE, CHECKER, NOBODY]) await c.user(user);
  return c;
}

/** An ended 依頼状況一覧 of the group; its attachment is not taken yet. */
async function exported(c: Company, user: User = ADMIN): Promise<string> {
  const { id } = await c.accept({ operation: "download_request_statuses", group: "g1" }, user);
  await eventually(async () => {
    c.engine.ring();
    return (await c.service.detail(asker(user), id)).job.status !== "running";
  });
  return id;
}

const textOf = async (c: Company, user: User, id: string, range: string | null = null) => {
  const { body } = await c.service.download(asker(user), id, 1, range);
  return await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).text();
};

Deno.test("days of the list are days of Tokyo, both ends included", async () => {
  await using c = await company({ idle: true });
  // The clock of the company stands at 10:00 in Tokyo; the first second of the day and the last before it are tried.
  const ids: Record<string, string> = {};
  const accept = async (name: string) => {
    ids[name] = (await c.accept({ operation: "download_employee_list" })).id;
  };
  c.pass(-10 * 60 * 60 * 1000 - 1);
  await accept("last of the 1st");
  c.pass(1);
  await accept("first of the 2nd");
  c.pass(24 * 60 * 60 * 1000 - 1);
  await accept("last of the 2nd");
  c.pass(1);
  await accept("first of the 3rd");
  const named = (id: string) => Object.keys(ids).find((name) => ids[name] === id);
  const list = async (query: JobQuery) =>
    (await c.service.list(asker(ADMIN), query)).jobs.map(({ id }) => named(id));
  assert.deepEqual(await list({ from: "2026-11-02", to: "2026-11-02" }), [
    "last of the 2nd",
    "first of the 2nd",
  ]);
  assert.deepEqual(await list({ from: "2026-11-03" }), ["first of the 3rd"]);
  assert.deepEqual(await list({ to: "2026-11-01" }), ["last of the 1st"]);
  assert.deepEqual(await list({ from: "2026-11-03", to: "2026-11-01" }), []);
  assert.deepEqual(await list({ from: "2026-02-30" }), []);
  assert.equal((await list({})).length, 4);
});

Deno.test("the list by person: 依頼と確認 finds its own only, 権限なし is refused", async () => {
  await using c = await company({
    idle: true,
    means: { userByEmail: (_, email) => Promise.resolve(email.split("@")[0]!) },
  });
  const { id: mine } = await c.accept({ operation: "download_employee_list" });
  const { id: theirs } = await c.accept({ operation: "download_request_statuses", group: "g1" }, COLLEAGUE);
  const list = async (user: User, query: JobQuery = {}) =>
    (await c.service.list(asker(user), query)).jobs.map(({ id }) => id);
  assert.deepEqual((await list(ADMIN)).toSorted(), [mine, theirs].toSorted());
  assert.deepEqual((await list(COLLEAGUE)).toSorted(), [mine, theirs].toSorted());
  assert.deepEqual(await list(COLLEAGUE, { actor: "admin@acme.example" }), [mine]);
  assert.deepEqual(await list(CHECKER), []);
  assert.deepEqual(await list(CHECKER, { actor: "admin@acme.example" }), []);
  await assert.rejects(list(NOBODY), refusal("forbidden"));
  for (const bad of ["", "x", ulid().toLowerCase()]) assert.deepEqual(await list(ADMIN, { cursor: bad }), []);
});

Deno.test("who has no e-mail is named by 社員番号: as runner, as taker of a file, in the log and to others", async () => {
  await using c = await company();
  const runner = await c.user(
    testUser("codeOnly", { role: "download", email: null, employeeCode: "000002" }),
  );
  const id = await exported(c, runner);
  assert.equal((await c.service.detail(asker(ADMIN), id)).job.actor, "000002");
  await c.service.claim(asker(runner), id, 1);
  const seen = await c.service.detail(asker(ADMIN), id);
  assert.equal(seen.result?.attachments[0]?.claimedBy, "000002");
  await assert.rejects(
    c.service.claim(asker(ADMIN), id, 1),
    (error) => error instanceof Refusal && error.params.who === "000002",
  );
  const log = auditLogOf(c.files);
  const { entries } = await log.list(asker(ADMIN), { person: "000002" });
  assert.deepEqual(
    entries.map(({ event, actor }) => `${event} ${actor}`).toSorted(),
    ["accepted 000002", "attachment_claimed 000002", "finished 000002"],
  );
});

Deno.test("who opens a job: its line, its result, or nothing", async () => {
  await using c = await company();
  const id = await exported(c);
  const narrow = await c.user(testUser("narrow", { role: "download", range: SALES, employeeCode: "000001" }));
  const seen = async (user: User) =>
    await c.service.detail(asker(user), id).then(
      ({ result }) => result ? "result" : "line",
      (error) => error.code,
    );
  assert.deepEqual(await Promise.all([ADMIN, COLLEAGUE, narrow, CHECKER, NOBODY].map(seen)), [
    "result",
    "result",
    "line",
    "job_not_found",
    "forbidden",
  ]);
  await assert.rejects(
    c.service.detail({ tenant: { ...TENANT, id: "other" }, user: ADMIN }, id),
    refusal("job_not_found"),
  );
  await assert.rejects(c.service.detail(asker(ADMIN), ulid()), refusal("job_not_found"));
  for (
    const act of [
      () => c.service.claim(asker(narrow), id, 1),
      () => c.service.download(asker(narrow), id, 1, null),
    ]
  ) {
    await assert.rejects(act(), refusal("result_forbidden"));
  }
  assert.equal((await c.service.detail(asker(ADMIN), id)).result?.attachments[0]?.state, "available");
});

Deno.test("the first to claim a file has it alone for the grace, then it is gone; the audit log tells", async () => {
  await using c = await company();
  const id = await exported(c);
  await assert.rejects(textOf(c, ADMIN, id), refusal("attachment_unclaimed"));
  const claims = await Promise.allSettled(
    [ADMIN, COLLEAGUE].map((user) => c.service.claim(asker(user), id, 1)),
  );
  assert.deepEqual(claims.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  const [winner, loser] = claims[0]!.status === "fulfilled" ? [ADMIN, COLLEAGUE] : [COLLEAGUE, ADMIN];
  await assert.rejects(c.service.claim(asker(loser), id, 1), refusal("attachment_taken"));
  await assert.rejects(textOf(c, loser, id), refusal("attachment_taken"));
  const [file] = (await c.service.detail(asker(loser), id)).result!.attachments;
  assert.deepEqual([file?.state, file?.claimedBy], ["claimed", winner.email]);
  c.pass(119_999);
  const text = await textOf(c, winner, id);
  assert.ok(text.startsWith("依頼グループ,"));
  assert.equal(await textOf(c, winner, id, "bytes=3-11"), "依頼グ");
  await assert.rejects(textOf(c, winner, id, "bytes=99999-"), refusal("range_not_satisfiable"));
  c.pass(1);
  await assert.rejects(textOf(c, winner, id), refusal("attachment_gone"));
  await assert.rejects(c.service.claim(asker(winner), id, 1), refusal("attachment_gone"));
  assert.equal((await c.service.detail(asker(ADMIN), id)).result?.attachments[0]?.state, "gone");
  const entries = (await auditLog(c.files.kv)).filter(({ event }) => event === "attachment_claimed");
  assert.deepEqual(entries.map(({ actor }) => actor), [
    { id: winner.id, email: winner.email, employeeCode: winner.employeeCode },
  ]);
});

Deno.test("a file lives three days, and a number that is none is gone", async () => {
  await using c = await company();
  const id = await exported(c);
  for (const n of [0, 2, -1, 1.5, NaN]) {
    await assert.rejects(c.service.claim(asker(ADMIN), id, n), refusal("attachment_gone"), String(n));
  }
  c.pass(72 * 60 * 60_000);
  await assert.rejects(c.service.claim(asker(ADMIN), id, 1), refusal("attachment_gone"));
});

Deno.test("the first hundred errors are on the page, all of them in the file", async () => {
  await using c = await company();
  const csv = `社員番号\n${Array.from({ length: 130 }, (_, i) => `x${i}\n`).join("")}`;
  const { id } = await c.accept({ operation: "add_employees_to_group", group: "g1", file: fileOf(csv) });
  const { result, files } = await c.ended(id);
  assert.deepEqual([result.errors.length, result.errorCount], [100, 130]);
  assert.deepEqual([result.errors[0]?.line, result.errors[99]?.line], [2, 101]);
  assert.equal(new TextDecoder().decode(files[0]!.bytes).trimEnd().split("\r\n").length, 131);
});

Deno.test("the stream: 依頼と確認 hears of its own jobs, 権限なし is refused", async () => {
  await using c = await company();
  assert.throws(() => c.service.events(asker(NOBODY), AbortSignal.abort()), refusal("forbidden"));
  const control = new AbortController();
  const events = c.service.events(asker(CHECKER), control.signal)[Symbol.asyncIterator]();
  const first = events.next();
  await exported(c);
  control.abort();
  assert.deepEqual(await first, { done: true, value: undefined });
});
