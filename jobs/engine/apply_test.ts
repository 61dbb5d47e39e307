import assert from "node:assert/strict";
import fc from "fast-check";
import type { Guard } from "../../domain/write.ts";
import { type Change as Commit, set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { asGuard, asWrite, readGuards, seal } from "../../kv/write.ts";
import type { Effect, Unit } from "../job.ts";
import { applyUnits } from "./apply.ts";
import { JobLost, JobStopped } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { release } from "./lease.ts";
import type { Progress } from "./records.ts";
import { LIMITS } from "./size.ts";
import {
  acceptTest,
  beginTest,
  claimTest,
  openStore,
  type Store,
  stored,
  TENANT,
  wrapCommitter,
} from "./test_tools.ts";

/** A row of a made-up import: it takes a place, or is refused because the place is taken. */
interface Row extends Unit {
  size: number;
  rule?: "leave";
}

const GUARD = asGuard(["t", TENANT, "guard", "g"]);
const place = (key: string): Deno.KvKey => ["t", TENANT, "place", key];

function takePlaces({ kv }: Pick<Store, "kv">, guards: Guard[] = [GUARD]): Effect<Row, string | null> {
  return {
    guards,
    read: (rows) =>
      Promise.all(rows.map(async ({ key }) => (await kv.get<string>(place(key))).value?.slice(0, 8) ?? null)),
    change(row, taken) {
      if (taken !== null) return { refuse: "already_in_group" };
      if (row.rule) return { skip: row.rule };
      const tally = asWrite({ type: "tally", guard: ["t", TENANT, "guard", "g"], add: { taken: 1 } });
      return {
        count: "taken",
        writes: [asWrite(set(place(row.key), `${row.line} `.padEnd(row.size, "x"))), tally],
      };
    },
  };
}

const rows = (count: number, size = 10): Row[] =>
  Array.from({ length: count }, (_, i) => ({ line: i + 2, key: `k${i}`, size }));

/** A new attempt at a job, and what it told. */
async function attempt(store: Store, job: string, committer = store.committer) {
  const told: Progress[] = [];
  const lease = await claimTest(store, job);
  const x = await beginTest(store, lease, { committer, report: (progress) => told.push(progress) });
  return { x, told };
}

/** The rows after the checkpoint: what `job.rows()` gives. */
const rest = (x: Execution, all: Row[]) =>
  all.filter(({ line }) => line > Number(x.checkpoint.position?.line ?? 0));

/** All effects: places, guard, refused rows and the counts of the checkpoint. */
async function effects(store: Store, job: string) {
  const dump = async (prefix: Deno.KvKey) =>
    (await Array.fromAsync(store.kv.list({ prefix }))).map((
      { key, value },
    ) => [key.slice(2).join("/"), value]);
  const guard = await store.kv.get<{ tally: unknown }>(["t", TENANT, "guard", "g"]);
  const errors = (await Array.fromAsync(store.kv.list({ prefix: jobKeys.rowErrors(TENANT, job) })))
    .map(({ key, value }) => [key.at(-1), value]);
  return {
    places: await dump(["t", TENANT, "place"]),
    tally: guard.value?.tally,
    errors,
    checkpoint: (await stored(store.kv, job)).checkpoint,
  };
}

/** Somebody else takes a place, as every writer does: the guard moves with it. */
async function takeFromOutside({ kv, committer }: Store, key: string) {
  const guards = await readGuards(kv, [GUARD]);
  assert.ok((await committer.commit(seal(guards, [asWrite(set(place(key), "outside"))]))).ok);
}

const unitsOf = (change: Commit) => change.mutations.filter((m) => m.key[2] === "place").length;

const anyRows = fc.array(
  fc.record({
    kind: fc.constantFrom("take", "take", "take", "leave", "problem", "taken"),
    size: fc.constantFrom(10, 10, 2_000, 20_000),
  }),
  { minLength: 1, maxLength: 160 },
);

function rowsOf(kinds: { kind: string; size: number }[]): Row[] {
  return kinds.map(({ kind, size }, i) => ({
    line: i + 2,
    key: kind === "taken" ? "taken-before" : `k${i}`,
    size,
    ...(kind === "leave" ? { rule: "leave" as const } : {}),
    ...(kind === "problem" ? { problem: { code: "code_missing" as const, params: {} } } : {}),
  }));
}

Deno.test("commits stay inside the limits, take whole units, and move fence, guard, errors and checkpoint", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (kinds) => {
      using store = await openStore();
      const job = await acceptTest(store);
      await takeFromOutside(store, "taken-before");
      const commits: Commit[] = [];
      const committer = wrapCommitter(store.committer, (change, commit, _, priority) => {
        assert.equal(priority, "bulk");
        commits.push(change);
        return commit();
      });
      const { x, told } = await attempt(store, job, committer);
      const all = rowsOf(kinds);
      await applyUnits(x, all, takePlaces(store));
      for (const change of commits) {
        assert.ok(change.mutations.length <= LIMITS.mutations && change.checks.length <= LIMITS.checks);
        assert.deepEqual(change.checks[0], { key: jobKeys.run(TENANT, job), versionstamp: x.lease.fence });
        assert.ok(change.mutations.some((m) => m.key[2] === "checkpoint"));
        assert.ok(change.mutations.some((m) => m.key[2] === "guard"));
      }
      const { places, tally, errors, checkpoint } = await effects(store, job);
      const count = (kind: string) => kinds.filter((one) => one.kind === kind).length;
      assert.equal(places.length, count("take") + 1);
      assert.deepEqual(tally, count("take") > 0 ? { taken: count("take") } : {});
      assert.equal(errors.length, count("problem") + count("taken"));
      assert.deepEqual(checkpoint?.counts, {
        ...(count("take") > 0 ? { taken: count("take") } : {}),
        ...(count("leave") > 0 ? { "skipped.leave": count("leave") } : {}),
      });
      assert.equal(checkpoint?.done, kinds.length);
      assert.deepEqual(told.map(({ done }) => done), told.map(({ done }) => done).toSorted((a, b) => a - b));
      assert.equal(told.at(-1)?.done, kinds.length);
    }),
    { numRuns: 25 },
  );
});

class Crash extends Error {}

Deno.test("dying before or after any commit and going on ends as one clean run", async () => {
  const deaths = fc.array(fc.record({ after: fc.nat(4), held: fc.boolean() }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(anyRows, deaths, async (kinds, crashes) => {
      const all = rowsOf(kinds);
      const run = async (plan: typeof crashes) => {
        using store = await openStore();
        await takeFromOutside(store, "taken-before");
        const job = await acceptTest(store, { job: "01ARZ3NDEKTSV4RRFFQ69G5FAV" });
        for (const crash of [...plan, null]) {
          const committer = wrapCommitter(store.committer, async (_, commit, n) => {
            if (n !== crash?.after) return await commit();
            if (crash.held) await commit();
            throw new Crash();
          });
          const { x } = await attempt(store, job, committer);
          const over = await applyUnits(x, rest(x, all), takePlaces(store)).then(() => true, (error) => {
            assert.ok(error instanceof Crash);
            return false;
          });
          if (over) break;
          const at = { tenant: TENANT, job, owner: "owner", token: null };
          await release(store.kv, store.committer, at, { why: "lost", withProcess: true });
        }
        return await effects(store, job);
      };
      assert.deepEqual(await run(crashes), await run([]));
    }),
    { numRuns: 25 },
  );
});

Deno.test("dying at every commit boundary in turn ends as one clean run", async () => {
  const all = rows(100, 20_000);
  const run = async (boundaries: number[]) => {
    using store = await openStore();
    const job = await acceptTest(store, { job: "01ARZ3NDEKTSV4RRFFQ69G5FAV" });
    let commits = 0;
    const committer = wrapCommitter(store.committer, async (_, commit) => {
      const result = await commit();
      if (boundaries.includes(commits++)) throw new Crash();
      return result;
    });
    for (;;) {
      const { x } = await attempt(store, job, committer);
      const todo = rest(x, all);
      if (todo.length === 0) return { commits, effects: await effects(store, job) };
      await applyUnits(x, todo, takePlaces(store)).catch((error) => assert.ok(error instanceof Crash));
      const at = { tenant: TENANT, job, owner: "owner", token: null };
      await release(store.kv, store.committer, at, { why: "stopped" });
    }
  };
  const clean = await run([]);
  assert.ok(clean.commits >= 4);
  const died = await run(Array.from({ length: clean.commits * 2 }, (_, i) => i));
  assert.deepEqual(died.effects, clean.effects);
});

Deno.test("what somebody else wrote in between is seen, and nothing of theirs is written over", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const committer = wrapCommitter(store.committer, async (_, commit, n) => {
    if (n < 2) await takeFromOutside(store, `k${n * 3}`);
    return await commit();
  });
  const { x } = await attempt(store, job, committer);
  await applyUnits(x, rows(10), takePlaces(store));
  const { places, tally, errors } = await effects(store, job);
  assert.equal(new Map(places as [string, string][]).get("place/k0"), "outside");
  assert.equal(new Map(places as [string, string][]).get("place/k3"), "outside");
  assert.deepEqual(tally, { taken: 8 });
  assert.deepEqual(errors.map(([line]) => line), [2, 5]);
  assert.equal(x.checkpoint.done, 10);
});

Deno.test("a write from outside during the read ahead of the next pack is seen as well", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const committer = wrapCommitter(store.committer, async (_, commit, n) => {
    const result = await commit();
    // Right after the first commit: what was read ahead is old now.
    if (n === 0) await takeFromOutside(store, "k99");
    return result;
  });
  const { x } = await attempt(store, job, committer);
  await applyUnits(x, rows(100, 20_000), takePlaces(store));
  assert.equal((await store.kv.get(place("k99"))).value, "outside");
  assert.deepEqual((await effects(store, job)).errors.map(([line]) => line), [101]);
});

Deno.test("when the lease is lost in the middle nothing more is written", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  let commits = 0;
  const committer = wrapCommitter(store.committer, async (_, commit, n) => {
    commits++;
    if (n === 1) {
      const at = { tenant: TENANT, job, owner: "owner", token: null };
      await release(store.kv, store.committer, at, { why: "lost", withProcess: true });
      await claimTest(store, job, "another");
    }
    return await commit();
  });
  const { x } = await attempt(store, job, committer);
  await assert.rejects(applyUnits(x, rows(100, 20_000), takePlaces(store)), JobLost);
  assert.equal(commits, 2);
  const { places, checkpoint } = await effects(store, job);
  assert.equal(places.length, checkpoint?.done);
  assert.ok(places.length < 100);
});

Deno.test("after many lost races a commit takes one unit, then many again", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const taken: number[] = [];
  const committer = wrapCommitter(store.committer, async (change, commit, n) => {
    taken.push(unitsOf(change));
    if (n < 6) await takeFromOutside(store, `elsewhere-${n}`);
    return await commit();
  });
  const { x } = await attempt(store, job, committer);
  await applyUnits(x, rows(30), takePlaces(store));
  assert.deepEqual(taken, [30, 30, 30, 30, 30, 30, 1, 29]);
  assert.equal(x.checkpoint.done, 30);
});

Deno.test("told to stop it ends at a checkpoint; told that the job is lost likewise", async () => {
  for (const [reason, kind] of [["stopped", JobStopped], ["lost", JobLost]] as const) {
    using store = await openStore();
    const job = await acceptTest(store);
    const control = new AbortController();
    const lease = await claimTest(store, job);
    const committer = wrapCommitter(store.committer, async (_, commit) => {
      control.abort(reason);
      return await commit();
    });
    const x = await beginTest(store, lease, { committer, signal: control.signal });
    await assert.rejects(applyUnits(x, rows(100, 20_000), takePlaces(store)), kind);
    const { places, checkpoint } = await effects(store, job);
    assert.ok(places.length > 0 && places.length < 100);
    assert.equal(checkpoint?.done, places.length);
  }
});

Deno.test("nothing to do writes nothing, and one unit that no commit can take is an error", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  let commits = 0;
  const committer = wrapCommitter(store.committer, (_, commit) => (commits++, commit()));
  const { x } = await attempt(store, job, committer);
  await applyUnits(x, [], takePlaces(store));
  assert.equal(commits, 0);
  await assert.rejects(applyUnits(x, rows(1, 300_000), takePlaces(store)), /does not fit into a commit/);
});

Deno.test("units refused before they were read are not read, and keep their parameters", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { x } = await attempt(store, job);
  const problem = { code: "code_duplicated" as const, params: { code: "k1" } };
  const units = rows(3).map((row, i) => i === 1 ? { ...row, problem } : row);
  const asked: string[] = [];
  const effect = takePlaces(store);
  await applyUnits(x, units, {
    ...effect,
    read(some) {
      asked.push(...some.map(({ key }) => key));
      return effect.read(some);
    },
  });
  assert.deepEqual(asked, ["k0", "k2"]);
  assert.deepEqual((await effects(store, job)).errors, [
    [3, { v: 1, line: 3, key: "k1", code: "code_duplicated", params: { code: "k1" } }],
  ]);
});
