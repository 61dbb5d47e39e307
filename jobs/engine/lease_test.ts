import assert from "node:assert/strict";
import { jobKeys } from "../../kv/keys.ts";
import { set } from "../../kv/commit.ts";
import { assertHeld, fence } from "./execution.ts";
import { JobLost } from "./errors.ts";
import { failure, finish } from "./finish.ts";
import { claim, MAX_LOSSES, release, type Return } from "./lease.ts";
import { lose } from "./losses.ts";
import {
  acceptTest,
  auditLog,
  beginTest,
  claimTest,
  openStore,
  type Store,
  stored,
  TENANT,
} from "./test_tools.ts";

const holding = (job: string, owner = "owner", token: string | null = null) => ({
  tenant: TENANT,
  job,
  owner,
  token,
});
const giveBack = ({ kv, committer }: Store, job: string, back: Return, owner = "owner") =>
  release(kv, committer, holding(job, owner), back);

Deno.test("of many that claim a job at once one has it", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const leases = await Promise.all(
    Array.from({ length: 20 }, (_, i) => claim(store.kv, store.committer, TENANT, job, `owner-${i}`)),
  );
  const won = leases.filter((lease) => lease !== null);
  assert.equal(won.length, 1);
  const { run, open } = await stored(store.kv, job);
  assert.deepEqual([run?.attempt, run?.token, run?.owner], [1, won[0]!.token, open?.owner]);
  assert.equal(open?.attempt, 1);
  assert.equal((await auditLog(store.kv)).filter(({ event }) => event === "claimed").length, 1);
});

Deno.test("a job that somebody has cannot be claimed", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { token } = await claimTest(store, job);
  for (const owner of ["owner", "another"]) {
    assert.equal(await claim(store.kv, store.committer, TENANT, job, owner), null);
  }
  assert.equal((await stored(store.kv, job)).run?.token, token);
});

Deno.test("the fence of a lease holds until the job changes hands", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const lease = await claimTest(store, job);
  const x = await beginTest(store, lease);
  await assertHeld(x);
  const write = () =>
    store.committer.commit({ checks: [fence(x)], mutations: [set(["t", TENANT, "effect"], 1)] });
  assert.ok((await write()).ok);
  await giveBack(store, job, { why: "lost", withProcess: true });
  await assert.rejects(assertHeld(x), JobLost);
  assert.equal((await write()).ok, false);
  const { fence: at } = lease;
  const end = failure("unknown", {}, { done: 0, total: null });
  assert.equal(await finish(store.kv, store.committer, { tenant: TENANT, job, fence: at }, end), false);
  await assert.rejects(beginTest(store, lease), JobLost);
});

Deno.test("what a return costs: stopping nothing, waiting no loss, a loss one", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const seen = [];
  for (
    const back of [
      { why: "stopped" },
      { why: "stopped", delayMs: 10_000 },
      { why: "waiting", delayMs: 10_000 },
      { why: "lost", withProcess: false },
      { why: "lost", withProcess: true },
    ] satisfies Return[]
  ) {
    await claimTest(store, job);
    assert.ok(await giveBack(store, job, back));
    const { run, open } = await stored(store.kv, job);
    assert.equal(run?.owner, null);
    assert.equal(open?.attempt, run?.attempt);
    seen.push([run?.attempt, run?.losses, run?.waits, open?.alone, (open?.notBefore ?? 0) > 0]);
  }
  assert.deepEqual(seen, [
    [0, 0, 0, false, false],
    [0, 0, 0, false, true],
    [1, 0, 1, false, true],
    [2, 1, 1, false, false],
    [3, 2, 1, true, false],
  ]);
  const { open } = await stored(store.kv, job);
  assert.equal(open?.notBefore, 0);
  const events = (await auditLog(store.kv)).map(({ event }) => event).sort();
  assert.deepEqual(events, [
    "accepted",
    "claimed",
    "claimed",
    "claimed",
    "claimed",
    "claimed",
    "handed_back",
    "handed_back",
    "lost",
    "lost",
    "waiting",
  ]);
});

Deno.test("a job keeps the time of its first start", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  await claimTest(store, job);
  const { run } = await stored(store.kv, job);
  await giveBack(store, job, { why: "stopped" });
  store.pass(60_000);
  await claimTest(store, job);
  assert.equal((await stored(store.kv, job)).run?.startedAt, run?.startedAt);
});

Deno.test("only its holder's lease is released: not another owner's, nor another claim of the same owner", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const first = await claimTest(store, job);
  assert.equal(await giveBack(store, job, { why: "stopped" }, "another"), false);
  await giveBack(store, job, { why: "lost", withProcess: false });
  const second = await claimTest(store, job);
  const { kv, committer } = store;
  assert.equal(await release(kv, committer, holding(job, "owner", first.token), { why: "stopped" }), false);
  await lose(kv, committer, holding(job, "owner", first.token), false);
  assert.equal((await stored(kv, job)).run?.token, second.token);
  assert.equal((await stored(kv, job)).run?.losses, 1);
  assert.ok(await release(kv, committer, holding(job, "owner", second.token), { why: "stopped" }));
});

Deno.test("two that break one lease break it once", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  await claimTest(store, job);
  const back = { why: "lost", withProcess: true } as const;
  const broken = await Promise.all([giveBack(store, job, back), giveBack(store, job, back)]);
  assert.deepEqual(broken.toSorted(), [false, true]);
  assert.equal((await stored(store.kv, job)).run?.losses, 1);
});

Deno.test("the last loss ends the job, and leaves nothing to claim", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  for (let i = 1; i <= MAX_LOSSES; i++) {
    await claimTest(store, job);
    await lose(store.kv, store.committer, holding(job), true);
    const { job: record, run, open, result } = await stored(store.kv, job);
    const over = i === MAX_LOSSES;
    assert.deepEqual([run?.ended, run?.losses, record?.status], [over, i, over ? "failed" : "running"]);
    assert.equal(open === null, over);
    assert.equal(result === null, !over);
  }
  assert.equal(await claim(store.kv, store.committer, TENANT, job, "owner"), null);
});

Deno.test("an ended job can be neither claimed nor released", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { fence: at } = await claimTest(store, job);
  const end = failure("unknown", {}, { done: 0, total: null });
  assert.ok(await finish(store.kv, store.committer, { tenant: TENANT, job, fence: at }, end));
  const before = await store.kv.get(jobKeys.run(TENANT, job));
  assert.equal(await claim(store.kv, store.committer, TENANT, job, "owner"), null);
  assert.equal(await giveBack(store, job, { why: "stopped" }), false);
  await lose(store.kv, store.committer, holding(job), true);
  assert.equal((await store.kv.get(jobKeys.run(TENANT, job))).versionstamp, before.versionstamp);
});

Deno.test("a whole slice clears a job of the losses before it: three in a row are what ends it", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  for (let i = 1; i < MAX_LOSSES; i++) {
    await claimTest(store, job);
    await giveBack(store, job, { why: "lost", withProcess: true });
  }
  await claimTest(store, job);
  await giveBack(store, job, { why: "stopped" });
  const before = await stored(store.kv, job);
  assert.deepEqual(
    [before.run?.losses, before.open?.alone],
    [MAX_LOSSES - 1, true],
    "a stop alone clears nothing",
  );
  await claimTest(store, job);
  await giveBack(store, job, { why: "stopped", sliced: true });
  const { run, open } = await stored(store.kv, job);
  assert.deepEqual([run?.losses, open?.alone, run?.attempt], [0, false, MAX_LOSSES - 1]);
});
