import { type Committer, set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";
import type { Faults } from "./faults.ts";
import type { EndHook } from "./finish.ts";
import { type Holding, type Lease, named, release } from "./lease.ts";
import { lose } from "./losses.ts";
import type { Pool, RunListener } from "./pool.ts";
import type { StopReason } from "./protocol.ts";
import { type Progress, storedProgressSchema } from "./records.ts";
import type { OpenJob } from "./slots.ts";
import { type RunSpan, runSpan } from "./spans.ts";

/** Progress of a job is stored at most twice a second (R13). */
export const PROGRESS_EVERY_MS = 500;

type Report = Parameters<RunListener["over"]>[0];

interface Run {
  lease: Lease;
  open: OpenJob;
  span: RunSpan;
  /** The most that the worker told. */
  told: Progress | null;
  /** What the store holds; null: not looked at yet. */
  saved: Progress | null;
  savedAt: number;
  /** When it began, by the process's own clock. */
  startedAt: number;
  /** The worker was told that its slice is over. */
  sliced: boolean;
  /** The worker was asked to stop. */
  stopped: boolean;
  /** How the worker ended; the lease is off when this run is gone from the set. */
  report: Report | null;
  /** The lease is being taken off. */
  settling: Promise<void> | null;
}

/** The jobs that this process runs, from the claim until the lease is off. */
export interface Runs {
  /** Those whose worker is at work: they take slots. */
  working(): OpenJob[];
  has(job: string): boolean;
  start(lease: Lease, open: OpenJob): void;
  /** Stops workers whose job is ended or somebody else's, or whose slice is over. `open`: listed after they were claimed. */
  check(open: readonly OpenJob[]): void;
  /** Stores progress that was told since, and tries again what could not be given back. */
  tend(): Promise<void>;
  /** Asks all workers to stop at their checkpoint; asked already, nothing. */
  stopAll(): void;
  /** Ends the workers that did not stop, and gives their jobs back. */
  abandonAll(): Promise<void>;
  readonly size: number;
}

export interface RunsMeans {
  kv: Deno.Kv;
  committer: Committer;
  pool: Pool;
  /** Id of this process as an owner. */
  owner: string;
  monotonic: () => number;
  /** A claim is handed back after so long; null: never. */
  sliceMs?: number | null;
  faults: Faults;
  /** For a job that is given up. */
  onEnd?: EndHook;
  /** Called when a slot is free again. */
  ring(): void;
}

/** The runs of this process. */
export function runsOf(means: RunsMeans): Runs {
  const { kv, committer, pool, owner, monotonic, sliceMs = null, faults, onEnd, ring } = means;
  const runs = new Set<Run>();

  function hear(run: Run, progress: Progress) {
    if (run.told === null || progress.done >= run.told.done) run.told = progress;
  }

  function stop(run: Run, reason: StopReason) {
    if (run.stopped) return;
    run.stopped = true;
    pool.stop(run.lease, reason);
  }

  function endSlice(run: Run) {
    if (run.sliced || sliceMs === null || monotonic() - run.startedAt < sliceMs) return;
    run.sliced = true;
    pool.stop(run.lease, "slice");
  }

  /** Takes the lease off, or waits for that. What fails is tried again by `tend`: nobody else would. */
  function settle(run: Run): Promise<void> {
    const { report } = run;
    if (report === null) return Promise.resolve();
    return run.settling ??= giveBack(run.lease, report).then(
      () => {
        runs.delete(run);
        run.span.over(report.how);
        ring();
      },
      (error) => faults("a job could not be given back", error, named(run.lease)),
    ).finally(() => run.settling = null);
  }

  async function giveBack({ tenant, job, token }: Lease, report: Report) {
    const at: Holding = { tenant, job, owner, token };
    if (report.how === "ended") return;
    if (report.how === "returned") await release(kv, committer, at, report.back);
    // `lost` too: a commit can fail for another check than the fence, and then the lease is still here.
    else await lose(kv, committer, at, false, onEnd);
  }

  async function save(run: Run) {
    if (run.told === null || run.report !== null || monotonic() - run.savedAt < PROGRESS_EVERY_MS) return;
    const { tenant, job, fence } = run.lease;
    const key = jobKeys.progress(tenant, job);
    const saved = run.saved ??= (await read(kv, key, storedProgressSchema)).value ?? { done: 0, total: null };
    const { done, total } = run.told;
    if (done < saved.done || (done === saved.done && total === saved.total)) return;
    run.savedAt = monotonic();
    // Behind the fence, so that a late one neither survives the end of the job nor comes from a lost attempt.
    const checks = [{ key: jobKeys.run(tenant, job), versionstamp: fence }];
    const { ok } = await committer.commit({ checks, mutations: [set(key, { v: 1, done, total })] });
    if (ok) run.saved = { done, total };
  }

  return {
    working: () => [...runs].filter((run) => run.report === null).map((run) => run.open),
    has: (job) => [...runs].some((run) => run.lease.job === job),
    start(lease, open) {
      const run: Run = {
        lease,
        open,
        span: runSpan(lease, open),
        told: null,
        saved: null,
        savedAt: -Infinity,
        startedAt: monotonic(),
        sliced: false,
        stopped: false,
        report: null,
        settling: null,
      };
      runs.add(run);
      pool.run(lease, {
        progress: (progress) => hear(run, progress),
        over(report) {
          run.report = report;
          if (report.how === "died") faults("a job lost its worker", report.reason, named(lease));
          void settle(run);
        },
      });
    },
    check(open) {
      const ours = new Map(open.filter((job) => job.owner === owner).map((job) => [job.job, job]));
      for (const run of runs) {
        const { job, attempt } = run.lease;
        if (ours.get(job)?.attempt !== attempt) stop(run, "lost");
        else endSlice(run);
      }
    },
    async tend() {
      for (const run of [...runs]) {
        await save(run).catch((error) =>
          faults("the progress of a job could not be stored", error, named(run.lease))
        );
        await settle(run);
      }
    },
    stopAll() {
      for (const run of runs) stop(run, "stopped");
    },
    async abandonAll() {
      for (const run of [...runs]) {
        pool.kill(run.lease);
        run.report ??= { how: "returned", back: { why: "stopped" } };
        await settle(run);
      }
    },
    get size() {
      return runs.size;
    },
  };
}
