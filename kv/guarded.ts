import { Refusal } from "../domain/errors.ts";
import type { Guard, Write } from "../domain/write.ts";
import type { Change, Committer } from "./commit.ts";
import { GuardMissing, readGuards, seal } from "./write.ts";

/** How often a page's change is computed again before the person is told to wait: a job may write to the same group. */
const MAX_TRIES = 25;

/** A change of a group's data that a page makes. */
export interface GuardedChange {
  /**
   * What the change rests on: read first, checked by the commit. A function looks it up, such as the group that
   * somebody lies in; when they are elsewhere by the time of `compute`, that is an overtaking like any other.
   */
  guards: readonly Guard[] | (() => Promise<readonly Guard[]>);
  /** Reads what it needs and answers the writes; called again when somebody else wrote in between. */
  compute(): Promise<readonly Write[]>;
}

/**
 * Carries a page's change out in one checked commit; no writes, no commit. Throws what `compute` throws, and
 * Refusal `overtaken` when others were quicker each time.
 */
export async function commitChange(kv: Deno.Kv, committer: Committer, change: GuardedChange): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const named = typeof change.guards === "function" ? await change.guards() : change.guards;
    const guards = await readGuards(kv, named);
    const writes = await change.compute();
    if (writes.length === 0) return;
    const sealed = sealUnlessMoved(guards, writes);
    if (sealed && (await committer.commit(sealed)).ok) return;
  }
  throw new Refusal("overtaken");
}

/** Null when a write counts on a guard that was not named: its subject was moved after the guards were looked up. */
function sealUnlessMoved(...[guards, writes]: Parameters<typeof seal>): Change | null {
  try {
    return seal(guards, writes);
  } catch (error) {
    if (error instanceof GuardMissing) return null;
    throw error;
  }
}
