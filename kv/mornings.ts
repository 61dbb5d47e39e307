import { nextClosingTime } from "../domain/deadline.ts";
import { type Committer, type Mutation, set } from "./commit.ts";
import { sysKeys } from "./keys.ts";

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
