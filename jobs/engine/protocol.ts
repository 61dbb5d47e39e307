import type { Facts, Level } from "../../domain/log.ts";
import type { Change, CommitResult, Priority } from "../../kv/commit.ts";
import type { Lease, Return } from "./lease.ts";
import type { Progress } from "./records.ts";

/**
 * Why a running job has to stop: `lost` means that somebody else has it, or ended it. `slice`: not at once, but where
 * the next claim can go on from further ahead than this one did.
 */
export type StopReason = "lost" | "stopped" | "slice";

/** From the main thread to a worker. `Setup` is what the composition root of the worker needs, plain data. */
export type ToWorker<Setup> =
  | { type: "setup"; setup: Setup }
  | { type: "run"; lease: Lease }
  | { type: "stop"; reason: StopReason }
  | { type: "committed"; call: number; result: CommitResult }
  /** `away`: nothing is wrong with the commit; the database is held or cannot be reached. */
  | { type: "commit_failed"; call: number; message: string; away: boolean };

/** How a run ended, as the worker tells it. `ended`: the end is committed. */
export type RunReport =
  | { how: "ended" }
  | { how: "lost" }
  | { how: "returned"; back: Return };

/** From a worker to the main thread; each message is a sign of life. */
export type FromWorker =
  | { type: "ready" }
  | { type: "alive" }
  | { type: "commit"; call: number; change: Change; priority: Priority }
  | { type: "progress"; progress: Progress }
  | { type: "log"; level: Level; event: string; facts: Facts }
  | { type: "done"; report: RunReport };
