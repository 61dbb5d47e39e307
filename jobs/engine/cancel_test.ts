import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../../domain/errors.ts";
import { type Committer, set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { cancel } from "./cancel.ts";
import { failure, finish } from "./finish.ts";
import { claim, release } from "./lease.ts";
import type { Checkpoint } from "./records.ts";
import {
  acceptTest,
  ALICE,
  allKeys,
  auditLog,
  claimTest,
  openJobs,
  openStore,
  type Store,
  stored,
  TENANT,
  testOrder,
  wrapCommitter,
} from "./test_tools.ts";

const BY = { id: "bob", email: "bob@acme.example" };

const CHECKPOINT: Checkpoint = {
  v: 1,
  position: { line: 3 },
  done: 1_200,
  total: 9_000,
  counts: { added: 1_180 },
  refusals: { unknown_code: 15, duplicate: 5 },
  files: [],
};

function stop({ kv, committer }: Pick<Store, "kv" | "committer">, job: string): Promise<void> {
  return cancel(kv, committer, { tenant: TENANT, job, by: BY });
}

/** What became of a cancellation: true, or the code of its refusal. */
async function outcome(attempt: Promise<void>): Promise<true | string> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

Deno.test("a waiting job ends as 中断: free of lock and slot, never to be claimed", async () => {
  using store = await openStore();
  const job = await acceptTest(store, { order: testOrder({ lock: "test" }) });
  await stop(store, job);
  const after = await stored(store.kv, job);
  assert.deepEqual([after.job?.status, after.run?.ended, after.open], ["cancelled", true, null]);
  assert.equal(after.job?.message, "0件まで処理して中断しました。");
  assert.equal((await store.kv.get(jobKeys.lock(TENANT, "test"))).versionstamp, null);
  assert.deepEqual(await openJobs(store.kv), []);
  assert.equal(await claim(store.kv, store.committer, TENANT, job, "owner"), null);
  const told = (await auditLog(store.kv)).find(({ event }) => event === "cancelled");
  assert.deepEqual(told?.actor, BY);
  // Who ran it stays who ran it.
  assert.equal(after.job?.actor.id, ALICE.id);
});

Deno.test("it says how far it came: what was done stays, a file under construction does not", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  await claimTest(store, job);
  await store.kv.set(jobKeys.checkpoint(TENANT, job), CHECKPOINT);
  await stop(store, job);
  const rows = await stored(store.kv, job);
  assert.equal(rows.job?.message, "1,200／9,000件まで処理して中断しました。");
  assert.deepEqual(rows.job?.progress, { done: 1_200, total: 9_000 });
  assert.deepEqual(rows.result?.details, [
    "1,200／9,000件まで処理して中断しました。",
    "処理した1,200件（うちエラー20件）の結果は、そのまま残っています。",
  ]);
  assert.equal(rows.result?.errorCount, 20);

  const other = await acceptTest(store);
  await claimTest(store, other);
  const files = [{ name: "a.csv", artifact: "half" }];
  const written = { ...CHECKPOINT, total: null, counts: { written: 1_200 }, refusals: {}, files };
  await store.kv.set(jobKeys.checkpoint(TENANT, other), written);
  await stop(store, other);
  const half = await stored(store.kv, other);
  assert.deepEqual(half.result?.details, [
    "1,200件まで処理して中断しました。",
    "作成途中のファイルは削除しました。",
  ]);
  assert.deepEqual(half.result?.attachments, []);
  const duties = await Array.fromAsync(store.kv.list<{ id: string }>({ prefix: ["sys", "due"] }));
  assert.ok(duties.some(({ value }) => value.id === "half"), "the file is due at once");

  // An import that had come to its error CSV: both.
  const last = await acceptTest(store);
  await claimTest(store, last);
  await store.kv.set(jobKeys.checkpoint(TENANT, last), { ...CHECKPOINT, files });
  await stop(store, last);
  assert.deepEqual((await stored(store.kv, last)).result?.details.slice(1), [
    "処理した1,200件（うちエラー20件）の結果は、そのまま残っています。",
    "作成途中のファイルは削除しました。",
  ]);
});

Deno.test("effects that come between its look and its commit are counted", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { fence } = await claimTest(store, job);
  const key = jobKeys.checkpoint(TENANT, job);
  const committer = wrapCommitter(store.committer, async (_, commit, n) => {
    // Three times the job is faster, as `job.apply` is: its fence holds, its checkpoint moves.
    if (n < 3) {
      const checks = [{ key: jobKeys.run(TENANT, job), versionstamp: fence }];
      const mutations = [set(key, { ...CHECKPOINT, done: n + 1 }), set(["t", TENANT, "effect", n], true)];
      assert.ok((await store.committer.commit({ checks, mutations }, "bulk")).ok);
    }
    return await commit();
  });
  await stop({ kv: store.kv, committer }, job);
  const after = await stored(store.kv, job);
  assert.equal((await allKeys(store.kv, ["t", TENANT, "effect"])).length, 3);
  assert.equal(after.job?.progress.done, 3);
  assert.equal(after.job?.message, "3／9,000件まで処理して中断しました。");
});

Deno.test("a job that is not there, or that has ended, is not stopped", async () => {
  using store = await openStore();
  assert.equal(await outcome(stop(store, "nothing")), "job_not_found");
  const job = await acceptTest(store);
  await stop(store, job);
  const before = await allKeys(store.kv);
  assert.equal(await outcome(stop(store, job)), "job_ended");
  assert.deepEqual(await allKeys(store.kv), before);
});

/** Ends the job as its worker does. */
async function complete({ kv }: Store, committer: Committer, job: string, fence: string): Promise<boolean> {
  const end = { ...failure("unknown", {}, { done: 1, total: 1 }), status: "completed" as const };
  end.publish.mutations.push(set(["t", TENANT, "published"], true));
  return await finish(kv, committer, { tenant: TENANT, job, fence }, end);
}

/** The same committer, with the commits made in the order that fast-check chooses. */
function scheduled(committer: Committer, scheduler: fc.Scheduler): Committer {
  return wrapCommitter(committer, async (_, commit) => {
    await scheduler.schedule(Promise.resolve());
    return await commit();
  });
}

Deno.test("of 中断, the job's own end, a loss and a second 中断, in any order, exactly one ends it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.boolean(),
      fc.integer({ min: 1, max: 2 }),
      async (s, lost, people) => {
        using store = await openStore();
        const committer = scheduled(store.committer, s);
        const job = await acceptTest(store);
        const { fence, token } = await claimTest(store, job);
        const stops = Array.from({ length: people }, () => outcome(stop({ kv: store.kv, committer }, job)));
        const end = complete(store, committer, job, fence);
        const at = { tenant: TENANT, job, owner: "owner", token };
        const loss = lost
          ? release(store.kv, committer, at, { why: "lost", withProcess: false })
          : Promise.resolve(false);
        const race = Promise.all([end, loss, ...stops]);
        await s.waitFor(race);
        const [ended, , ...stopped] = await race;

        const wins = [ended, ...stopped].filter((won) => won === true).length;
        assert.equal(wins, 1);
        for (const one of stopped) assert.ok(one === true || one === "job_ended", `${one}`);
        const after = await stored(store.kv, job);
        assert.equal(after.job?.status, ended ? "completed" : "cancelled");
        assert.deepEqual([after.run?.ended, after.run?.owner, after.open], [true, null, null]);
        // The loser leaves nothing: neither its file nor its word in the log.
        assert.equal((await store.kv.get(["t", TENANT, "published"])).value, ended ? true : null);
        const log = (await auditLog(store.kv)).map(({ event }) => event);
        assert.equal(log.filter((event) => event === "finished").length, 1);
        assert.equal(log.filter((event) => event === "cancelled").length, ended ? 0 : 1);
      },
    ),
    { numRuns: 100 },
  );
});
