import assert from "node:assert/strict";
import { Unavailable } from "../../domain/errors.ts";
import { set } from "../../kv/commit.ts";
import { JobLost, JobStopped } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { type Lease, release, WAITS_MS } from "./lease.ts";
import type { FromWorker, RunReport, ToWorker } from "./protocol.ts";
import { type Port, serve } from "./serve.ts";
import { acceptTest, claimTest, eventually, openStore, type Store, TENANT } from "./test_tools.ts";

/** A port whose other side is the test. */
function testPort() {
  const said: FromWorker[] = [];
  let send: (message: ToWorker<unknown>) => void = () => {};
  const port: Port = { post: (message) => said.push(message), receive: (listener) => send = listener };
  const report = async (): Promise<RunReport> => {
    const isDone = (m: FromWorker) => m.type === "done";
    await eventually(() => said.some(isDone));
    const done = said.splice(said.findIndex(isDone), 1)[0];
    return (done as { report: RunReport }).report;
  };
  return { port, said, tell: (message: ToWorker<unknown>) => send(message), report };
}

/** A served port on `store` whose jobs do `work`. */
function served(store: Store, work: (x: Execution) => Promise<void>) {
  const t = testPort();
  serve(t.port, () => Promise.resolve({ kv: store.kv, run: work }));
  t.tell({ type: "setup", setup: {} });
  return { ...t, run: (lease: Lease) => (t.tell({ type: "run", lease }), t.report()) };
}

Deno.test("set up once it says so, and then carries out one job after the other", async () => {
  using store = await openStore();
  const jobs: string[] = [];
  const t = served(store, (x) => Promise.resolve(void jobs.push(x.job.id)));
  const leases = [
    await claimTest(store, await acceptTest(store)),
    await claimTest(store, await acceptTest(store)),
  ];
  for (const lease of leases) assert.deepEqual(await t.run(lease), { how: "ended" });
  assert.deepEqual(jobs, leases.map(({ job }) => job));
  assert.deepEqual(t.said.map(({ type }) => type), ["ready"]);
});

Deno.test("a job that came while it was set up waits for that", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  const t = testPort();
  const opened = Promise.withResolvers<void>();
  serve(t.port, async () => {
    await opened.promise;
    return { kv: store.kv, run: () => Promise.resolve() };
  });
  t.tell({ type: "setup", setup: {} });
  t.tell({ type: "run", lease });
  opened.resolve();
  assert.deepEqual(await t.report(), { how: "ended" });
});

Deno.test("an old lease is lost before anything is done", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  const at = { tenant: TENANT, job: lease.job, owner: "owner", token: null };
  await release(store.kv, store.committer, at, { why: "stopped" });
  let ran = false;
  const t = served(store, () => Promise.resolve(void (ran = true)));
  assert.deepEqual(await t.run(lease), { how: "lost" });
  assert.equal(ran, false);
});

Deno.test("stopped and lost are told as such", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  for (
    const [error, report] of [
      [new JobStopped(), { how: "returned", back: { why: "stopped" } }],
      [new JobLost(), { how: "lost" }],
    ] as const
  ) {
    const t = served(store, () => Promise.reject(error));
    assert.deepEqual(await t.run(lease), report);
  }
});

Deno.test("a stop reaches the job that runs, with its reason, and not the next one", async () => {
  using store = await openStore();
  const [first, second] = [await acceptTest(store), await acceptTest(store)];
  const reasons: unknown[] = [];
  const begun = Promise.withResolvers<void>();
  const t = served(store, async (x) => {
    if (x.job.id === second) return void reasons.push(x.signal.aborted);
    begun.resolve();
    await new Promise((resolve) => x.signal.addEventListener("abort", resolve));
    reasons.push(x.signal.reason);
    throw new JobStopped();
  });
  const report = t.run(await claimTest(store, first));
  await begun.promise;
  t.tell({ type: "stop", reason: "stopped" });
  await report;
  t.tell({ type: "stop", reason: "stopped" });
  await t.run(await claimTest(store, second));
  assert.deepEqual(reasons, ["stopped", false]);
});

Deno.test("something unavailable is waited for: 10 s, 1 min, 5 min, or as long as the other side asks", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const at = { tenant: TENANT, job, owner: "owner", token: null };
  const delays: number[] = [];
  for (const asked of [null, 61_000, 1]) {
    const t = served(store, () => Promise.reject(new Unavailable("source_unavailable", asked)));
    const report = await t.run(await claimTest(store, job));
    assert.ok(report.how === "returned" && report.back.why === "waiting");
    delays.push(report.back.delayMs);
    await release(store.kv, store.committer, at, report.back);
  }
  assert.deepEqual(delays, [10_000, 61_000, 300_000]);
  assert.deepEqual(WAITS_MS, [10_000, 60_000, 300_000]);
});

Deno.test("commits go over the port, and their answers come back to their own calls", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  const t = served(store, async (x) => {
    const commit = (n: number) => x.committer.commit({ checks: [], mutations: [set(["k", n], n)] }, "bulk");
    const [a, b, c] = await Promise.allSettled([commit(1), commit(2), commit(3)]);
    assert.deepEqual(a, { status: "fulfilled", value: { ok: true, versionstamp: "1" } });
    assert.deepEqual(b, { status: "fulfilled", value: { ok: false } });
    assert.equal(c.status === "rejected" && c.reason.message, "no room");
  });
  const report = t.run(lease);
  await eventually(() => t.said.filter(({ type }) => type === "commit").length === 3);
  assert.equal((await store.kv.get(["k", 1])).versionstamp, null);
  t.tell({ type: "commit_failed", call: 3, message: "no room", away: false });
  t.tell({ type: "committed", call: 2, result: { ok: false } });
  t.tell({ type: "committed", call: 1, result: { ok: true, versionstamp: "1" } });
  assert.deepEqual(await report, { how: "ended" });
});

Deno.test("a commit that found the database held too long gives the job back, at no cost", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  const t = served(store, async (x) => {
    await x.committer.commit({ checks: [], mutations: [set(["k"], 1)] });
  });
  const report = t.run(lease);
  await eventually(() => t.said.some(({ type }) => type === "commit"));
  t.tell({ type: "commit_failed", call: 1, message: "database is locked", away: true });
  assert.deepEqual(await report, { how: "returned", back: { why: "stopped", delayMs: 5_000 } });
});

Deno.test("progress and signs of life are told, the latter not at every piece", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  const t = served(store, (x) => {
    x.report({ done: 1, total: 2 });
    for (let i = 0; i < 1_000; i++) x.alive();
    return Promise.resolve();
  });
  await t.run(lease);
  assert.deepEqual(t.said.filter(({ type }) => type === "progress"), [
    { type: "progress", progress: { done: 1, total: 2 } },
  ]);
  assert.equal(t.said.filter(({ type }) => type === "alive").length, 1);
});

Deno.test("an error that nobody knows breaks the worker, so that the job is given back as a loss", async () => {
  using store = await openStore();
  const lease = await claimTest(store, await acceptTest(store));
  const broken = Promise.withResolvers<unknown>();
  const listener = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    broken.resolve(event.reason);
  };
  addEventListener("unhandledrejection", listener, { once: true });
  const t = served(store, () => Promise.reject(new Error("the store is broken")));
  t.tell({ type: "run", lease });
  assert.equal((await broken.promise as Error).message, "the store is broken");
  assert.ok(!t.said.some(({ type }) => type === "done"));
});
