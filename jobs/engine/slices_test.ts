import assert from "node:assert/strict";
import { set } from "../../kv/commit.ts";
import { asGuard, asWrite } from "../../kv/write.ts";
import type { Effect, Unit } from "../job.ts";
import { applyUnits } from "./apply.ts";
import { complete, ended, engineWith } from "./engine_fixture.ts";
import { JobStopped } from "./errors.ts";
import { fence, moveCheckpoint, throwIfSliced } from "./execution.ts";
import { release } from "./lease.ts";
import {
  acceptTest,
  beginTest,
  claimTest,
  eventually,
  openStore,
  steppedMonotonic,
  stored,
  TENANT,
} from "./test_tools.ts";

const SLICE_MS = 20_000;

Deno.test("a slice ends where something is stored, costs no attempt, and the next goes on from there", async () => {
  using store = await openStore();
  const monotonic = steppedMonotonic();
  const begun: number[] = [];
  let mayGoOn = Promise.withResolvers<void>();
  // Three steps; the first half of each stores nothing.
  const engine = await engineWith(store, async (x) => {
    begun.push(x.checkpoint.done);
    for (let done = x.checkpoint.done; done < 3;) {
      await mayGoOn.promise;
      throwIfSliced(x);
      x.checkpoint = x.stored = { ...x.checkpoint, done: ++done };
      await x.committer.commit({ checks: [fence(x)], mutations: [moveCheckpoint(x, x.stored)] });
      mayGoOn = Promise.withResolvers();
      throwIfSliced(x);
    }
    await complete(x);
  }, { monotonic, sliceMs: SLICE_MS, concurrency: 1 });
  const job = await acceptTest(store);
  await claimTest(store, job, "gone");
  engine.ring();
  for (const round of [1, 2]) {
    await eventually(() => begun.length === round);
    monotonic.pass(SLICE_MS);
    // It is told so, and has nothing to show yet. The first tick to end may have begun before.
    for (const _ of [1, 2]) {
      const before = engine.lastTick();
      await eventually(() => (engine.ring(), engine.lastTick() > before));
    }
    assert.equal(begun.length, round);
    mayGoOn.resolve();
  }
  await eventually(() => begun.length === 3);
  mayGoOn.resolve();
  assert.equal(await ended(store, engine, job), "completed");
  assert.deepEqual(begun, [0, 1, 2]);
  const { run } = await stored(store.kv, job);
  assert.deepEqual([run?.attempt, run?.losses], [2, 0], "the loss before the first slice is forgotten");
  await engine.stop();
});

Deno.test("changes of stored data are cut between two commits, each is made once", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const units: Unit[] = Array.from({ length: 300 }, (_, i) => ({ line: i + 2, key: `k${i}` }));
  const place = (key: string): Deno.KvKey => ["t", TENANT, "place", key];
  const effect: Effect<Unit, boolean> = {
    guards: [asGuard(["t", TENANT, "guard", "g"])],
    read: (some) =>
      Promise.all(some.map(async ({ key }) => (await store.kv.get(place(key))).versionstamp !== null)),
    change: ({ key }, taken) =>
      taken ? { refuse: "already_in_group" } : { count: "taken", writes: [asWrite(set(place(key), key))] },
  };
  let claims = 0;
  for (;;) {
    const lease = await claimTest(store, job);
    const x = await beginTest(store, lease, { sliceOver: () => true });
    claims++;
    const rest = units.filter(({ line }) => line > Number(x.checkpoint.position?.line ?? 0));
    const over = await applyUnits(x, rest, effect).then(() => true, (error) => {
      assert.ok(error instanceof JobStopped);
      return false;
    });
    if (over) {
      assert.deepEqual([x.checkpoint.done, x.checkpoint.refusals], [300, {}]);
      assert.equal(x.checkpoint.counts.taken, 300);
      break;
    }
    assert.ok(
      await release(store.kv, store.committer, { tenant: TENANT, job, owner: "owner", token: lease.token }, {
        why: "stopped",
      }),
    );
  }
  assert.ok(claims > 1, "one commit takes all of it");
});
