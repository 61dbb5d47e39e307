import assert from "node:assert/strict";
import { ulid } from "ulid";
import { Refusal } from "../../domain/errors.ts";
import { set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { accept, IDEMPOTENCY_TTL_MS } from "./accept.ts";
import { failure, finish } from "./finish.ts";
import { runDue } from "./sweep.ts";
import {
  acceptTest,
  ALICE,
  allKeys,
  auditLog,
  NO_DUTIES,
  openStore,
  type Store,
  stored,
  TENANT,
  testAcceptance,
  testOrder,
  wrapCommitter,
} from "./test_tools.ts";

const sweep = ({ kv, committer }: Store) =>
  runDue(
    kv,
    committer,
    NO_DUTIES,
    (what, error) => assert.fail(`${what} ${error}`),
  );

Deno.test("a job is accepted in one commit that rings: job, run, open, index, key, duty and audit", async () => {
  using store = await openStore();
  const commits: unknown[] = [];
  const committer = wrapCommitter(store.committer, (change, commit) => {
    commits.push(change.ring);
    return commit();
  });
  const group = { id: "g1", name: "本社" };
  const a = testAcceptance({ order: testOrder({ group, lock: "test/g1" }) });
  assert.deepEqual(await accept(store.kv, committer, a), { outcome: "accepted" });
  assert.deepEqual(commits, [{ job: a.job }]);

  const { job, run, open } = await stored(store.kv, a.job);
  assert.equal(job?.status, "running");
  assert.deepEqual(job?.group, group);
  assert.deepEqual([run?.attempt, run?.owner, run?.ended], [0, null, false]);
  assert.deepEqual([open?.tenant, open?.lane, open?.owner], [TENANT, "heavy", null]);
  const index = await allKeys(store.kv, ["t", TENANT, "job_by"]);
  assert.deepEqual(
    index.map((key) => key.split("/").slice(3).join("/")),
    [
      `actor/alice/${a.job}`,
      `group/g1/${a.job}`,
      `kind/test/${a.job}`,
      `status/running/${a.job}`,
    ],
  );
  assert.deepEqual((await auditLog(store.kv)).map(({ event, actor }) => [event, actor?.id]), [[
    "accepted",
    "alice",
  ]]);
});

Deno.test("what the list shows of a job takes at most 2 KiB", async () => {
  using store = await openStore();
  const group = { id: ulid(), name: "グ".repeat(50) };
  const email = `${"a".repeat(240)}@example.com`;
  const id = await acceptTest(store, {
    title: "題".repeat(200),
    order: testOrder({ group, actor: { ...ALICE, email }, kind: "k".repeat(40) }),
  });
  const { versionstamp } = await store.kv.get(jobKeys.run(TENANT, id));
  const end = { ...failure("unknown", {}, { done: 1, total: 1 }), message: "結".repeat(1_000) };
  assert.ok(await finish(store.kv, store.committer, { tenant: TENANT, job: id, fence: versionstamp! }, end));
  const { serialize } = await import("node:v8");
  assert.ok(serialize((await stored(store.kv, id)).job).length <= 2_048);
});

Deno.test("the same form again is the first answer; the same key with other content is refused", async () => {
  using store = await openStore();
  const a = testAcceptance();
  await accept(store.kv, store.committer, a);
  const before = await allKeys(store.kv);
  const again = { ...a, job: ulid() };
  assert.deepEqual(await accept(store.kv, store.committer, again), {
    outcome: "repeated",
    job: a.job,
    title: a.title,
  });
  assert.deepEqual(await accept(store.kv, store.committer, { ...again, hash: "other" }), {
    outcome: "other_content",
  });
  assert.deepEqual(await allKeys(store.kv), before);
});

Deno.test("a key counts for one tenant, person and operation only", async () => {
  using store = await openStore();
  const a = testAcceptance();
  const others = [
    { ...a, tenant: "other", job: ulid() },
    { ...a, job: ulid(), order: testOrder({ actor: { ...ALICE, id: "bob" } }) },
    { ...a, job: ulid(), order: testOrder({ kind: "another" }) },
  ];
  for (const one of [a, ...others]) {
    assert.deepEqual(await accept(store.kv, store.committer, one), { outcome: "accepted" });
  }
});

Deno.test("after 24 h a key is free again, and the duty of its first use leaves the second alone", async () => {
  using store = await openStore();
  const a = testAcceptance();
  await accept(store.kv, store.committer, a);
  store.pass(IDEMPOTENCY_TTL_MS - 1);
  assert.equal((await accept(store.kv, store.committer, { ...a, job: ulid() })).outcome, "repeated");
  store.pass(1);
  const second = { ...a, job: ulid(), order: testOrder() };
  assert.equal((await accept(store.kv, store.committer, second)).outcome, "accepted");
  await sweep(store);
  assert.deepEqual(await accept(store.kv, store.committer, { ...a, job: ulid() }), {
    outcome: "repeated",
    job: second.job,
    title: a.title,
  });
});

Deno.test("a key is forgotten when its time has come", async () => {
  using store = await openStore();
  await acceptTest(store);
  const keys = () => allKeys(store.kv, ["t", TENANT, "idempotency"]);
  store.pass(IDEMPOTENCY_TTL_MS - 1);
  await sweep(store);
  assert.equal((await keys()).length, 1);
  store.pass(1);
  await sweep(store);
  assert.deepEqual(await keys(), []);
  const [duty, ...more] = await allKeys(store.kv, ["sys", "due"]);
  assert.deepEqual(more, [], "the audit log's is the only duty that is left");
  assert.ok(duty!.endsWith(`/audit-${TENANT}`));
});

/** How often each outcome came. */
const outcomes = (answers: { outcome: string }[]) =>
  Object.fromEntries(
    Map.groupBy(answers, ({ outcome }) => outcome).entries().map(([name, { length }]) => [name, length]),
  );

Deno.test("fifty times the same form at once is one job, exclusive or not", async () => {
  for (const lock of [null, "test"]) {
    using store = await openStore();
    const a = testAcceptance({ order: testOrder({ lock }) });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => accept(store.kv, store.committer, { ...a, job: ulid() })),
    );
    const accepted = await allKeys(store.kv, jobKeys.jobs(TENANT));
    assert.equal(accepted.length, 1);
    assert.deepEqual(outcomes(answers), { accepted: 1, repeated: 49 });
    for (const answer of answers) {
      if (answer.outcome === "repeated") assert.ok(accepted[0]!.endsWith(answer.job));
    }
  }
});

Deno.test("fifty exclusive forms at once are one job, and the others are told which", async () => {
  using store = await openStore();
  const answers = await Promise.all(Array.from({ length: 50 }, () => {
    return accept(
      store.kv,
      store.committer,
      testAcceptance({ order: testOrder({ lock: "test" }), key: ulid() }),
    );
  }));
  const [only, ...more] = await allKeys(store.kv, jobKeys.jobs(TENANT));
  assert.deepEqual([more, outcomes(answers)], [[], { accepted: 1, locked: 49 }]);
  for (const answer of answers) if (answer.outcome === "locked") assert.ok(only!.endsWith(answer.job));
});

Deno.test("an id that is used already makes no second job and changes nothing of the first", async () => {
  using store = await openStore();
  const a = testAcceptance();
  await accept(store.kv, store.committer, a);
  const before = await allKeys(store.kv);
  await assert.rejects(accept(store.kv, store.committer, { ...a, key: ulid(), title: "別の処理" }));
  assert.deepEqual(await allKeys(store.kv), before);
  assert.equal((await stored(store.kv, a.job)).job?.title, a.title);
});

Deno.test("an exclusive operation is open once; the lock goes with the end of its job", async () => {
  using store = await openStore();
  const order = () => testOrder({ lock: "test/g1" });
  const first = await acceptTest(store, { order: order() });
  const before = await allKeys(store.kv);
  assert.deepEqual(await accept(store.kv, store.committer, testAcceptance({ order: order() })), {
    outcome: "locked",
    job: first,
  });
  assert.deepEqual(await allKeys(store.kv), before);
  await acceptTest(store, { order: testOrder({ lock: "test/g2" }) });
  const { versionstamp } = await store.kv.get(jobKeys.run(TENANT, first));
  const at = { tenant: TENANT, job: first, fence: versionstamp! };
  await finish(store.kv, store.committer, at, failure("unknown", {}, { done: 0, total: null }));
  await acceptTest(store, { order: order() });
});

Deno.test("an exclusive form sent twice is told its own job, even when it looks between key and lock", async () => {
  using store = await openStore();
  const a = testAcceptance({ order: testOrder({ lock: "test" }) });
  // The first of the two is accepted right before the second reads its second key.
  let reads = 0;
  const kv = new Proxy(store.kv, {
    get(target, name) {
      if (name !== "get") return Reflect.get(target, name).bind(target);
      return async (key: Deno.KvKey) => {
        if (++reads === 2) await accept(store.kv, store.committer, a);
        return await target.get(key);
      };
    },
  });
  const answer = await accept(kv, store.committer, { ...a, job: ulid() });
  assert.deepEqual(answer, { outcome: "repeated", job: a.job, title: a.title });
});

Deno.test("when the input was taken away meanwhile nothing is stored", async () => {
  using store = await openStore();
  const key = ["t", TENANT, "artifact", "gone"];
  const input = { checks: [{ key, versionstamp: "00000000000000010000" }], mutations: [set(key, "ready")] };
  await assert.rejects(
    accept(store.kv, store.committer, testAcceptance({ input })),
    (error) => error instanceof Refusal && error.code === "upload_broken",
  );
  assert.deepEqual(await allKeys(store.kv), []);
});
