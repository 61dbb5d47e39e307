import { nextClosingTime } from "../domain/deadline.ts";
import { type Tenant, tenantSchema } from "../domain/tenant.ts";
import { type Change, type Committer, type Mutation, remove, set } from "./commit.ts";
import { accountKeys, sysKeys } from "./keys.ts";
import { read } from "./read.ts";

/** Tenants given their duty in one commit. */
const AT_ONCE = 200;

/**
 * The duty to look at a tenant at the first 08:00 (Asia/Tokyo) after `at`. Its key is the same whoever names it: a
 * morning has one, however often a process starts.
 */
export function morningDuty(tenant: string, at: number): Mutation {
  const key = sysKeys.due(nextClosingTime(at), `morning-${tenant}`);
  return set(key, { v: 1, kind: "morning", tenant, id: tenant });
}

/** Sees to it that every tenant has a next morning: those of older versions have none. */
export async function ensureMornings(
  committer: Committer,
  tenants: readonly { id: string }[],
  at: number,
): Promise<void> {
  for (let from = 0; from < tenants.length; from += AT_ONCE) {
    const some = tenants.slice(from, from + AT_ONCE);
    await committer.commit({ checks: [], mutations: some.map(({ id }) => morningDuty(id, at)) });
  }
}

/** The duty of one morning, as it lies there. */
export interface MorningDuty {
  /** Null: the company is gone. */
  tenant: Tenant | null;
  /** Takes the duty away and names the next morning, as long as nobody has; for a commit with what comes of it. */
  passed: Change;
}

/** The duty under a key, to be met at `at`; null when it was met already. */
export async function readMorning(
  kv: Deno.Kv,
  id: string,
  { key, at }: { key: Deno.KvKey; at: number },
): Promise<MorningDuty | null> {
  const { versionstamp } = await kv.get(key);
  if (versionstamp === null) return null;
  const tenant = (await read(kv, accountKeys.tenant(id), tenantSchema)).value;
  const next = tenant ? [morningDuty(id, at)] : [];
  return { tenant, passed: { checks: [{ key, versionstamp }], mutations: [remove(key), ...next] } };
}

/** Meets a duty of which nothing comes. Somebody else may have, which is all the same. */
export async function passMorning(committer: Committer, { passed }: MorningDuty): Promise<void> {
  await committer.commit(passed);
}
