import assert from "node:assert/strict";
import fc from "fast-check";
import { JOB_STATUSES, type JobEvent } from "../../jobs/view.ts";
import { announcements, applyEvent, isRunning, reconcile } from "./merge.ts";
import { sampleJob } from "./job_fixture.ts";

const event = (change: Partial<JobEvent>): JobEvent => ({
  id: sampleJob().id,
  status: "running",
  progress: { done: 5, total: 10 },
  message: "",
  ...change,
});

Deno.test("applyEvent moves a running row and leaves others", () => {
  const job = sampleJob();
  const ended = applyEvent(job, event({ status: "completed", message: "10名を追加しました。" }));
  assert.equal(ended.statusLabel, "完了");
  assert.equal(ended.message, "10名を追加しました。");
  assert.deepEqual(ended.progress, { done: 5, total: 10 });
  assert.equal(applyEvent(job, event({ id: "other" })), job);
});

Deno.test("an end is final and progress never goes back, whatever the order of events", () => {
  const events = fc.array(fc.record({
    status: fc.constantFrom(...JOB_STATUSES),
    progress: fc.record({ done: fc.nat(100), total: fc.constant(100) }),
  }));
  fc.assert(fc.property(events, (list) => {
    let job = sampleJob();
    for (const change of list) {
      const next = applyEvent(job, event(change));
      assert.ok(next.progress.done >= job.progress.done);
      if (!isRunning(job)) assert.equal(next, job);
      job = next;
    }
  }));
});

Deno.test("reconcile takes what was missed, keeps the order and what has left the server's page", () => {
  const jobs = [sampleJob({ id: "a" }), sampleJob({ id: "b" }), sampleJob({ id: "c", status: "failed" })];
  const current = [sampleJob({ id: "c" }), sampleJob({ id: "a", status: "completed" })];
  assert.deepEqual(reconcile(jobs, current).map(({ id, status }) => [id, status]), [
    ["a", "completed"],
    ["b", "running"],
    ["c", "failed"],
  ]);
});

Deno.test("announcements speak of each end once", () => {
  const before = [
    sampleJob({ id: "a" }),
    sampleJob({ id: "b" }),
    sampleJob({ id: "c" }),
    sampleJob({ id: "d" }),
  ];
  const ends = ["completed", "completed_with_errors", "failed", "running"] as const;
  const after = before.map((job, n) => ({ ...job, title: `処理${n}`, status: ends[n]! }));
  assert.deepEqual(announcements(before, after), [
    "処理0：完了しました",
    "処理1：完了しました（エラーあり）",
    "処理2：エラーになりました",
  ]);
  assert.deepEqual(announcements(after, after), []);
});
