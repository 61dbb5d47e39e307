import assert from "node:assert/strict";
import { set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import type { JobEvent } from "../view.ts";
import { type EventHub, eventHub } from "./events.ts";
import { failure, finish } from "./finish.ts";
import { acceptTest, claimTest, openJobs, openStore, type Store, stored, TENANT } from "./test_tools.ts";

/** A reader of the stream that can be asked what came. */
function reader(
  hub: EventHub,
  tenant = TENANT,
  sees: Parameters<EventHub["subscribe"]>[1] = () => true,
) {
  const control = new AbortController();
  const events = hub.subscribe(tenant, sees, control.signal)
    [Symbol.asyncIterator]();
  return {
    control,
    next: async () => (await events.next()).value as JobEvent | undefined,
    events,
  };
}

/** A hub, its rings, and what a tick feeds it. */
function hubOf(store: Store) {
  const hub: EventHub = eventHub(store.kv, () => void rings.push(true));
  const rings: true[] = [];
  return {
    hub,
    rings,
    feed: async () => await hub.feed(await openJobs(store.kv)),
  };
}

async function progress({ committer }: Store, job: string, done: number) {
  const key = jobKeys.progress(TENANT, job);
  await committer.commit({
    checks: [],
    mutations: [set(key, { v: 1, done, total: 100 })],
  });
}

async function end({ kv, committer }: Store, job: string, fence: string) {
  const over = {
    ...failure("unknown", {}, { done: 100, total: 100 }),
    status: "completed" as const,
  };
  assert.ok(
    await finish(kv, committer, { tenant: TENANT, job, fence }, {
      ...over,
      message: "終わりました。",
    }),
  );
}

/** Whether the next event has come already. */
async function isSilent(next: Promise<unknown>): Promise<boolean> {
  const nothing = Symbol();
  return await Promise.race([
    next,
    new Promise((resolve) => setTimeout(resolve, 5, nothing)),
  ]) === nothing;
}

Deno.test("a subscriber rings, gets the present state first, then changes only, and the end", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { hub, rings, feed } = hubOf(store);
  assert.equal(hub.busy(), false);
  const { next, control } = reader(hub);
  const first = next();
  assert.deepEqual([hub.busy(), rings.length], [true, 1]);
  await feed();
  assert.deepEqual(await first, {
    id: job,
    status: "running",
    progress: { done: 0, total: null },
    message: "順番待ちです。",
  });
  const second = next();
  await feed();
  await feed();
  assert.ok(await isSilent(second));
  const { fence } = await claimTest(store, job);
  await progress(store, job, 30);
  await feed();
  assert.deepEqual((await second)?.message, "30／100件を処理しています。");
  await end(store, job, fence);
  await feed();
  assert.deepEqual(await next(), {
    id: job,
    status: "completed",
    progress: { done: 100, total: 100 },
    message: "終わりました。",
  });
  const last = next();
  await feed();
  assert.ok(await isSilent(last));
  control.abort();
  assert.equal(await last, undefined);
  assert.equal(hub.busy(), false);
});

Deno.test("a slow reader gets the newest state of each job, not every one in between", async () => {
  using store = await openStore();
  const jobs = [await acceptTest(store), await acceptTest(store)];
  for (const job of jobs) await claimTest(store, job);
  const { hub, feed } = hubOf(store);
  const { next, control } = reader(hub);
  const first = next();
  await feed();
  const present = [await first, await next()];
  assert.deepEqual(
    present.map((event) => event?.id).toSorted(),
    jobs.toSorted(),
  );
  for (const done of [10, 20, 30]) {
    await progress(store, jobs[0]!, done);
    await feed();
  }
  await progress(store, jobs[1]!, 5);
  await feed();
  const changed = [await next(), await next()];
  assert.deepEqual(changed.map((event) => [event?.id, event?.progress.done]), [[
    jobs[0],
    30,
  ], [jobs[1], 5]]);
  assert.ok(await isSilent(next()));
  control.abort();
});

Deno.test("everybody hears of their tenant's jobs that they see, and of no others", async () => {
  using store = await openStore();
  const mine = await acceptTest(store);
  await acceptTest(store, { tenant: "other" });
  const { hub, feed } = hubOf(store);
  const all = reader(hub);
  const none = reader(hub, TENANT, () => false);
  const [heard, unheard] = [all.next(), none.next()];
  await feed();
  assert.equal((await heard)?.id, mine);
  assert.ok(await isSilent(all.next()));
  assert.ok(await isSilent(unheard));
  all.control.abort();
  none.control.abort();
});

Deno.test("a tenant whose jobs cannot be read keeps no other tenant from being told", async () => {
  using store = await openStore();
  const [broken, fine] = [
    await acceptTest(store),
    await acceptTest(store, { tenant: "other" }),
  ];
  await store.kv.set(jobKeys.job(TENANT, broken), { v: 2 });
  const { hub, feed } = hubOf(store);
  const [first, second] = [reader(hub), reader(hub, "other")];
  const [unheard, heard] = [first.next(), second.next()];
  await assert.rejects(feed());
  assert.equal((await heard)?.id, fine);
  first.control.abort();
  second.control.abort();
  assert.equal(await unheard, undefined);
});

Deno.test("a reader that goes away early is forgotten", async () => {
  using store = await openStore();
  await acceptTest(store);
  const { hub, feed } = hubOf(store);
  const { next, events } = reader(hub);
  const first = next();
  await feed();
  await first;
  await events.return?.();
  assert.equal(hub.busy(), false);
  await feed();
});

Deno.test("of many open jobs the running and the newest are followed, two hundred at most", async () => {
  using store = await openStore();
  const oldest = await acceptTest(store);
  await claimTest(store, oldest);
  for (let i = 0; i < 250; i++) {
    store.pass(1);
    await acceptTest(store);
  }
  const { hub, feed } = hubOf(store);
  const { next, control } = reader(hub);
  const first = next();
  await feed();
  const ids = [(await first)!.id];
  for (let i = 1; i < 200; i++) ids.push((await next())!.id);
  assert.ok(await isSilent(next()));
  assert.ok(ids.includes(oldest));
  const { job } = await stored(store.kv, oldest);
  assert.equal(job?.status, "running");
  control.abort();
});

Deno.test("who comes while others watch is told the present state at once, of what they see", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { hub, rings, feed } = hubOf(store);
  const first = reader(hub);
  const heard = first.next();
  await feed();
  await heard;
  const [second, blind] = [reader(hub), reader(hub, TENANT, () => false)];
  const [told, untold] = [second.next(), blind.next()];
  assert.equal((await told)?.id, job);
  assert.ok(await isSilent(untold));
  assert.deepEqual([rings.length, hub.size()], [1, 3]);
  const late = second.next();
  await feed();
  assert.ok(await isSilent(late));
  for (const { control } of [first, second, blind]) control.abort();
  assert.deepEqual([await late, await untold, await first.next()], [
    undefined,
    undefined,
    undefined,
  ]);
  assert.equal(hub.size(), 0);
});

Deno.test("a tick reads what runs and what is new, whoever waits and however many watch", async () => {
  using store = await openStore();
  const running = await acceptTest(store);
  await claimTest(store, running);
  for (let i = 0; i < 30; i++) await acceptTest(store);
  const reads: Deno.KvKey[] = [];
  const getMany = store.kv.getMany.bind(store.kv);
  store.kv.getMany = (
    keys,
    ...rest
  ) => (reads.push(...keys), getMany(keys, ...rest));
  const { hub, feed } = hubOf(store);
  const readers = Array.from({ length: 20 }, () => reader(hub));
  const heard = Promise.all(readers.map(({ next }) => next()));
  await feed();
  assert.equal(reads.splice(0).length, 31 * 3);
  await heard;
  await feed();
  await feed();
  // The job, who has it, and how far it is: of the one that runs.
  assert.ok(reads.every((key) => key.includes(running)));
  assert.equal(reads.length, 2 * 3);
  readers.forEach(({ control }) => control.abort());
});

Deno.test("a hub that is closed ends what is open, and what comes later at once", async () => {
  using store = await openStore();
  await acceptTest(store);
  const { hub, feed } = hubOf(store);
  const early = reader(hub);
  const heard = early.next();
  await feed();
  await heard;
  const waiting = early.next();
  hub.close();
  assert.equal(await waiting, undefined);
  assert.equal(await reader(hub).next(), undefined);
  assert.equal(hub.busy(), false);
});
