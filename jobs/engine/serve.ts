import { JobLost, JobStopped } from "./errors.ts";
import { begin, type Execution, hasProgressed } from "./execution.ts";
import { type Return, WAITS_MS } from "./lease.ts";
import type { Lease } from "./lease.ts";
import type { FromWorker, RunReport, StopReason, ToWorker } from "./protocol.ts";
import { remoteCommitter } from "./remote_committer.ts";
import { Unavailable } from "../../domain/errors.ts";
import { isDatabaseAway } from "../../kv/commit.ts";
import { runSchema } from "./records.ts";
import { jobKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";

/** A sign of life while a job is busy with something that sends no message. */
const ALIVE_EVERY_MS = 1_000;

/** A job that met a database which is away is let alone for so long. */
const AWAY_MS = 5_000;

/** What the composition root of a worker gives: its handle for reading, and how a job is carried out and ended. */
export interface Runner {
  kv: Deno.Kv;
  /** Carries the job out and commits its end. Throws JobLost, JobStopped or Unavailable when it could not. */
  run(x: Execution): Promise<void>;
}

/** The worker's side of the port. */
export interface Port {
  post(message: FromWorker): void;
  /** Called once for each message of the other side. */
  // deno-lint-ignore no-explicit-any
  receive(listener: (message: ToWorker<any>) => void): void;
  /** Breaks this worker alone; without it an error that nobody knows ends the thread, which is the worker's own. */
  breakDown?(error: unknown): void;
}

/** Serves a port: sets up once, then runs one job at a time. */
export function serve<Setup>(port: Port, setUp: (setup: Setup, port: Port) => Promise<Runner>): void {
  const committer = remoteCommitter(port.post);
  let runner: Promise<Runner> | null = null;
  let stop: AbortController | null = null;
  let sliceOver = false;

  function orBreakDown(work: Promise<unknown>) {
    if (port.breakDown) work.catch(port.breakDown);
  }

  async function run(lease: Lease) {
    const control = new AbortController();
    stop = control;
    sliceOver = false;
    const report = runner
      ? await attempt(await runner, lease, control.signal)
      : { how: "lost" } satisfies RunReport;
    stop = null;
    port.post({ type: "done", report });
  }

  async function attempt(ready: Runner, lease: Lease, signal: AbortSignal): Promise<RunReport> {
    let x: Execution | null = null;
    try {
      x = await begin(lease, {
        kv: ready.kv,
        committer,
        signal,
        sliceOver: () => sliceOver,
        report: (progress) => port.post({ type: "progress", progress }),
        alive: aliveAtMost(port),
      });
      await ready.run(x);
      return { how: "ended" };
    } catch (error) {
      return await reportOf(error, ready.kv, lease, {
        progressed: x !== null && hasProgressed(x),
        sliceOver,
      });
    }
  }

  port.receive((message: ToWorker<Setup>) => {
    switch (message.type) {
      case "setup":
        runner = setUp(message.setup, port);
        return orBreakDown(runner.then(() => port.post({ type: "ready" })));
      case "run":
        return orBreakDown(run(message.lease));
      case "stop":
        if (message.reason === "slice") sliceOver = true;
        else stop?.abort(message.reason satisfies StopReason);
        return;
      case "committed":
        return committer.settled(message.call, message.result);
      case "commit_failed":
        return committer.failed(message.call, message.message, message.away);
    }
  });
}

/** Only known ends come here; anything else was ended as エラー by the runner, or is the worker's own failure. */
async function reportOf(
  error: unknown,
  kv: Deno.Kv,
  lease: Lease,
  { progressed, sliceOver }: { progressed: boolean; sliceOver: boolean },
): Promise<RunReport> {
  if (error instanceof JobLost) return { how: "lost" };
  if (error instanceof JobStopped) {
    return { how: "returned", back: { why: "stopped", ...(sliceOver && progressed && { sliced: true }) } };
  }
  // A database that is held or away is nobody's fault: the job goes on when it can be given back, at no cost.
  if (isDatabaseAway(error)) return { how: "returned", back: { why: "stopped", delayMs: AWAY_MS } };
  if (error instanceof Unavailable) {
    const run = await read(kv, jobKeys.run(lease.tenant, lease.job), runSchema);
    const waits = progressed ? 0 : run.value?.waits ?? 0;
    const planned = WAITS_MS[Math.min(waits, WAITS_MS.length - 1)] ?? WAITS_MS[0];
    const back: Return = { why: "waiting", delayMs: Math.max(planned, error.retryAfterMs ?? 0), progressed };
    return { how: "returned", back };
  }
  throw error;
}

function aliveAtMost(port: Port): () => void {
  let last = -Infinity;
  return () => {
    const at = performance.now();
    if (at - last < ALIVE_EVERY_MS) return;
    last = at;
    port.post({ type: "alive" });
  };
}
