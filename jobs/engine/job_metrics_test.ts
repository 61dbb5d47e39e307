import assert from "node:assert/strict";
import { exposition } from "../../formats/prometheus.ts";
import { type Exposed, parseExposition } from "../../formats/prometheus_fixture.ts";
import { overheard, remove } from "../../kv/commit.ts";
import { sysKeys } from "../../kv/keys.ts";
import { cancel } from "./cancel.ts";
import { failure, finish } from "./finish.ts";
import { jobMetrics } from "./job_metrics.ts";
import { release } from "./lease.ts";
import { lose } from "./losses.ts";
import { due } from "./due.ts";
import { storeMetrics } from "./store_metrics.ts";
import { acceptTest, ALICE, claimTest, openStore, type Store, TENANT, testOrder } from "./test_tools.ts";

/** A store whose commits are counted by the process `me`. */
async function openCounted(): Promise<Store & { read(): Promise<Exposed> }> {
  const store = await openStore();
  const metrics = jobMetrics(() => "me");
  return {
    ...store,
    committer: overheard(store.committer, metrics.hear),
    [Symbol.dispose]: () => store[Symbol.dispose](),
    read: async () => parseExposition(exposition([...metrics.families, ...await storeMetrics(store.kv)])),
  };
}

function end(store: Store, lease: { tenant: string; job: string; fence: string }) {
  const done = { ...failure("unknown", {}, { done: 1, total: 1 }), status: "completed" as const };
  return finish(store.kv, store.committer, lease, done);
}

Deno.test("accepted, claimed and ended jobs are counted with their waits and durations", async () => {
  using store = await openCounted();
  const job = await acceptTest(store, { order: testOrder({ kind: "import" }) });
  store.pass(2_000);
  const lease = await claimTest(store, job, "me");
  store.pass(40_000);
  assert.ok(await end(store, lease));
  await cancel(store.kv, store.committer, { tenant: TENANT, job: await acceptTest(store), by: ALICE });
  const read = await store.read();
  assert.equal(read.value("nencho_jobs_accepted_total", { kind: "import" }), 1);
  assert.equal(read.value("nencho_jobs_ended_total", { status: "completed" }), 1);
  assert.equal(read.value("nencho_jobs_ended_total", { status: "cancelled" }), 1);
  assert.equal(read.value("nencho_jobs_ended_total", { status: "failed" }), 0);
  assert.equal(read.value("nencho_job_moves_total", { move: "claimed" }), 1);
  assert.equal(read.value("nencho_job_wait_seconds_sum"), 2);
  assert.equal(read.value("nencho_job_duration_seconds_sum", { kind: "import" }), 40);
  assert.equal(read.value("nencho_job_duration_seconds_bucket", { kind: "import", le: "30" }), 0);
});

Deno.test("losses tell a dead worker from a dead process; a job lost too often is given up", async () => {
  using store = await openCounted();
  const job = await acceptTest(store);
  const lost = async (owner: string) => {
    const { token } = await claimTest(store, job, owner);
    await lose(store.kv, store.committer, { tenant: TENANT, job, owner, token }, owner !== "me");
  };
  await lost("me");
  await lost("other");
  await lost("other");
  await store.committer.commit({
    checks: [],
    mutations: [remove(sysKeys.owner("other")), remove(sysKeys.owner("me"))],
  });
  const read = await store.read();
  assert.equal(read.value("nencho_job_losses_total", { by: "worker" }), 1);
  assert.equal(read.value("nencho_job_losses_total", { by: "process" }), 2);
  assert.equal(read.value("nencho_jobs_given_up_total"), 1);
  assert.equal(read.value("nencho_dead_processes_total"), 1);
});

Deno.test("a commit that came too late counts nothing", async () => {
  using store = await openCounted();
  const lease = await claimTest(store, await acceptTest(store), "me");
  assert.ok(await end(store, lease));
  assert.ok(!await end(store, lease));
  assert.equal((await store.read()).value("nencho_jobs_ended_total", { status: "completed" }), 1);
});

Deno.test("what is open, what waits since when, and what is due, is read from the store", async () => {
  using store = await openCounted();
  const [runs, later] = [await acceptTest(store), await acceptTest(store)];
  store.pass(3_000);
  const waits = await acceptTest(store);
  await claimTest(store, runs, "me");
  const { tenant, job, token } = await claimTest(store, later, "me");
  await release(store.kv, store.committer, { tenant, job, owner: "me", token }, {
    why: "waiting",
    delayMs: 60_000,
  });
  await store.committer.commit({
    checks: [],
    mutations: [due(Date.UTC(2026, 10, 2), { v: 1, kind: "mails", tenant, id: "x" })],
  });
  store.pass(1_000);
  const read = await store.read();
  assert.equal(read.value("nencho_jobs_running"), 1);
  assert.equal(read.value("nencho_jobs_waiting", { for: "slot" }), 1, waits);
  assert.equal(read.value("nencho_jobs_waiting", { for: "moment" }), 1);
  assert.equal(read.value("nencho_queue_age_seconds"), 1);
  assert.equal(read.value("nencho_due_actions"), 1);
  assert.equal(read.value("nencho_due_age_seconds"), 3600 + 4);
});

Deno.test("a store that does not answer is told of, and nobody waits for it", async () => {
  using store = await openStore();
  const never = new Proxy(store.kv, {
    get: () => () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.withResolvers().promise }) }),
  });
  const read = parseExposition(exposition(await storeMetrics(never, 1)));
  assert.equal(read.value("nencho_store_up"), 0);
});

Deno.test("a store that cannot be read is told of", async () => {
  const store = await openStore();
  store[Symbol.dispose]();
  const read = parseExposition(exposition(await storeMetrics(store.kv)));
  assert.deepEqual(read.samples, [{ name: "nencho_store_up", labels: {}, value: 0 }]);
});
