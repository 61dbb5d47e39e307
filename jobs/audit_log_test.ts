import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import { add, remove } from "../kv/commit.ts";
import { auditKeys, jobKeys } from "../kv/keys.ts";
import { ulid } from "ulid";
import { AUDIT_CSV_HEADER } from "./audit_csv.ts";
import { type AuditLog, auditLogOf, type AuditQuery } from "./audit_log.ts";
import type { AuditLineView } from "./audit_view.ts";
import { PAGE_SIZE } from "./engine/paging.ts";
import { eventually } from "./engine/test_tools.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  fileOf,
  MORNING,
  openCompany,
  person,
  TENANT,
  testUser,
} from "./test_tools.ts";

const ASKER = { tenant: TENANT, user: ADMIN };
const DAY_MS = 24 * 60 * 60_000;

async function withLog(
  options: Parameters<typeof openCompany>[0] = {},
): Promise<Company & { log: AuditLog }> {
  const company = await openCompany(options);
  return Object.assign(company, { log: auditLogOf(company.files) });
}

async function lines(log: AuditLog, query: AuditQuery = {}): Promise<AuditLineView[]> {
  return (await log.list(ASKER, query)).entries;
}

const names = (entries: AuditLineView[]) => entries.map(({ event }) => event);

function refused(code: ReasonCode) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

Deno.test("an export from its acceptance to its shredding: each event once, with its numbers", async () => {
  await using company = await withLog();
  await company.members(null, [person("000001"), person("000002")]);
  const { id, title } = await company.accept({ operation: "download_employee_list" });
  const { result: { attachments: [file] } } = await company.ended(id);
  company.pass(3 * 60_000);
  await eventually(async () => {
    company.engine.ring();
    return (await lines(company.log, { event: "attachment_shredded" })).length > 0;
  });
  const log = await lines(company.log);
  assert.deepEqual(names(log).sort(), [
    "accepted",
    "attachment_claimed",
    "attachment_shredded",
    "claimed",
    "finished",
  ]);
  const by = new Map(log.map((line) => [line.event, line]));
  for (const line of log) assert.deepEqual([line.job, line.title], [id, title]);
  assert.equal(by.get("accepted")!.actor, ADMIN.email);
  assert.equal(by.get("claimed")!.facts.attempt, 1);
  assert.deepEqual(by.get("finished")!.facts, { status: "completed", done: 2, errors: 0, attachments: 1 });
  const numbers = { n: 1, bytes: file!.size, sha256: file!.sha256 };
  assert.partialDeepStrictEqual(by.get("attachment_claimed")!.facts, numbers);
  assert.partialDeepStrictEqual(by.get("attachment_shredded")!.facts, { ...numbers, reason: "taken" });
  assert.equal(by.get("attachment_shredded")!.actor, null);
});

Deno.test("effects are told once however often the job is lost on its way", async () => {
  await using company = await withLog();
  await company.members(null, [person("000001")]);
  const letGo = company.hold();
  const { id } = await company.accept({ operation: "download_employee_list" });
  for (let n = 1; n <= 2; n++) {
    await eventually(async () => {
      company.engine.ring();
      return (await lines(company.log, { event: "claimed" })).length === n;
    });
    company.breakWorkers();
  }
  letGo();
  await company.ended(id);
  const log = names(await lines(company.log, { job: id }));
  const count = (event: string) => log.filter((one) => one === event).length;
  assert.deepEqual(["claimed", "lost", "accepted", "finished", "attachment_claimed"].map(count), [
    3,
    2,
    1,
    1,
    1,
  ]);
});

Deno.test("a file that nobody took is shredded at its deadline, and the input of an import too", async () => {
  await using company = await withLog();
  await company.group("g1", "本社");
  const file = fileOf("社員番号\r\n000001\r\n");
  const { id } = await company.accept({ operation: "add_employees_to_group", group: "g1", file });
  await eventually(async () => {
    company.engine.ring();
    return (await lines(company.log, { event: "finished" })).length === 1;
  });
  company.pass(4 * DAY_MS);
  await eventually(async () => {
    company.engine.ring();
    return (await lines(company.log, { event: "attachment_shredded" })).length === 2;
  });
  const shredded = await lines(company.log, { event: "attachment_shredded" });
  assert.deepEqual(shredded.map(({ facts }) => [facts.purpose, facts.reason]).sort(), [
    ["attachment", "expired"],
    ["input", "expired"],
  ]);
  const [accepted] = await lines(company.log, { event: "accepted" });
  const input = shredded.find(({ facts }) => facts.purpose === "input");
  assert.equal(input!.facts.artifact, accepted!.facts.input);
  assert.equal(shredded.find(({ facts }) => facts.purpose === "attachment")!.job, id);
});

Deno.test("what a person lacks the right for is told before it is refused; other refusals are not", async () => {
  await using company = await withLog();
  await company.members(null, [person("000001")]);
  const clerk = { tenant: TENANT, user: testUser("clerk", { role: "download" }) };
  const nobody = { tenant: TENANT, user: testUser("nobody", { role: "none" }) };
  const { service, log } = company;
  const { id } = await company.accept({ operation: "download_employee_list" });
  await company.ended(id);
  await assert.rejects(
    company.accept({ operation: "download_employee_list" }, clerk.user),
    refused("forbidden"),
  );
  await assert.rejects(service.cancel(clerk, id), refused("forbidden"));
  await assert.rejects(service.rerun(clerk, id, null), refused("forbidden"));
  await assert.rejects(service.claim(clerk, id, 1), refused("result_forbidden"));
  await assert.rejects(service.claim(nobody, "'; no id", 1), refused("forbidden"));
  await assert.rejects(service.cancel(ASKER, id), refused("job_ended"));
  await assert.rejects(
    company.accept({ operation: "no_such_kind" }, clerk.user),
    refused("unknown_operation"),
  );
  const denied = await lines(log, { event: "denied" });
  assert.deepEqual(
    denied.map(({ actor, job, kind, facts }) => [facts.action, facts.reason, actor, job, kind]).sort(),
    [
      ["accept", "forbidden", clerk.user.email, null, "download_employee_list"],
      ["cancel", "forbidden", clerk.user.email, id, "download_employee_list"],
      ["claim", "forbidden", nobody.user.email, null, null],
      ["claim", "result_forbidden", clerk.user.email, id, "download_employee_list"],
      ["rerun", "forbidden", clerk.user.email, id, "download_employee_list"],
    ],
  );
});

Deno.test("a job whose person lost the right meanwhile ends with that reason, in words in the CSV", async () => {
  await using company = await withLog();
  await company.members(null, [person("000001")]);
  const letGo = company.hold();
  const { id } = await company.accept({ operation: "download_employee_list" });
  await company.user({ ...ADMIN, role: "check" });
  letGo();
  await eventually(async () => {
    company.engine.ring();
    return (await lines(company.log, { event: "finished", job: id })).length === 1;
  });
  const [finished] = await lines(company.log, { event: "finished" });
  assert.partialDeepStrictEqual(finished!.facts, { status: "failed", reason: "permission_lost" });
  const { body } = await company.log.csv(ASKER, { event: "finished" });
  const csv = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).text();
  assert.match(csv, /,エラー,.*理由：実行した人の権限がなくなりました、ファイル数：0/);
});

/** A log of its own: every 10 minutes an entry, by two people and about two jobs. */
async function longLog(
  { committer, pass }: Company,
  count: number,
): Promise<{ jobs: string[]; at: number[] }> {
  const jobs = [ulid(MORNING), ulid(MORNING)];
  const at: number[] = [];
  for (let i = 0; i < count; i++) {
    const time = MORNING + i * 600_000;
    const who = i % 2 ? "one@acme.example" : "=two@acme.example";
    const entry = {
      v: 1,
      at: time,
      event: i % 3 ? "claimed" : "finished",
      job: jobs[i % 5 ? 0 : 1],
      kind: null,
      actor: { id: who, email: who },
      facts: { attempt: i },
    };
    await committer.commit({ checks: [], mutations: [add(auditKeys.entry(TENANT.id, ulid(time)), entry)] });
    at.push(i);
  }
  pass(count * 600_000);
  return { jobs, at };
}

Deno.test("pages of fifty, newest first; filters by event, person, job and day", async () => {
  await using company = await withLog({ idle: true });
  const { jobs, at } = await longLog(company, 400);
  const attempts = async (query: AuditQuery) => {
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const { entries, next } = await company.log.list(ASKER, { ...query, cursor });
      assert.ok(entries.length <= PAGE_SIZE);
      found.push(...entries.map(({ facts }) => Number(facts.attempt)));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return found;
  };
  const newest = at.toReversed();
  assert.deepEqual(await attempts({}), newest);
  assert.deepEqual(await attempts({ event: "finished" }), newest.filter((i) => i % 3 === 0));
  assert.deepEqual(await attempts({ person: "one@acme.example" }), newest.filter((i) => i % 2));
  assert.deepEqual(await attempts({ job: jobs[1] }), newest.filter((i) => i % 5 === 0));
  // 3 November in Tokyo: entries from 14 h after 10:00 on, for a day.
  assert.deepEqual(
    await attempts({ from: "2026-11-03", to: "2026-11-03", event: "claimed" }),
    newest.filter((i) => i >= 14 * 6 && i < 38 * 6 && i % 3),
  );
  assert.deepEqual(await attempts({ from: "2026-11-04", to: "2026-11-03" }), []);
  assert.deepEqual(await lines(company.log, { cursor: "no id" }), []);
});

Deno.test("the log is for 管理者", async () => {
  await using company = await withLog({ idle: true });
  for (const role of ["confirm", "download", "check", "none"] as const) {
    const asker = { tenant: TENANT, user: testUser(role, { role }) };
    await assert.rejects(company.log.list(asker, {}), refused("forbidden"));
    await assert.rejects(company.log.csv(asker, {}), refused("forbidden"));
  }
});

Deno.test("the CSV is what the filter finds, safe to open, and is itself told of", async () => {
  await using company = await withLog({ idle: true });
  await longLog(company, 250);
  const { name, body } = await company.log.csv(ASKER, { event: "claimed", from: "2026-11-02" });
  assert.match(name, /^監査ログ_\d{12}\.csv$/);
  const bytes = await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [header, ...rows] = await cellsOf(bytes);
  assert.deepEqual(header, AUDIT_CSV_HEADER);
  const expected = Array.from({ length: 250 }, (_, i) => i).filter((i) => i % 3).reverse();
  assert.deepEqual(rows.map((row) => Number(row[header!.indexOf("試行")])), expected);
  assert.equal(rows[0]![0], "2026/11/04 03:20:00");
  assert.deepEqual(new Set(rows.map((row) => row[2])), new Set(["one@acme.example", "'=two@acme.example"]));
  const [told, ...more] = await lines(company.log, { event: "log_exported" });
  assert.deepEqual([told!.actor, told!.facts, more], [
    ADMIN.email,
    { event: "claimed", from: "2026-11-02" },
    [],
  ]);
});

Deno.test("the acceptance keeps the name of a job that is not kept any more", async () => {
  await using company = await withLog({ idle: true });
  const { id, title } = await company.accept({ operation: "download_employee_list" });
  await company.service.cancel(ASKER, id);
  await company.committer.commit({ checks: [], mutations: [remove(jobKeys.job(TENANT.id, id))] });
  const log = await lines(company.log, { job: id });
  assert.deepEqual(log.map(({ event, title }) => [event, title]).sort(), [
    ["accepted", title],
    ["cancelled", null],
    ["finished", null],
  ]);
});
