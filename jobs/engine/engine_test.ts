import assert from "node:assert/strict";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { complete, ended, engineWith, heldWork, type Work } from "./engine_fixture.ts";
import { type Execution, throwIfStopped } from "./execution.ts";
import { failure, finish } from "./finish.ts";
import {
  acceptTest,
  eventually,
  openJobs,
  openStore,
  steppedMonotonic,
  type Store,
  stored,
  TENANT,
  testOrder,
} from "./test_tools.ts";

Deno.test("an accepted job runs to its end, and its slot is free again", async () => {
  using store = await openStore();
  const engine = await engineWith(store, complete, { concurrency: 1 });
  for (let i = 0; i < 3; i++) {
    const job = await acceptTest(store);
    assert.equal(await ended(store, engine, job), "completed");
  }
  assert.deepEqual(engine.logged, []);
  await engine.stop();
});

Deno.test("a lost ring is made up for by the tick alone", async () => {
  using store = await openStore();
  const engine = await engineWith(store, complete);
  await engine.started;
  const job = await acceptTest(store);
  await eventually(async () => (await stored(store.kv, job)).run?.ended === true);
  await engine.stop();
});

Deno.test("stopping gives back what runs, at no cost of an attempt, and claims nothing more", async () => {
  using store = await openStore();
  const { work, begun } = heldWork();
  const engine = await engineWith(store, work);
  const job = await acceptTest(store);
  engine.ring();
  await eventually(() => begun.length === 1);
  await engine.stop();
  const { run, open } = await stored(store.kv, job);
  assert.deepEqual(
    { owner: run?.owner, attempt: run?.attempt, losses: run?.losses, ended: run?.ended, alone: open?.alone },
    { owner: null, attempt: 0, losses: 0, ended: false, alone: false },
  );
});

Deno.test("stopping ends the event streams first: nothing that runs is waited for", async () => {
  using store = await openStore();
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const engine = await engineWith(store, async (x) => {
    begun.resolve();
    await gate.promise;
    throwIfStopped(x);
  });
  await acceptTest(store);
  const events = engine.events.subscribe(TENANT, () => true, new AbortController().signal)
    [Symbol.asyncIterator]();
  assert.equal((await events.next()).value?.status, "running");
  await begun.promise;
  const stopping = engine.stop();
  let event = await events.next();
  while (!event.done) event = await events.next();
  assert.equal((await openJobs(store.kv))[0]?.owner, engine.owner?.id, "it runs still");
  gate.resolve();
  await stopping;
  assert.equal((await openJobs(store.kv))[0]?.owner, null);
});

Deno.test("a job that somebody ended from outside stops within a tick", async () => {
  using store = await openStore();
  const { work, begun } = heldWork();
  const engine = await engineWith(store, work);
  const job = await acceptTest(store);
  engine.ring();
  await eventually(() => begun.length === 1);
  const { versionstamp } = await store.kv.get(jobKeys.run(TENANT, job));
  const end = failure("unknown", { number: "x" }, { done: 0, total: null });
  assert.ok(await finish(store.kv, store.committer, { tenant: TENANT, job, fence: versionstamp! }, end));
  const next = await acceptTest(store, { order: testOrder({ kind: "next" }) });
  engine.ring();
  await eventually(() => begun.includes(next));
  await eventually(async () => {
    engine.ring();
    // The slot of the ended job is free again: two more run beside.
    return (await Array.fromAsync(store.kv.list({ prefix: sysKeys.opens() }))).length === 1;
  });
  assert.equal((await stored(store.kv, job)).job?.status, "failed");
  await engine.stop();
});

Deno.test("progress is stored at most twice a second, the last one too, and never backwards", async () => {
  using store = await openStore();
  const monotonic = steppedMonotonic();
  const writes: unknown[] = [];
  const committer: Store["committer"] = {
    commit(change, priority) {
      for (const m of change.mutations) {
        if (m.type === "set" && m.key[2] === "progress") writes.push(m.value);
      }
      return store.committer.commit(change, priority);
    },
  };
  const gate = Promise.withResolvers<void>();
  let execution: Execution | null = null;
  const engine = await engineWith(store, async (x) => {
    execution = x;
    await gate.promise;
    await complete(x);
  }, { committer, monotonic });
  const job = await acceptTest(store);
  engine.ring();
  await eventually(() => execution !== null);
  const report = async (done: number) => {
    execution!.report({ done, total: 100 });
    const before = engine.lastTick();
    await eventually(() => (engine.ring(), engine.lastTick() > before));
    await eventually(() => (engine.ring(), engine.lastTick() > before + 1));
  };
  await report(10);
  await report(20);
  await report(15);
  assert.deepEqual(writes, [{ v: 1, done: 10, total: 100 }]);
  monotonic.pass(500);
  await eventually(() => (engine.ring(), writes.length === 2));
  assert.deepEqual(writes[1], { v: 1, done: 20, total: 100 });
  gate.resolve();
  assert.equal(await ended(store, engine, job), "completed");
  assert.equal((await store.kv.get(jobKeys.progress(TENANT, job))).versionstamp, null);
  await engine.stop();
});

Deno.test("two processes on one store run each job once", async () => {
  using store = await openStore();
  const starts = new Map<string, number>();
  const work: Work = async (x) => {
    starts.set(x.lease.job, (starts.get(x.lease.job) ?? 0) + 1);
    await complete(x);
  };
  const engines = await Promise.all([engineWith(store, work), engineWith(store, work)]);
  const jobs = await Promise.all(Array.from({ length: 40 }, () => acceptTest(store)));
  for (const engine of engines) engine.ring();
  await Promise.all(jobs.map((job) => ended(store, engines[0]!, job)));
  assert.deepEqual([...starts.values()], jobs.map(() => 1));
  await Promise.all(engines.map((engine) => engine.stop()));
});

Deno.test("a process without workers claims nothing", async () => {
  using store = await openStore();
  const engine = await engineWith(store, complete, { pool: null });
  await engine.started;
  const job = await acceptTest(store);
  const before = engine.lastTick();
  engine.ring();
  await eventually(() => engine.lastTick() > before);
  assert.equal((await stored(store.kv, job)).run?.attempt, 0);
  await engine.stop();
});
