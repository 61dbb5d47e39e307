import assert from "node:assert/strict";
import { ulid } from "ulid";
import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import { remove, set } from "../kv/commit.ts";
import { readArtifact } from "../kv/files/artifact.ts";
import { jobKeys, yearKeys } from "../kv/keys.ts";
import { read } from "../kv/read.ts";
import { orderSchema } from "./engine/records.ts";
import { eventually } from "./engine/test_tools.ts";
import { defineOperation, type OperationSpec } from "./operation.ts";
import { findOperation } from "./registry.ts";
import type { JobService } from "./service.ts";
import {
  ADMIN,
  type Company,
  type CompanyOptions,
  type Ended,
  fileOf,
  openCompany,
  person,
  TENANT,
  testUser,
} from "./test_tools.ts";

const ASKER = { tenant: TENANT, user: ADMIN };
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const TTL_MS = 3 * DAY_MS;

const CSV = "社員番号,姓\r\n000001,\r\n000002,\r\n999999,無\r\n000002,\r\n";

function refused(code: ReasonCode, job?: string) {
  return (error: unknown) =>
    error instanceof Refusal && error.code === code && (job === undefined || error.params.job === job);
}

async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group("g1", "本社");
  await c.members(null, [person("000001"), person("000002"), person("000003")]);
  return c;
}

const upload = (c: Company, operation = "add_employees_to_group") =>
  c.accept({ operation, group: "g1", file: fileOf(CSV) });

const again = ({ service }: { service: JobService }, id: string, key: string | null = null, asker = ASKER) =>
  service.rerun(asker, id, key);

/** What a run left, without what names the run itself. */
function essence({ job, result, files }: Ended) {
  const { status, message, title, group, progress } = job;
  const attachments = result.attachments.map(({ name, type, size, sha256, n }) => ({
    name,
    type,
    size,
    sha256,
    n,
  }));
  return { status, message, title, group, progress, result: { ...result, attachments }, files };
}

const inputOf = async ({ files }: Company, id: string) => {
  const order = await read(files.kv, jobKeys.order(TENANT.id, id), orderSchema);
  return (await readArtifact(files.kv, TENANT.id, order.value!.input!.artifact)).value!;
};

Deno.test("running again does what uploading the file again does", async () => {
  const second = async (repeat: (c: Company, first: string) => Promise<{ id: string }>) => {
    await using c = await company();
    const { id } = await upload(c);
    const first = essence(await c.ended(id));
    assert.equal(first.status, "completed_with_errors");
    const codes = (await Array.fromAsync(c.stores.members.walk("g1"))).flat().map(({ employee }) =>
      employee.code
    );
    const repeated = essence(await c.ended((await repeat(c, id)).id));
    assert.notDeepEqual(repeated, first, "those who were added are there already");
    return { first, repeated, codes };
  };
  const rerun = await second((c, first) => again(c, first));
  const uploaded = await second((c) => upload(c));
  assert.deepEqual(rerun, uploaded);
});

Deno.test("an export runs again without any input, whenever it was", async () => {
  await using c = await company();
  const { id } = await c.accept({ operation: "download_employee_list" });
  const first = essence(await c.ended(id));
  c.pass(60 * DAY_MS);
  const second = essence(await c.ended((await again(c, id)).id));
  const bytes = ({ files }: ReturnType<typeof essence>) => files.map((file) => file.bytes);
  assert.deepEqual(bytes(second), bytes(first));
});

Deno.test("the input lives a day longer for a run again, one day beyond its time at most, and is never cut short", async () => {
  await using c = await company({ idle: true });
  const { id } = await upload(c);
  await c.service.cancel(ASKER, id);
  const start = (await inputOf(c, id)).expiresAt! - TTL_MS;
  const expiresAfter = async (pass: number) => {
    c.pass(pass);
    const { id: next } = await again(c, id);
    await c.service.cancel(ASKER, next);
    const { expiresAt, dueAt } = await inputOf(c, id);
    assert.equal(dueAt, expiresAt);
    return (expiresAt! - start) / HOUR_MS;
  };
  assert.equal(await expiresAfter(HOUR_MS), 72, "not cut short");
  assert.equal(await expiresAfter(60 * HOUR_MS), 61 + 24);
  assert.equal(await expiresAfter(20 * HOUR_MS), 96, "a day beyond its time");
  assert.equal(await expiresAfter(14 * HOUR_MS), 96);
  c.pass(HOUR_MS);
  await assert.rejects(again(c, id), refused("input_gone"));
});

Deno.test("without its input a job cannot be run again, also when the clean-up comes first", async () => {
  await using c = await company();
  const { id } = await upload(c);
  await c.ended(id);
  c.pass(TTL_MS);
  await assert.rejects(again(c, id), refused("input_gone"));
  await eventually(async () => {
    c.engine.ring();
    return (await inputOf(c, id)).state === "gone";
  });
  await assert.rejects(again(c, id), refused("input_gone"));
  assert.equal((await c.service.detail(ASKER, id)).control.reruns.length, 0);
});

Deno.test("two runs again at once are two jobs that both find the input", async () => {
  await using c = await company();
  const { id } = await upload(c);
  await c.ended(id);
  c.pass(60 * HOUR_MS);
  const runs = await Promise.all([again(c, id), again(c, id), again(c, id)]);
  assert.equal(new Set(runs.map((run) => run.id)).size, 3);
  for (const run of runs) assert.equal((await c.ended(run.id)).job.status, "completed_with_errors");
});

Deno.test("a form sent twice is one run; its key stands for no other job", async () => {
  await using c = await company({ idle: true });
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const { id } = await upload(c);
    await c.service.cancel(ASKER, id);
    ids.push(id);
  }
  const key = ulid();
  const [first, ...more] = await Promise.all(Array.from({ length: 20 }, () => again(c, ids[0]!, key)));
  assert.ok(more.every(({ id }) => id === first!.id));
  await assert.rejects(again(c, ids[1]!, key), refused("key_reused"));
  await assert.rejects(again(c, ids[0]!, "no ULID"), refused("bad_key"));
});

function variant(more: Partial<OperationSpec>) {
  return defineOperation({ ...findOperation("add_employees_to_group")!, kind: "test", ...more });
}

Deno.test("a job that runs, or whose operation is never repeated, is refused", async () => {
  await using c = await company({ idle: true, operations: [variant({ rerun: "never" })] });
  const running = await upload(c);
  await assert.rejects(again(c, running.id), refused("still_running", running.id));
  const once = await upload(c, "test");
  await c.service.cancel(ASKER, once.id);
  await assert.rejects(again(c, once.id), refused("not_rerunnable"));
  assert.equal((await c.service.detail(ASKER, once.id)).control.rerun, null);
});

Deno.test("an exclusive operation that is open is named", async () => {
  await using c = await company({ idle: true, operations: [variant({ exclusive: "group" })] });
  const former = await upload(c, "test");
  await c.service.cancel(ASKER, former.id);
  const open = await upload(c, "test");
  await assert.rejects(again(c, former.id), refused("already_open", open.id));
  await c.service.cancel(ASKER, open.id);
  await again(c, former.id);
});

Deno.test("rights and range are those of who asks now, and the group has to be there", async () => {
  await using c = await company({ idle: true });
  const { id } = await c.accept({ operation: "download_request_statuses", group: "g1" });
  await c.service.cancel(ASKER, id);
  const range = { kind: "condition" as const, departments: ["営業部"], employmentTypes: [] };
  const narrow = await c.user(testUser("narrow", { role: "download", range }));
  const own = await c.accept({ operation: "download_request_statuses", group: "g1" }, narrow);
  await c.service.cancel({ tenant: TENANT, user: narrow }, own.id);
  await assert.rejects(again(c, id, null, { tenant: TENANT, user: narrow }), refused("forbidden"));

  const lost = { tenant: TENANT, user: { ...narrow, role: "check" as const } };
  await assert.rejects(again(c, own.id, null, lost), refused("forbidden"));
  // A colleague with a wider range runs it with that, not with the range of the run before.
  const { id: mine } = await again(c, own.id);
  const order = await read(c.files.kv, jobKeys.order(TENANT.id, mine), orderSchema);
  assert.deepEqual([order.value?.actor.id, order.value?.actor.range], [ADMIN.id, ADMIN.range]);
  assert.equal(order.value?.rerunOf, own.id);

  const group = remove(yearKeys.group(TENANT.id, TENANT.year, "g1"));
  await c.committer.commit({ checks: [], mutations: [group] });
  await assert.rejects(again(c, id), refused("group_gone"));
});

Deno.test("options of before a choice came, or of one that is gone, cannot be run again; what stands for none can", async () => {
  const generic = { format: "generic", item: "spouse", year: "this", include_non_dependants: "1" };
  const { include_non_dependants: _, ...unsaid } = generic;
  await using c = await company();
  const fields = Object.entries(generic);
  const { id } = await c.accept({ operation: "download_collected_information", group: "g1", fields });
  await c.ended(id);
  const key = jobKeys.order(TENANT.id, id);
  const { value: order } = await read(c.files.kv, key, orderSchema);
  const rerun = async (options: Record<string, string>) => {
    await c.committer.commit({ checks: [], mutations: [set(key, { ...order, options })] });
    return await again(c, id);
  };
  const unknown: Record<string, string>[] = [
    {},
    { format: "generic" },
    { ...generic, item: "gone" },
    { ...generic, year: "" },
  ];
  for (const options of unknown) {
    await assert.rejects(rerun(options), refused("not_rerunnable"), JSON.stringify(options));
  }
  for (const options of [generic, unsaid, { format: "bugyo" }] as Record<string, string>[]) {
    assert.equal((await c.ended((await rerun(options)).id)).job.status, "completed");
  }
});
