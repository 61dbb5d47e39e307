import assert from "node:assert/strict";
import { set } from "../../kv/commit.ts";
import { complete, type Work } from "./engine_fixture.ts";
import { throwIfStopped } from "./execution.ts";
import { poolOf, type RunListener } from "./pool.ts";
import { sameThread } from "./same_thread.ts";
import { serve } from "./serve.ts";
import { acceptTest, claimTest, eventually, openStore, type Store } from "./test_tools.ts";

type Over = Parameters<RunListener["over"]>[0];

/** A worker in this thread, one claimed job, and how its run ended. */
async function started(store: Store, work: Work) {
  const { kv, committer } = store;
  const pool = poolOf({
    spawn: () => sameThread((port) => serve(port, () => Promise.resolve({ kv, run: work }))),
    setup: {},
    committer,
    log: () => {},
  });
  pool.warm(1);
  const lease = await claimTest(store, await acceptTest(store));
  const over: Over[] = [];
  pool.run(lease, { progress: () => {}, over: (report) => over.push(report) });
  return { pool, lease, over };
}

Deno.test("a job runs in this thread, its commits are made through the pool", async () => {
  using store = await openStore();
  const { over } = await started(store, async (x) => {
    await x.committer.commit({ checks: [], mutations: [set(["done"], x.lease.job)] });
    await complete(x);
  });
  await eventually(() => over.length > 0);
  assert.deepEqual(over, [{ how: "ended" }]);
  assert.ok((await store.kv.get(["done"])).value);
});

Deno.test("an error that nobody knows costs the job an attempt, and the process nothing", async () => {
  using store = await openStore();
  const { over } = await started(store, () => Promise.reject(new Error("the store is broken")));
  await eventually(() => over.length > 0);
  assert.equal(over[0]!.how, "died");
  assert.match(over[0]!.how === "died" ? over[0]!.reason : "", /the store is broken/);
});

Deno.test("a worker that breaks down is heard after what it said before", async () => {
  const heard: string[] = [];
  const broke = Promise.withResolvers<void>();
  const channel = sameThread((port) => {
    setTimeout(() => {
      port.post({ type: "ready" });
      port.breakDown!(new Error("no memory"));
    });
  });
  channel.onMessage((message) => heard.push(message.type));
  channel.onBreak((reason) => {
    heard.push(reason.split("\n")[0]!);
    broke.resolve();
  });
  await broke.promise;
  assert.deepEqual(heard, ["ready", "Error: no memory"]);
});

Deno.test("what is ended from outside stops where it looks, and nothing of it comes through any more", async () => {
  using store = await openStore();
  const gate = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<unknown>();
  const { pool, lease, over } = await started(store, async (x) => {
    await gate.promise;
    void x.committer.commit({ checks: [], mutations: [set(["late"], 1)] });
    try {
      throwIfStopped(x);
    } catch (error) {
      stopped.resolve(error);
      throw error;
    }
  });
  await new Promise((resolve) => setTimeout(resolve));
  pool.kill(lease);
  gate.resolve();
  assert.equal((await stopped.promise as Error).name, "JobLost");
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.deepEqual([over, (await store.kv.get(["late"])).value], [[], null]);
});
