import type { Change, Check, Committer, Mutation } from "./commit.ts";
import type { Stored } from "./read.ts";

/** How often a change is computed again when somebody else wrote in between. */
const MAX_TRIES = 100;

/** What a step read, as a check of the commit that rests on it. */
export function seen(stored: Stored<unknown>): Check {
  return { key: stored.key, versionstamp: stored.versionstamp };
}

/** Sets a key; `expireIn` (ms) only as a net, times in the value count. */
export function setFor(key: Deno.KvKey, value: unknown, expireIn: number): Mutation {
  return { type: "set", key, value, expireIn: Math.max(1, Math.ceil(expireIn)) };
}

/** A change of nothing. */
export const NOTHING: Change = { checks: [], mutations: [] };

/** A change that only writes: what others may write meanwhile does not matter to it. */
export function telling(mutations: Mutation[]): Change {
  return { checks: [], mutations };
}

/** One change out of several: all of them or none. */
export function together(...changes: Change[]): Change {
  return {
    checks: changes.flatMap((change) => change.checks),
    mutations: changes.flatMap((change) => change.mutations),
  };
}

/**
 * Reads, computes and commits until the commit holds: `step` is called again when something it checked was changed
 * by somebody else. What `step` throws (a Refusal) ends it. Throws when it never holds.
 */
export async function settle<T>(
  committer: Committer,
  step: () => Promise<{ change: Change; value: T }>,
): Promise<T> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { change, value } = await step();
    if ((await committer.commit(change)).ok) return value;
  }
  throw new Error(`a change was overtaken ${MAX_TRIES} times`);
}
