import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";
import { personOf } from "../../domain/user.ts";
import type { Change, Committer, Mutation } from "../../kv/commit.ts";
import { set } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";
import { firstAudit } from "./audit.ts";
import { due } from "./due.ts";
import { indexSets } from "./indexes.ts";
import { acceptSpan } from "./spans.ts";
import { idempotencySchema, type JobRecord, type OpenEntry, type Order, type RunRecord } from "./records.ts";

/** How long a form's first answer is kept (design §4.2 "Accept"). */
export const IDEMPOTENCY_TTL_MS = 24 * 60 * 60 * 1000;

const MAX_ATTEMPTS = 5;

/** A job about to be accepted. */
export interface Acceptance {
  tenant: string;
  job: string;
  title: string;
  order: Order;
  /** The idempotency key, and the hash of the fields and the file that came with it. */
  key: string;
  hash: string;
  /** What makes the file belong to the job; a function is asked anew at each try, as others may change the file. */
  input: Change | (() => Promise<Change>);
}

export type Acceptation =
  | { outcome: "accepted" }
  | { outcome: "repeated"; job: string; title: string }
  | { outcome: "other_content" }
  | { outcome: "locked"; job: string };

/** The first answer that this form got, if it was accepted before. */
export async function firstAnswer(kv: Deno.Kv, a: Pick<Acceptance, "tenant" | "order" | "key">) {
  return valid((await readAnswer(kv, a)).value);
}

function readAnswer(kv: Deno.Kv, a: Pick<Acceptance, "tenant" | "order" | "key">) {
  return read(kv, jobKeys.idempotency(a.tenant, a.order.actor.id, a.order.kind, a.key), idempotencySchema);
}

/** An answer of the last 24 h; an older one may be written over. */
function valid<T extends { at: number }>(answer: T | null): T | null {
  return answer && now() - answer.at < IDEMPOTENCY_TTL_MS ? answer : null;
}

/**
 * Accepts a job in one commit: all of it is stored, or nothing (R1), and the same form twice is one job (R10).
 */
export function accept(kv: Deno.Kv, committer: Committer, a: Acceptance): Promise<Acceptation> {
  return acceptSpan(a, (at) => acceptTraced(kv, committer, a, at));
}

async function acceptTraced(
  kv: Deno.Kv,
  committer: Committer,
  a: Acceptance,
  at: string | undefined,
): Promise<Acceptation> {
  for (let attempt = 1;; attempt++) {
    // The lock first: who finds it taken by the same form, sent twice, then finds the first answer as well.
    const lock = a.order.lock === null ? null : await kv.get<string>(jobKeys.lock(a.tenant, a.order.lock));
    const answer = await readAnswer(kv, a);
    const former = valid(answer.value);
    if (former) {
      return former.hash === a.hash
        ? { outcome: "repeated", job: former.job, title: former.title }
        : { outcome: "other_content" };
    }
    if (lock?.value) return { outcome: "locked", job: lock.value };
    const input = typeof a.input === "function" ? await a.input() : a.input;
    failpoint?.("accept:before");
    const result = await committer.commit({
      checks: [
        { key: jobKeys.job(a.tenant, a.job), versionstamp: null },
        { key: answer.key, versionstamp: answer.versionstamp },
        ...(lock ? [{ key: lock.key as Deno.KvKey, versionstamp: null }] : []),
        ...input.checks,
      ],
      mutations: [...mutations(a, at), ...input.mutations],
      ring: { job: a.job },
    });
    failpoint?.("accept:after");
    if (result.ok) return { outcome: "accepted" };
    // The loop answers a lost race for the key or the lock; what still fails then is the input, taken away meanwhile.
    if (attempt === MAX_ATTEMPTS) throw new Refusal("upload_broken");
  }
}

function mutations(a: Acceptance, traceparent: string | undefined): Mutation[] {
  const { tenant, job, order } = a;
  const record: JobRecord = {
    v: 1,
    id: job,
    kind: order.kind,
    title: a.title,
    status: "running",
    message: "",
    group: order.group,
    actor: personOf(order.actor),
    acceptedAt: order.acceptedAt,
    startedAt: null,
    finishedAt: null,
    progress: { done: 0, total: null },
    ...(order.system && { system: true }),
  };
  const run: RunRecord = {
    v: 1,
    attempt: 0,
    owner: null,
    token: null,
    losses: 0,
    waits: 0,
    startedAt: null,
    ended: false,
  };
  const open: OpenEntry = {
    v: 1,
    tenant,
    lane: order.lane,
    attempt: 0,
    since: order.acceptedAt,
    owner: null,
    notBefore: 0,
    alone: false,
    kind: order.kind,
    ...(traceparent !== undefined && { trace: traceparent }),
  };
  const idempotencyKey = jobKeys.idempotency(tenant, order.actor.id, order.kind, a.key);
  return [
    set(jobKeys.job(tenant, job), record),
    set(jobKeys.order(tenant, job), order),
    set(jobKeys.run(tenant, job), run),
    set(sysKeys.open(job), open),
    set(idempotencyKey, { v: 1, job, title: a.title, hash: a.hash, at: order.acceptedAt }),
    ...indexSets(tenant, record),
    ...(order.rerunOf === null ? [] : [set(jobKeys.rerun(tenant, order.rerunOf, job), null)]),
    ...(order.lock === null ? [] : [set(jobKeys.lock(tenant, order.lock), job)]),
    due(order.acceptedAt + IDEMPOTENCY_TTL_MS, {
      v: 1,
      kind: "idempotency",
      tenant,
      id: job,
      rest: [order.actor.id, order.kind, a.key],
    }),
    ...firstAudit(tenant, {
      event: "accepted",
      job,
      kind: order.kind,
      actor: order.system ? null : record.actor,
      facts: {
        title: a.title,
        group: order.group?.id ?? null,
        input: order.input?.artifact ?? null,
        rerunOf: order.rerunOf,
      },
    }),
  ];
}
