import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { set } from "../../kv/commit.ts";
import type { Artifact } from "../../kv/files/artifact.ts";
import { fileKeys, jobKeys, sysKeys } from "../../kv/keys.ts";
import { failure, finish, JOB_TTL_MS, ROW_ERROR_TTL_MS } from "./finish.ts";
import { type DueHandlers, runDue } from "./sweep.ts";
import { acceptTest, allKeys, claimTest, openStore, type Store, TENANT, testOrder } from "./test_tools.ts";

async function sweep(
  { kv, committer }: Store,
  artifact: DueHandlers["artifact"] = () => Promise.resolve(),
  heard: string[] = [],
) {
  const faults: string[] = [];
  await runDue(
    kv,
    committer,
    { artifact, leavings: artifact, mails: artifact, morning: artifact, done: (kind) => heard.push(kind) },
    (what) => faults.push(what),
  );
  return faults;
}

/** Duties of the kind that a handler carries out, all due. */
async function putDue({ committer }: Store, ids: string[], at = now()) {
  for (let i = 0; i < ids.length; i += 100) {
    const mutations = ids.slice(i, i + 100)
      .map((id) => set(sysKeys.due(at, id), { v: 1, kind: "artifact", tenant: TENANT, id }));
    await committer.commit({ checks: [], mutations });
  }
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => `file-${String(i).padStart(4, "0")}`);

function gone(id: string, parts: Artifact["parts"] = []): Artifact {
  return {
    v: 1,
    id,
    job: null,
    purpose: "attachment",
    holder: null,
    n: 1,
    name: "a.csv",
    type: "text/csv",
    state: "gone",
    owner: "",
    since: 0,
    size: 1,
    keyed: false,
    sha256: "x",
    parts,
    expiresAt: 1,
    claimedBy: null,
    claimedAt: null,
    graceUntil: null,
    dueAt: null,
  };
}

/** A job that ended with refused rows, an input and two attachments; its id. */
async function endedJob(store: Store) {
  const { kv, committer } = store;
  const input = { artifact: "input", name: "a.csv", encoding: "utf-8" as const };
  const job = await acceptTest(store, { order: testOrder({ input, rerunOf: "former" }) });
  const { fence } = await claimTest(store, job);
  const errors = Array.from({ length: 450 }, (_, line) => set(jobKeys.rowError(TENANT, job, line), { v: 1 }));
  for (let i = 0; i < errors.length; i += 100) {
    await committer.commit({ checks: [], mutations: errors.slice(i, i + 100) });
  }
  const part = { id: "p", chunks: 1, bytes: 1, key: null };
  await committer.commit({
    checks: [],
    mutations: [
      set(fileKeys.artifact(TENANT, "input"), gone("input")),
      set(fileKeys.artifact(TENANT, "shredded"), gone("shredded")),
      set(fileKeys.artifact(TENANT, "with bytes"), gone("with bytes", [part])),
    ],
  });
  const end = failure("unknown", {}, { done: 0, total: null });
  end.attachments = ["shredded", "with bytes"];
  assert.ok(await finish(kv, committer, { tenant: TENANT, job, fence }, end));
  return job;
}

Deno.test("what is due now is done, in order of time, and nothing of later", async () => {
  using store = await openStore();
  await putDue(store, ["now"]);
  await putDue(store, ["before"], now() - 1);
  await putDue(store, ["later"], now() + 1);
  const done: string[] = [];
  assert.deepEqual(await sweep(store, ({ id }) => Promise.resolve(void done.push(id))), []);
  assert.deepEqual(done, ["before", "now"]);
});

Deno.test("duties that fail stay and keep no other from being done, however many they are", async () => {
  using store = await openStore();
  const bad = ids(250);
  await putDue(store, bad, now() - 1);
  await putDue(store, ["good"]);
  await store.kv.set(sysKeys.due(now() - 2, "newer"), { v: 2 });
  const done: string[] = [];
  const heard: string[] = [];
  const faults = await sweep(store, async ({ id }, key) => {
    if (bad.includes(id)) throw new Error("broken");
    done.push(id);
    await store.kv.delete(key);
  }, heard);
  assert.deepEqual([done, heard], [["good"], ["artifact"]]);
  assert.equal(faults.length, 251);
  assert.equal((await allKeys(store.kv, sysKeys.dues())).length, 251);
});

Deno.test("a backlog is worked off two hundred at a time", async () => {
  using store = await openStore();
  await putDue(store, ids(450));
  const done: number[] = [];
  for (let round = 0; round < 3; round++) {
    let count = 0;
    await sweep(store, async (_, key) => {
      count++;
      await store.kv.delete(key);
    });
    done.push(count);
  }
  assert.deepEqual(done, [200, 200, 50]);
});

Deno.test("row errors live 30 days, a job a year; then nothing of it is left but the audit log", async () => {
  using store = await openStore();
  const job = await endedJob(store);
  const errors = () => allKeys(store.kv, jobKeys.rowErrors(TENANT, job));
  store.pass(ROW_ERROR_TTL_MS - 1);
  await sweep(store);
  assert.equal((await errors()).length, 450);
  store.pass(1);
  await sweep(store);
  assert.equal((await errors()).length, 0);
  assert.notEqual((await store.kv.get(jobKeys.job(TENANT, job))).versionstamp, null);
  store.pass(JOB_TTL_MS - ROW_ERROR_TTL_MS);
  assert.deepEqual(await sweep(store), []);
  const ofAudit = (key: string) =>
    key.startsWith(`t/${TENANT}/audit/`) || (key.startsWith("sys/due/") && key.endsWith(`/audit-${TENANT}`));
  const left = (await allKeys(store.kv)).filter((key) => !ofAudit(key));
  // The record of a file that still has bytes stays: it says where they lie.
  assert.deepEqual(left, [`t/${TENANT}/artifact/with bytes`]);
});
