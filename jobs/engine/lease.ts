import { now } from "../../domain/clock.ts";
import type { Facts } from "../../domain/log.ts";
import { type Committer, type Mutation, set } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { readTogether, type Stored } from "../../kv/read.ts";
import { audit } from "./audit.ts";
import { type OpenEntry, openSchema, type RunRecord, runSchema } from "./records.ts";

/** A job after this many lost attempts is given up (R6). */
export const MAX_LOSSES = 3;

/** Waits before a job that met something unavailable is tried again; they are no losses (design §4.2). */
export const WAITS_MS = [10_000, 60_000, 300_000] as const;

/** A claimed job: what its effects check. */
export interface Lease {
  tenant: string;
  job: string;
  attempt: number;
  token: string;
  /** Versionstamp of `run`: the fence. */
  fence: string;
}

/** What the log names a run by. */
export function named({ tenant, job, attempt }: Lease): Facts {
  return { tenant, job, attempt };
}

/** Who is to have a job: an owner, and (null: any) the token of one of its claims. */
export interface Holding {
  tenant: string;
  job: string;
  owner: string;
  token: string | null;
}

/** True when `run` is held as `at` says: the same process may have claimed the job again meanwhile. */
export function holds({ owner, token }: Holding, run: RunRecord): boolean {
  return !run.ended && run.owner === owner && (token === null || run.token === token);
}

interface Held {
  run: Stored<RunRecord>;
  open: Stored<OpenEntry>;
}

async function readHeld(kv: Deno.Kv, tenant: string, job: string): Promise<Held> {
  const [run, open] = await readTogether(
    kv,
    [jobKeys.run(tenant, job), runSchema],
    [sysKeys.open(job), openSchema],
  );
  return { run, open };
}

function move(held: Held, run: RunRecord, open: OpenEntry, extra: Mutation[]) {
  return {
    checks: [{ key: held.run.key, versionstamp: held.run.versionstamp }],
    mutations: [set(held.run.key, run), set(held.open.key, open), ...extra],
  };
}

/** Claims a free job for this process; null when somebody else was faster or it is not free. */
export async function claim(
  kv: Deno.Kv,
  committer: Committer,
  tenant: string,
  job: string,
  owner: string,
): Promise<Lease | null> {
  const held = await readHeld(kv, tenant, job);
  const run = held.run.value;
  const open = held.open.value;
  if (!run || !open || run.ended || run.owner !== null) return null;
  const attempt = run.attempt + 1;
  const token = crypto.randomUUID();
  failpoint?.("claim:before");
  const result = await committer.commit(move(
    held,
    { ...run, attempt, owner, token, startedAt: run.startedAt ?? now() },
    { ...open, attempt, owner },
    [audit(tenant, { event: "claimed", job, kind: null, actor: null, facts: { attempt, owner } })],
  ));
  failpoint?.("claim:after");
  return result.ok ? { tenant, job, attempt, token, fence: result.versionstamp } : null;
}

/**
 * Why a job is given back: `stopped` costs no attempt, `waiting` says how long it waits for something and whether it
 * got on meanwhile, `lost` counts. A job that was lost with its whole process runs alone in the next, so that it takes
 * nobody with it again (R6). After a whole slice, `sliced`, it is under no suspicion any more: where isolates are stopped
 * at any time, a long job is lost more often than it deserves.
 */
export type Return =
  | { why: "stopped"; delayMs?: number; sliced?: boolean }
  | { why: "waiting"; delayMs: number; progressed?: boolean }
  | { why: "lost"; withProcess: boolean };

/**
 * Takes the job from its owner and makes it free again: a hand-back by the owner itself, or the breaking of a dead
 * owner's lease. From then on the old owner's commits fail. False when `at` does not hold the job any more.
 */
export async function release(
  kv: Deno.Kv,
  committer: Committer,
  at: Holding,
  back: Return,
): Promise<boolean> {
  const { tenant, job, owner } = at;
  const held = await readHeld(kv, tenant, job);
  const run = held.run.value;
  const open = held.open.value;
  if (!run || !open || !holds(at, run)) return false;
  const lost = back.why === "lost";
  const sliced = back.why === "stopped" && back.sliced === true;
  const next: RunRecord = {
    ...run,
    owner: null,
    token: null,
    attempt: back.why === "stopped" ? run.attempt - 1 : run.attempt,
    losses: sliced ? 0 : run.losses + (lost ? 1 : 0),
    waits: waitsAfter(run.waits, back),
  };
  failpoint?.("release:before");
  const result = await committer.commit(move(
    held,
    next,
    {
      ...open,
      owner: null,
      attempt: next.attempt,
      notBefore: "delayMs" in back ? now() + (back.delayMs ?? 0) : 0,
      alone: !sliced && (open.alone || (back.why === "lost" && back.withProcess)),
    },
    [audit(tenant, {
      event: lost ? "lost" : back.why === "waiting" ? "waiting" : "handed_back",
      job,
      kind: null,
      actor: null,
      facts: { attempt: run.attempt, owner, losses: next.losses },
    })],
  ));
  failpoint?.("release:after");
  return result.ok;
}

/** Waits in a row: a long read that gets on between its waits may wait as often as it needs. */
function waitsAfter(waits: number, back: Return): number {
  if (back.why !== "waiting") return waits;
  return back.progressed ? 1 : waits + 1;
}
