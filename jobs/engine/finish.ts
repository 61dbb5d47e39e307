import { now } from "../../domain/clock.ts";
import { explain, type ReasonCode, type ReasonParams } from "../../domain/reasons.ts";
import { telling, together } from "../../kv/change.ts";
import { type Change, type Committer, type Mutation, remove, set } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { read, readTogether } from "../../kv/read.ts";
import type { JobStatus } from "../view.ts";
import { audit } from "./audit.ts";
import { due } from "./due.ts";
import { indexMove } from "./indexes.ts";
import {
  checkpointSchema,
  type JobRecord,
  jobSchema,
  type Order,
  orderSchema,
  type Progress,
  type RunRecord,
  runSchema,
} from "./records.ts";
import { spentInput } from "./spent_input.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Retention (design §5). */
export const ROW_ERROR_TTL_MS = 30 * DAY_MS;
export const JOB_TTL_MS = 365 * DAY_MS;

/** The longest message that `job` keeps. */
const MAX_MESSAGE = 300;

/** How a job ends. */
export interface End {
  status: Exclude<JobStatus, "running">;
  /** Why it failed, for the audit log. */
  reason?: ReasonCode;
  message: string;
  details: string[];
  errorCount: number;
  errors: { line: null; key: string; reason: string }[];
  progress: Progress;
  /** Artifact ids in order, and what publishes them. */
  attachments: string[];
  publish: Change;
}

/** What else happens in the commit that ends a job; asked anew at each try. The engine knows nothing of it. */
export type EndHook = (tenant: string, job: JobRecord, order: Order) => Promise<Mutation[]>;

/** Nothing else happens. */
export const NO_MORE: EndHook = () => Promise.resolve([]);

/** What ends a job that could not be carried out: エラー with the reason's text, and nothing else. */
export function failure(code: ReasonCode, params: ReasonParams, progress: Progress): End {
  const { event, cause, remedy } = explain(code, params);
  return {
    status: "failed",
    reason: code,
    message: `${event}。${cause}。`,
    details: [],
    errorCount: 1,
    errors: [{ line: null, key: "", reason: `${cause}。${remedy}。` }],
    progress,
    attachments: [],
    publish: { checks: [], mutations: [] },
  };
}

/** The number of a job that a person can tell: the last eight characters of its id. */
export function jobNumber(job: string): string {
  return job.slice(-8);
}

/**
 * Ends a job in one checked commit: run, job, result, attachments, audit, indexes. False when the run is not the
 * one that `fence` names: the job was lost and somebody else ends it. `losses` replaces the count in `run`.
 */
export async function finish(
  kv: Deno.Kv,
  committer: Committer,
  at: Ending,
  end: End,
  onEnd: EndHook = NO_MORE,
): Promise<boolean> {
  for (;;) {
    const held = await readHeld(kv, at);
    if (!held) return false;
    const [spent, begun] = await Promise.all([
      spentInput(kv, at.tenant, held.order),
      end.status === "failed" ? readBegun(kv, at) : [],
    ]);
    const after = recordAfter(held, end);
    const more = telling(await onEnd(at.tenant, after, held.order));
    failpoint?.("finish:before");
    const result = await committer.commit(together(endOf(at, held, end, after), spent, telling(begun), more));
    failpoint?.("finish:after");
    if (result.ok) return true;
    // The input may have expired meanwhile; without one the run itself was taken away.
    if (spent.checks.length === 0) return false;
  }
}

/** Which run ends. */
interface Ending {
  tenant: string;
  job: string;
  fence: string;
  losses?: number;
}

interface Held {
  run: RunRecord;
  job: JobRecord;
  order: Order;
}

async function readHeld(kv: Deno.Kv, at: Ending): Promise<Held | null> {
  const [run, job, order] = await readTogether(
    kv,
    [jobKeys.run(at.tenant, at.job), runSchema],
    [jobKeys.job(at.tenant, at.job), jobSchema],
    [jobKeys.order(at.tenant, at.job), orderSchema],
  );
  if (!run.value || !job.value || !order.value || run.versionstamp !== at.fence) return null;
  return { run: run.value, job: job.value, order: order.value };
}

/** What shreds, at the next tick, the files that a job leaves half written which ends without any. */
async function readBegun(kv: Deno.Kv, { tenant, job }: Ending): Promise<Mutation[]> {
  // One that cannot be read must not keep the job from its end: each file has a duty of its own, some minutes later.
  const checkpoint = await read(kv, jobKeys.checkpoint(tenant, job), checkpointSchema).catch(() => null);
  const files = checkpoint?.value?.files ?? [];
  return files.map(({ artifact }) => due(now(), { v: 1, kind: "artifact", tenant, id: artifact }));
}

function recordAfter({ run, job }: Held, { status, message, progress }: End): JobRecord {
  return {
    ...job,
    status,
    message: shorten(message),
    startedAt: run.startedAt,
    finishedAt: now(),
    progress,
  };
}

function endOf(at: Ending, { run, job, order }: Held, end: End, after: JobRecord): Change {
  const losses = at.losses ?? run.losses;
  const key = jobKeys.run(at.tenant, at.job);
  return {
    checks: [{ key, versionstamp: at.fence }, ...end.publish.checks],
    mutations: [
      set(key, { ...run, owner: null, token: null, ended: true, losses }),
      ...endMutations(at.tenant, job, after, order, end),
      ...end.publish.mutations,
    ],
  };
}

function endMutations(
  tenant: string,
  before: JobRecord,
  after: JobRecord,
  order: Order,
  end: End,
): Mutation[] {
  const finishedAt = after.finishedAt ?? now();
  const { status, reason, progress, attachments, details, errorCount, errors } = end;
  return [
    set(jobKeys.job(tenant, after.id), after),
    set(jobKeys.result(tenant, after.id), { v: 1, details, errorCount, errors, attachments }),
    ...indexMove(tenant, before, after),
    remove(sysKeys.open(after.id)),
    remove(jobKeys.progress(tenant, after.id)),
    ...(order.lock === null ? [] : [remove(jobKeys.lock(tenant, order.lock))]),
    due(finishedAt + ROW_ERROR_TTL_MS, { v: 1, kind: "row_errors", tenant, id: after.id }),
    due(finishedAt + JOB_TTL_MS, { v: 1, kind: "job", tenant, id: after.id }),
    audit(tenant, {
      event: "finished",
      job: after.id,
      kind: after.kind,
      actor: after.system ? null : after.actor,
      facts: {
        status,
        ...(reason && { reason }),
        done: progress.done,
        errors: errorCount,
        attachments: attachments.length,
      },
    }),
  ];
}

function shorten(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  // Half of a character that takes two places is none.
  return `${message.slice(0, MAX_MESSAGE - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
