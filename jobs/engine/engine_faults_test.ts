import assert from "node:assert/strict";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { set } from "../../kv/commit.ts";
import { Unavailable } from "../../domain/errors.ts";
import { startEngine } from "./engine.ts";
import { complete, ended, engineWith } from "./engine_fixture.ts";
import { JobLost } from "./errors.ts";
import { claim, MAX_LOSSES, release } from "./lease.ts";
import { enrol } from "./owner.ts";
import { poolOf } from "./pool.ts";
import { serve } from "./serve.ts";
import {
  acceptTest,
  auditLog,
  eventually,
  inProcess,
  NO_DUTIES,
  openStore,
  type Store,
  stored,
  TENANT,
} from "./test_tools.ts";

Deno.test("jobs of a dead owner go on, as a loss of the process, and its traces are gone", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const former = await enrol(store.committer, null);
  await claim(store.kv, store.committer, TENANT, job, former.id);
  await former.leave();
  const engine = await engineWith(store, complete);
  assert.equal(await ended(store, engine, job), "completed");
  assert.equal((await stored(store.kv, job)).run?.losses, 1);
  await engine.stop();
  assert.equal((await Array.fromAsync(store.kv.list({ prefix: sysKeys.owners() }))).length, 0);
});

Deno.test("a job that is lost too often ends as エラー in the commit that takes it, and runs no more", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  for (let i = 0; i < MAX_LOSSES - 1; i++) {
    await claim(store.kv, store.committer, TENANT, job, "gone");
    await release(store.kv, store.committer, { tenant: TENANT, job, owner: "gone", token: null }, {
      why: "lost",
      withProcess: true,
    });
  }
  await claim(store.kv, store.committer, TENANT, job, "gone");
  let ran = false;
  const engine = await engineWith(store, (x) => {
    ran = true;
    return complete(x);
  });
  assert.equal(await ended(store, engine, job), "failed");
  const { job: record, run } = await stored(store.kv, job);
  assert.equal(record?.message, "処理を完了できませんでした。処理の途中でサーバーが3回停止しました。");
  assert.equal(run?.losses, MAX_LOSSES);
  assert.equal(ran, false);
  assert.equal((await auditLog(store.kv)).filter(({ event }) => event === "lost").length, MAX_LOSSES);
  await engine.stop();
});

Deno.test("a worker that does not stop is ended after the drain, and its job is free", async () => {
  using store = await openStore();
  let begun = false;
  const engine = await engineWith(store, () => {
    begun = true;
    return new Promise(() => {});
  }, { drainMs: 5 });
  const job = await acceptTest(store);
  engine.ring();
  await eventually(() => begun);
  await engine.stop();
  const { run } = await stored(store.kv, job);
  assert.equal(run?.owner, null);
  assert.equal(run?.losses, 0);
});

Deno.test("one job that cannot be read does not stand before the others", async () => {
  using store = await openStore();
  const [broken, brokenEntry] = [await acceptTest(store), await acceptTest(store)];
  await store.committer.commit({
    checks: [],
    mutations: [
      set(jobKeys.run(TENANT, broken), { v: 2, from: "a newer version" }),
      set(sysKeys.open(brokenEntry), { v: 2 }),
    ],
  });
  const job = await acceptTest(store);
  const engine = await engineWith(store, complete);
  assert.equal(await ended(store, engine, job), "completed");
  await eventually(() =>
    [broken, brokenEntry].every((id) => engine.logged.some((text) => text.includes(id)))
  );
  await engine.stop();
});

Deno.test("a job that could not be given back is given back later: nobody else would take it", async () => {
  using store = await openStore();
  let fail = false;
  const committer: Store["committer"] = {
    commit: (change, priority) =>
      fail ? Promise.reject(new TypeError("database is locked")) : store.committer.commit(change, priority),
  };
  let attempts = 0;
  const engine = await engineWith(store, async (x) => {
    if (++attempts > 1) return await complete(x);
    fail = true;
    throw new Unavailable("source_unavailable");
  }, { committer });
  const job = await acceptTest(store);
  engine.ring();
  await eventually(() => engine.logged.some((text) => text.includes("could not be given back")));
  fail = false;
  await eventually(async () => {
    engine.ring();
    return (await stored(store.kv, job)).run?.owner === null;
  });
  store.pass(10_000);
  assert.equal(await ended(store, engine, job), "completed");
  await engine.stop();
});

Deno.test("a claim whose answer never came is taken back, at no cost", async () => {
  using store = await openStore();
  let lose = true;
  const committer: Store["committer"] = {
    async commit(change, priority) {
      const result = await store.committer.commit(change, priority);
      const claims = change.mutations.some((m) =>
        m.type === "set" && m.key[0] === "sys" && m.key[1] === "open"
      );
      if (!lose || !claims) return result;
      lose = false;
      throw new Error("the answer was lost");
    },
  };
  const job = await acceptTest(store);
  const engine = await engineWith(store, complete, { committer });
  assert.equal(await ended(store, engine, job), "completed");
  assert.equal((await stored(store.kv, job)).run?.losses, 0);
  await engine.stop();
});

Deno.test("a commit that fails for another reason than the fence costs a loss, and the job goes on", async () => {
  using store = await openStore();
  let attempts = 0;
  const engine = await engineWith(store, async (x) => {
    if (++attempts === 1) throw new JobLost();
    await complete(x);
  });
  const job = await acceptTest(store);
  assert.equal(await ended(store, engine, job), "completed");
  assert.equal((await stored(store.kv, job)).run?.losses, 1);
  await engine.stop();
});

Deno.test("a duty that takes long keeps no job waiting, and stopping waits for it", async () => {
  using store = await openStore();
  const duty = Promise.withResolvers<void>();
  let asked = false;
  const at = Date.UTC(2026, 10, 1);
  await store.committer.commit({
    checks: [],
    mutations: [set(sysKeys.due(at, "file"), { v: 1, kind: "artifact", tenant: TENANT, id: "file" })],
  });
  const engine = await engineWith(store, complete, {
    due: {
      ...NO_DUTIES,
      artifact() {
        asked = true;
        return duty.promise;
      },
    },
  });
  await eventually(() => asked);
  const job = await acceptTest(store);
  assert.equal(await ended(store, engine, job), "completed");
  let stopped = false;
  const stopping = engine.stop().then(() => stopped = true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(stopped, false);
  duty.resolve();
  await stopping;
});

Deno.test("workers that cannot be set up end no job: it waits, and goes on when they can be", async () => {
  using store = await openStore();
  const { kv, committer } = store;
  let able = false;
  let tries = 0;
  const pool = poolOf({
    spawn() {
      const runner = () => Promise.resolve({ kv, run: complete });
      const worker = inProcess((port) => able ? serve(port, runner) : undefined);
      if (!able) queueMicrotask(() => (tries++, worker.breakDown("the database does not open")));
      return worker;
    },
    setup: {},
    committer,
    log: () => {},
  });
  const engine = await startEngine({
    kv,
    committer,
    lockDir: null,
    pool,
    concurrency: 1,
    due: NO_DUTIES,
    log: () => {},
  });
  const job = await acceptTest(store);
  for (let i = 1; i <= MAX_LOSSES + 2; i++) {
    await eventually(async () => (engine.ring(), tries === i && (await stored(kv, job)).run?.owner === null));
    store.pass(10_000);
  }
  assert.deepEqual([(await stored(kv, job)).run?.losses, (await stored(kv, job)).run?.ended], [0, false]);
  able = true;
  assert.equal(await ended(store, engine, job), "completed");
  await engine.stop();
});
