import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { set } from "../../kv/commit.ts";
import { sysKeys } from "../../kv/keys.ts";
import { complete, engineWith, heldWork } from "./engine_fixture.ts";
import type { EngineOptions } from "./engine.ts";
import { SILENCE_MS } from "./owner.ts";
import {
  acceptTest,
  claimTest,
  eventually,
  NO_DUTIES,
  openStore,
  steppedMonotonic,
  type Store,
  stored,
  TENANT,
} from "./test_tools.ts";

/** An engine that rests, and how often it has looked at what is open. */
async function restful(
  store: Store,
  work = complete,
  committer = store.committer,
  more: Partial<EngineOptions> = {},
) {
  const monotonic = steppedMonotonic();
  let looks = 0;
  const kv: Deno.Kv = new Proxy(store.kv, {
    get(target, name) {
      if (name === "list") looks++;
      return Reflect.get(target, name).bind(target);
    },
  });
  const engine = await engineWith({ ...store, kv }, work, { monotonic, rests: true, committer, ...more });
  return Object.assign(engine, {
    looks: () => looks,
    /** Woken as by a request that comes a while later. */
    later() {
      monotonic.pass(1_000);
      return engine.wake();
    },
    monotonic,
  });
}

Deno.test("where nothing is to be done the engine rests, and is alive; woken, it does what others left", async () => {
  using store = await openStore();
  const engine = await restful(store);
  await engine.later();
  const [looks, alive] = [engine.looks(), engine.lastTick()];
  await eventually(() => engine.lastTick() > alive + 300);
  assert.equal(engine.looks(), looks);
  engine.ring();
  await Promise.resolve();
  assert.ok(engine.lastTick() > alive + 300, "what it slept is no standstill");
  const job = await acceptTest(store);
  await engine.later();
  assert.equal((await stored(store.kv, job)).job?.status, "completed");
  await engine.stop();
});

Deno.test("what is due when it is about to rest is done first", async () => {
  using store = await openStore();
  let done = 0;
  const dues = { ...NO_DUTIES, mails: () => Promise.resolve(void done++) };
  const engine = await restful(
    store,
    async (x) => {
      await store.kv.set(sysKeys.due(now(), "later"), { v: 1, kind: "mails", tenant: TENANT, id: "x" });
      await complete(x);
    },
    store.committer,
    { due: dues },
  );
  await acceptTest(store);
  await engine.later();
  assert.ok(done > 0);
  await engine.stop();
});

Deno.test("requests that come together wake it once", async () => {
  using store = await openStore();
  const engine = await restful(store);
  await engine.later();
  const looks = engine.looks();
  await Promise.all([engine.wake(), engine.wake(), engine.wake()]);
  assert.equal(engine.looks(), looks);
  await engine.stop();
});

Deno.test("it stays up while somebody watches", async () => {
  using store = await openStore();
  const engine = await restful(store);
  await engine.later();
  const gone = new AbortController();
  const watching = Array.fromAsync(engine.events.subscribe(TENANT, () => true, gone.signal));
  let rested = false;
  void engine.later().then(() => rested = true);
  const looks = engine.looks();
  await eventually(() => (engine.ring(), engine.looks() > looks + 4));
  assert.equal(rested, false);
  gone.abort();
  await watching;
  await eventually(() => (engine.ring(), rested));
  await engine.stop();
});

Deno.test("it stays up for its own job and for one of another process, until that is over or dead", async () => {
  using store = await openStore();
  const { work, letGo } = heldWork();
  letGo();
  const engine = await restful(store, work);
  await engine.later();
  const job = await acceptTest(store);
  await claimTest(store, job, "other");
  const beat = (n: number) => set(sysKeys.beat("other"), { v: 1, n, at: 0 });
  await store.committer.commit({
    checks: [],
    mutations: [set(sysKeys.owner("other"), { v: 1, startedAt: 0, lockFile: null }), beat(1)],
  });
  let rested = false;
  void engine.later().then(() => rested = true);
  const looked = async () => {
    const looks = engine.looks();
    await eventually(() => (engine.ring(), engine.looks() > looks + 4));
  };
  await looked();
  engine.monotonic.pass(SILENCE_MS - 1);
  await looked();
  assert.deepEqual([rested, (await stored(store.kv, job)).run?.owner], [false, "other"]);
  engine.monotonic.pass(1);
  await eventually(() => (engine.ring(), rested));
  const { job: record, run } = await stored(store.kv, job);
  assert.deepEqual([record?.status, run?.losses, run?.attempt], ["completed", 1, 2]);
  await engine.stop();
});

Deno.test("after a rest it says first that it lives: where it cannot, it claims nothing", async () => {
  using store = await openStore();
  let mute = false;
  const engine = await restful(store, complete, {
    commit(change, priority) {
      const beats = change.mutations.some(({ key }) => key[1] === "beat");
      if (mute && beats) return Promise.reject(new TypeError("database is locked"));
      return store.committer.commit(change, priority);
    },
  });
  await engine.later();
  // What was left of it is forgotten, as others do who find it silent.
  for (const key of [sysKeys.owner(engine.owner!.id), sysKeys.beat(engine.owner!.id)]) {
    await store.kv.delete(key);
  }
  engine.monotonic.pass(SILENCE_MS);
  const job = await acceptTest(store);
  mute = true;
  let rested = false;
  void engine.later().then(() => rested = true);
  const looks = engine.looks();
  await eventually(() => (engine.ring(), engine.looks() > looks + 2));
  assert.equal((await stored(store.kv, job)).run?.owner, null);
  mute = false;
  engine.monotonic.pass(SILENCE_MS);
  await eventually(() => (engine.ring(), rested));
  assert.equal((await stored(store.kv, job)).job?.status, "completed");
  assert.equal(await engine.owner!.isDead(engine.owner!.id), false);
  await engine.stop();
});
