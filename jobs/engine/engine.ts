import { now } from "../../domain/clock.ts";
import { type Committer, set } from "../../kv/commit.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { parse, read } from "../../kv/read.ts";
import { type EventHub, eventHub } from "./events.ts";
import { failure, finish } from "./finish.ts";
import { claim, type Lease, MAX_LOSSES, release } from "./lease.ts";
import { BEAT_MS, enrol, mortician, type Owner } from "./owner.ts";
import type { Pool } from "./pool.ts";
import { openSchema, type Progress, runSchema, storedProgressSchema } from "./records.ts";
import { nextJob, type OpenJob } from "./slots.ts";
import { type DueHandlers, runDue } from "./sweep.ts";

/** The tick: usually, and while somebody watches or a slot is free (design §4.2 "Tick"). */
const TICK_MS = 1_000;
const QUICK_TICK_MS = 250;

/** Progress of a job is stored at most twice a second (R13). */
const PROGRESS_EVERY_MS = 500;

export interface EngineOptions {
  kv: Deno.Kv;
  committer: Committer;
  /** Where the owners' lock files lie; null: beats alone. */
  lockDir: string | null;
  /** Null: this process serves pages only and runs no jobs. */
  pool: Pool | null;
  concurrency: number;
  due: DueHandlers;
  log(level: "info" | "error", text: string): void;
}

/** The engine of one process: accepts rings, claims, watches, sweeps, and feeds the event streams. */
export interface Engine {
  readonly events: EventHub;
  /** Makes the next tick come now: after an acceptance, or by the queue. */
  ring(): void;
  /** Resolves when the first tick is over: dead owners' jobs are free again. */
  readonly started: Promise<void>;
  /** Claims nothing more, gives back what runs, and leaves. */
  stop(): Promise<void>;
  /** When the last tick ended, by `performance.now()`: the process's sign of life. */
  lastTick(): number;
}

interface Running {
  lease: Lease;
  open: OpenJob;
  progress: Progress;
  writtenAt: number;
  over: PromiseWithResolvers<void>;
}

/** Starts the engine. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { kv, committer, pool, log } = options;
  const owner: Owner = await enrol(committer, options.lockDir);
  const dead = mortician(kv);
  const running = new Map<string, Running>();
  const lastServed = new Map<string, number>();
  let bell = Promise.withResolvers<void>();
  let stopping = false;
  let tickedAt = performance.now();
  let beatAt = performance.now();
  let sweptAt = -Infinity;
  const ring = () => bell.resolve();
  const events = eventHub(kv, ring);
  const started = Promise.withResolvers<void>();

  async function listOpen(): Promise<OpenJob[]> {
    const jobs: OpenJob[] = [];
    for await (const entry of kv.list({ prefix: sysKeys.opens() }, { batchSize: 500 })) {
      jobs.push({ ...parse([...entry.key], entry.value, openSchema), job: String(entry.key.at(-1)) });
    }
    return jobs;
  }

  /** Frees the jobs of dead owners; a job with too many losses ends. True when something changed. */
  async function breakDead(open: OpenJob[]): Promise<boolean> {
    const owners = new Set(open.map((job) => job.owner).filter((id) => id !== null && id !== owner.id));
    let changed = false;
    for (const id of owners) {
      if (id === null || !(await dead.isDead(id))) continue;
      for (const job of open.filter((one) => one.owner === id)) {
        changed = true;
        log("info", `job ${job.job} goes on: its process is gone`);
        await lose(job.tenant, job.job, id, true);
      }
    }
    return changed;
  }

  async function lose(tenant: string, job: string, by: string, withProcess: boolean) {
    const losses = await release(kv, committer, tenant, job, by, { why: "lost", withProcess });
    if (losses !== null && losses >= MAX_LOSSES) await giveUp(tenant, job, losses);
  }

  async function giveUp(tenant: string, job: string, times: number) {
    const [run, progress] = await Promise.all([
      read(kv, jobKeys.run(tenant, job), runSchema),
      read(kv, jobKeys.progress(tenant, job), storedProgressSchema),
    ]);
    if (run.versionstamp === null || run.value?.owner !== null) return;
    const { done, total } = progress.value ?? { done: 0, total: null };
    await finish(
      kv,
      committer,
      { tenant, job, fence: run.versionstamp },
      failure("lost", { times }, { done, total }),
    );
  }

  async function claimFree(open: OpenJob[], free: Pool) {
    const waiting = [...open];
    while (!stopping) {
      const present = {
        running: [...running.values()].map(({ open: job }) => job),
        lastServed,
        now: now(),
      };
      const job = nextJob(waiting, present, options.concurrency);
      if (!job) return;
      waiting.splice(waiting.indexOf(job), 1);
      const lease = await claim(kv, committer, job.tenant, job.job, owner.id);
      if (!lease) continue;
      lastServed.set(job.tenant, performance.now());
      await start(lease, job, free);
    }
  }

  async function start(lease: Lease, open: OpenJob, free: Pool) {
    const stored = await read(kv, jobKeys.progress(lease.tenant, lease.job), storedProgressSchema);
    const one: Running = {
      lease,
      open,
      progress: stored.value ?? { done: 0, total: null },
      writtenAt: 0,
      over: Promise.withResolvers(),
    };
    running.set(lease.job, one);
    free.run(lease, {
      progress: (progress) => void keepProgress(one, progress),
      over: (report) => void end(one, report).finally(one.over.resolve),
    });
  }

  /** Only forward, and seldom: the page asks the store, whichever process runs the job. */
  async function keepProgress(one: Running, progress: Progress) {
    if (progress.done < one.progress.done) return;
    one.progress = progress;
    if (performance.now() - one.writtenAt < PROGRESS_EVERY_MS) return;
    one.writtenAt = performance.now();
    const { done, total } = progress;
    const key = jobKeys.progress(one.lease.tenant, one.lease.job);
    await committer.commit({ checks: [], mutations: [set(key, { v: 1, done, total })] });
  }

  async function end(one: Running, report: Parameters<Parameters<Pool["run"]>[1]["over"]>[0]) {
    running.delete(one.lease.job);
    const { tenant, job } = one.lease;
    if (report.how === "died") {
      log("error", `job ${job} lost its worker: ${report.reason}`);
      await lose(tenant, job, owner.id, false);
    } else if (report.how === "returned") {
      await release(kv, committer, tenant, job, owner.id, report.back);
    }
    ring();
  }

  async function tick() {
    let open = await listOpen();
    if (pool) {
      if (await breakDead(open)) open = await listOpen();
      pool.watch();
      await claimFree(open, pool);
      if (performance.now() - beatAt >= BEAT_MS) {
        beatAt = performance.now();
        await owner.beat();
      }
      if (performance.now() - sweptAt >= TICK_MS) {
        sweptAt = performance.now();
        await runDue(kv, committer, options.due, log);
      }
    }
    await events.feed(open);
    tickedAt = performance.now();
  }

  async function loop() {
    while (!stopping) {
      bell = Promise.withResolvers();
      try {
        await tick();
      } catch (error) {
        log("error", `tick failed: ${error instanceof Error ? error.stack : error}`);
      }
      started.resolve();
      const quick = events.busy() || running.size <= options.concurrency;
      await Promise.race([bell.promise, pause(quick ? QUICK_TICK_MS : TICK_MS)]);
    }
  }

  const looping = loop();
  return {
    events,
    ring,
    started: started.promise,
    lastTick: () => tickedAt,
    async stop() {
      stopping = true;
      ring();
      await looping;
      for (const one of running.values()) pool?.stop(one.lease.job, "stopped");
      await Promise.all([...running.values()].map((one) => one.over.promise));
      pool?.close();
      await owner.leave();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    Deno.unrefTimer(timer);
  });
}
