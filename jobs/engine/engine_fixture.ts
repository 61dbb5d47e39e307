import { type Log, logText } from "../../domain/log.ts";
import type { Execution } from "./execution.ts";
import { throwIfStopped } from "./execution.ts";
import { type Engine, type EngineOptions, startEngine } from "./engine.ts";
import { JobLost } from "./errors.ts";
import { failure, finish } from "./finish.ts";
import { poolOf } from "./pool.ts";
import { serve } from "./serve.ts";
import { eventually, inProcess, NO_DUTIES, type Store, stored, TENANT } from "./test_tools.ts";

/** What a job of these tests does. */
export type Work = (x: Execution) => Promise<void>;

/** Ends a job as done. */
export async function complete(x: Execution) {
  const end = { ...failure("unknown", {}, { done: 1, total: 1 }), status: "completed" as const };
  const { tenant, job, fence } = x.lease;
  if (!await finish(x.kv, x.committer, { tenant, job, fence }, end)) throw new JobLost();
}

/** An engine whose jobs do `work` in this thread. */
export async function engineWith(
  store: Store,
  work: Work,
  more: Partial<EngineOptions> = {},
): Promise<Engine & { logged: string[] }> {
  const logged: string[] = [];
  const log: Log = (_, event, facts) => void logged.push(logText(event, facts));
  const { kv, committer } = store;
  const pool = poolOf({
    spawn: () => inProcess((port) => serve(port, () => Promise.resolve({ kv, run: work }))),
    setup: {},
    committer: more.committer ?? committer,
    log,
  });
  const engine = await startEngine({
    kv,
    committer,
    lockDir: null,
    pool,
    concurrency: 2,
    due: NO_DUTIES,
    log,
    ...more,
  });
  return Object.assign(engine, { logged });
}

/** Waits until a job has ended; its status. */
export async function ended({ kv }: Store, engine: Engine, job: string, tenant = TENANT): Promise<string> {
  await eventually(async () => {
    engine.ring();
    return (await stored(kv, job, tenant)).run?.ended === true;
  });
  return (await stored(kv, job, tenant)).job!.status;
}

/** A job that waits until it is let go, and stops when it is told to. */
export function heldWork() {
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const work: Work = async (x) => {
    begun.push(x.lease.job);
    const stopped = new Promise<void>((resolve) =>
      x.signal.addEventListener("abort", () => resolve(), { once: true })
    );
    await Promise.race([gate.promise, stopped]);
    throwIfStopped(x);
    await complete(x);
  };
  return { work, begun, letGo: gate.resolve };
}
