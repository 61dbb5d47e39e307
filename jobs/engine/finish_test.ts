import assert from "node:assert/strict";
import fc from "fast-check";
import { explain } from "../../domain/reasons.ts";
import { set } from "../../kv/commit.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { type End, failure, finish, jobNumber, ROW_ERROR_TTL_MS } from "./finish.ts";
import { release } from "./lease.ts";
import {
  acceptTest,
  allKeys,
  auditLog,
  claimTest,
  openStore,
  type Store,
  stored,
  TENANT,
  testOrder,
  wrapCommitter,
} from "./test_tools.ts";

const END: End = {
  status: "completed",
  message: "2名を追加しました。",
  details: ["2名を追加しました。"],
  errorCount: 0,
  errors: [],
  progress: { done: 2, total: 2 },
  attachments: ["file-1"],
  publish: { checks: [], mutations: [set(["t", TENANT, "published"], true)] },
};

const end = ({ kv, committer }: Store, job: string, fence: string, more: Partial<End> = {}) =>
  finish(kv, committer, { tenant: TENANT, job, fence }, { ...END, ...more });

Deno.test("the end is one commit: run, job, result, index, lock, open, files, duties and audit", async () => {
  using store = await openStore();
  const job = await acceptTest(store, { order: testOrder({ lock: "test" }) });
  const { fence } = await claimTest(store, job);
  await store.kv.set(jobKeys.progress(TENANT, job), { v: 1, done: 1, total: 2 });
  store.pass(5_000);
  let commits = 0;
  const committer = wrapCommitter(store.committer, (_, commit) => (commits++, commit()));
  assert.ok(await end({ ...store, committer }, job, fence));
  assert.equal(commits, 1);

  const after = await stored(store.kv, job);
  assert.equal(after.open, null);
  assert.deepEqual([after.run?.ended, after.run?.owner, after.run?.token], [true, null, null]);
  assert.deepEqual(
    [after.job?.status, after.job?.message, after.job?.progress],
    ["completed", END.message, END.progress],
  );
  assert.equal(after.job!.finishedAt! - after.job!.startedAt!, 5_000);
  assert.deepEqual(after.result, {
    v: 1,
    details: END.details,
    errorCount: 0,
    errors: [],
    attachments: ["file-1"],
  });
  assert.deepEqual(await allKeys(store.kv, ["t", TENANT, "job_by", "status"]), [
    `t/${TENANT}/job_by/status/completed/${job}`,
  ]);
  for (const key of [jobKeys.lock(TENANT, "test"), jobKeys.progress(TENANT, job)]) {
    assert.equal((await store.kv.get(key)).versionstamp, null);
  }
  assert.equal((await store.kv.get(["t", TENANT, "published"])).value, true);
  const duties = (await Array.fromAsync(store.kv.list<{ kind: string }>({ prefix: sysKeys.dues() })))
    .map(({ key, value }) => [value.kind, Number(key[2]) - after.job!.finishedAt!]);
  assert.deepEqual(duties.slice(1, 3), [["row_errors", ROW_ERROR_TTL_MS], [
    "job",
    365 * 24 * 60 * 60 * 1000,
  ]]);
  const [finished] = (await auditLog(store.kv)).filter(({ event }) => event === "finished");
  assert.deepEqual(finished?.facts, { status: "completed", done: 2, errors: 0, attachments: 1 });
});

Deno.test("of an end and another end, a release or a claim one wins, and the loser leaves nothing", async () => {
  const rivals = fc.constantFrom<"end" | "release" | "cancel">("end", "release", "cancel");
  await fc.assert(
    fc.asyncProperty(fc.array(rivals, { minLength: 1, maxLength: 4 }), async (others) => {
      using store = await openStore();
      const job = await acceptTest(store);
      const { fence } = await claimTest(store, job);
      const at = { tenant: TENANT, job, owner: "owner", token: null };
      const race = others.map((rival, i) =>
        rival === "release"
          ? release(store.kv, store.committer, at, { why: "lost", withProcess: true })
          : end(store, job, fence, {
            status: rival === "cancel" ? "cancelled" : "completed",
            message: `end ${i}`,
            publish: { checks: [], mutations: [set(["t", TENANT, "published", i], true)] },
          })
      );
      const won = (await Promise.all(race)).map((ok, i) => ok ? i : -1).filter((i) => i >= 0);
      assert.equal(won.length, 1);
      const winner = won[0]!;
      const released = others[winner] === "release";
      const after = await stored(store.kv, job);
      assert.equal(after.run?.ended, !released);
      assert.equal(after.job?.message, released ? "" : `end ${winner}`);
      const published = await allKeys(store.kv, ["t", TENANT, "published"]);
      assert.deepEqual(published, released ? [] : [`t/${TENANT}/published/${winner}`]);
      const ends = (await auditLog(store.kv)).filter(({ event }) => event === "finished");
      assert.equal(ends.length, released ? 0 : 1);
    }),
    { numRuns: 40 },
  );
});

Deno.test("an end whose files were changed meanwhile is none at all", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  const { fence } = await claimTest(store, job);
  const before = await allKeys(store.kv);
  const publish = {
    checks: [{ key: ["t", TENANT, "artifact", "x"], versionstamp: "00000000000000010000" }],
    mutations: END.publish.mutations,
  };
  assert.equal(await end(store, job, fence, { publish }), false);
  assert.deepEqual(await allKeys(store.kv), before);
  assert.equal((await stored(store.kv, job)).run?.ended, false);
});

Deno.test("a job that could not be carried out says 事象。原因。 in the list and 原因。対処。 below", () => {
  const { message, errors, status, errorCount } = failure("no_rows", {}, { done: 0, total: null });
  assert.equal(status, "failed");
  assert.equal(message, "ファイルの取り込みに失敗しました。データの行がありません。");
  assert.deepEqual(errors, [{
    line: null,
    key: "",
    reason: "データの行がありません。2行目以降にデータを入力して取り込み直してください。",
  }]);
  assert.equal(errorCount, 1);
});

Deno.test("an unknown failure names the last eight characters of the job", () => {
  const number = jobNumber("01ARZ3NDEKTSV4RRFFQ69G5FAV");
  assert.equal(number, "Q69G5FAV");
  const { message, errors } = failure("unknown", { number }, { done: 0, total: null });
  assert.equal(message, "処理を完了できませんでした。原因不明なエラーが発生しました。");
  assert.equal(
    errors[0]?.reason,
    "原因不明なエラーが発生しました。時間をおいてやり直してください。続くときは番号 Q69G5FAV をお知らせください。",
  );
  assert.equal(explain("unknown", { number }).status, 500);
});

Deno.test("a message of any length is kept to 300 whole characters", async () => {
  using store = await openStore();
  for (const message of ["あ".repeat(300), "あ".repeat(301), "𠮷".repeat(200)]) {
    const job = await acceptTest(store);
    const { fence } = await claimTest(store, job);
    assert.ok(await end(store, job, fence, { message }));
    const kept = (await stored(store.kv, job)).job!.message;
    assert.ok(kept.length <= 300 && kept.isWellFormed());
    assert.equal(kept.endsWith("…"), message.length > 300);
    assert.ok(message.startsWith(kept.replace(/…$/, "")));
  }
});
