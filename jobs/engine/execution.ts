import type { Committer } from "../../kv/commit.ts";
import { set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { readTogether } from "../../kv/read.ts";
import { JobLost, JobStopped } from "./errors.ts";
import type { Lease } from "./lease.ts";
import type { StopReason } from "./protocol.ts";
import {
  type Checkpoint,
  checkpointSchema,
  type JobRecord,
  jobSchema,
  type Order,
  orderSchema,
  type Progress,
  runSchema,
} from "./records.ts";

/** One attempt at one job, inside the worker that runs it. */
export interface Execution {
  readonly lease: Lease;
  readonly order: Order;
  readonly job: JobRecord;
  readonly kv: Deno.Kv;
  readonly committer: Committer;
  /** Where this attempt stands: ahead of `stored` by what is written to files and not sealed yet. */
  checkpoint: Checkpoint;
  /** What the store holds, where another attempt would go on; replaced as a whole by whoever committed. */
  stored: Checkpoint;
  /** What was done when this attempt began. */
  readonly begunAt: number;
  readonly signal: AbortSignal;
  /** True when this attempt has had its time: it stops once what it did is stored. */
  readonly sliceOver: () => boolean;
  /** Tells the page how far it is. */
  report(progress: Progress): void;
  /** Tells the main thread that this worker lives. */
  alive(): void;
}

const EMPTY: Checkpoint = {
  v: 1,
  position: null,
  done: 0,
  total: null,
  counts: {},
  refusals: {},
  files: [],
};

/** Reads what an attempt starts from. Throws JobLost when the lease is not the present one. */
export async function begin(
  lease: Lease,
  means: Pick<Execution, "kv" | "committer" | "signal" | "report" | "alive"> & Partial<Execution>,
): Promise<Execution> {
  const { tenant, job } = lease;
  const [order, record, checkpoint, run] = await readTogether(
    means.kv,
    [jobKeys.order(tenant, job), orderSchema],
    [jobKeys.job(tenant, job), jobSchema],
    [jobKeys.checkpoint(tenant, job), checkpointSchema],
    [jobKeys.run(tenant, job), runSchema],
  );
  if (!order.value || !record.value || run.versionstamp !== lease.fence) throw new JobLost();
  const stored = checkpoint.value ?? EMPTY;
  return {
    sliceOver: () => false,
    ...means,
    lease,
    order: order.value,
    job: record.value,
    checkpoint: stored,
    stored,
    begunAt: stored.done,
  };
}

/** True when this attempt got somewhere: waiting for something outside is no sign of trouble then. */
export function hasProgressed(x: Pick<Execution, "begunAt" | "stored">): boolean {
  return x.stored.done > x.begunAt;
}

/** The check that every effect of this attempt carries, and nothing else about the job. */
export function fence(x: Execution) {
  return { key: jobKeys.run(x.lease.tenant, x.lease.job), versionstamp: x.lease.fence };
}

/** The mutation that moves the checkpoint with the effects it belongs to. */
export function moveCheckpoint(x: Execution, next: Checkpoint) {
  return set(jobKeys.checkpoint(x.lease.tenant, x.lease.job), next);
}

/** Throws JobLost when somebody else holds the job now. */
export async function assertHeld(x: Execution): Promise<void> {
  const run = await x.kv.get(jobKeys.run(x.lease.tenant, x.lease.job));
  if (run.versionstamp !== x.lease.fence) throw new JobLost();
}

/** Throws when this attempt has to stop; called wherever it is safe to. */
export function throwIfStopped(x: Pick<Execution, "signal">): void {
  if (!x.signal.aborted) return;
  const reason: StopReason = x.signal.reason;
  throw reason === "stopped" ? new JobStopped() : new JobLost();
}

/** Throws when the slice is over and the next claim would go on from further ahead; called where progress is stored. */
export function throwIfSliced(x: Pick<Execution, "sliceOver" | "begunAt" | "stored">): void {
  if (x.sliceOver() && hasProgressed(x)) throw new JobStopped();
}
