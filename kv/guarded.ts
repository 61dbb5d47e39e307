import { Refusal } from "../domain/errors.ts";
import type { Guard, Write } from "../domain/write.ts";
import type { Committer } from "./commit.ts";
import { readGuards, seal } from "./write.ts";

/** How often a page's change is computed again before the person is told to wait. */
const MAX_TRIES = 5;

/** A change of a group's data that a page makes. */
export interface GuardedChange {
  /** What the change rests on: read first, checked by the commit. */
  guards: readonly Guard[];
  /** Reads what it needs and answers the writes; called again when somebody else wrote in between. */
  compute(): Promise<readonly Write[]>;
}

/**
 * Carries a page's change out in one checked commit; no writes, no commit. Throws what `compute` throws, and
 * Refusal `overtaken` when others were quicker five times.
 */
export async function commitChange(kv: Deno.Kv, committer: Committer, change: GuardedChange): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const guards = await readGuards(kv, change.guards);
    const writes = await change.compute();
    if (writes.length === 0) return;
    if ((await committer.commit(seal(guards, writes))).ok) return;
  }
  throw new Refusal("overtaken");
}
