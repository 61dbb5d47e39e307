import { atomicOf } from "./atomic.ts";
import { sureCommits } from "./sure_commits.ts";
import { DatabaseUnreachable } from "./unreachable.ts";

/**
 * The one way to write records. A commit is checked and atomic; where two handles commit to one file, SQLite answers
 * `database is locked` about every second time and nothing was written, so it is repeated (reference/kv.md §2).
 */

/** A change of one key, plain data so that a worker can send it to the thread that writes. */
export type Mutation =
  | { type: "set"; key: Deno.KvKey; value: unknown; expireIn?: number }
  /** Sets a key that is not there yet; where it is, the whole commit fails: for what is only ever added. */
  | { type: "add"; key: Deno.KvKey; value: unknown }
  | { type: "delete"; key: Deno.KvKey };

export interface Check {
  key: Deno.KvKey;
  versionstamp: string | null;
}

export interface Change {
  checks: Check[];
  mutations: Mutation[];
  /** A doorbell for the queue, in the same commit; left out where there is no queue. */
  ring?: unknown;
}

export type CommitResult = { ok: true; versionstamp: string } | { ok: false };

/** `urgent` (acceptances, heartbeats, ends) goes before `bulk`, of which at most one is in flight. */
export type Priority = "urgent" | "bulk";

/** Commits a change, whoever holds the write handle. */
export interface Committer {
  commit(change: Change, priority?: Priority): Promise<CommitResult>;
}

/** Somebody holds the database for longer than it is waited for. Nothing was written; later it may be. */
export class DatabaseLocked extends Error {
  override readonly name = "DatabaseLocked";
}

/** How long a locked database is tried again: nothing was written, so repeating is safe. */
const LOCKED_RETRY_MS = 5_000;

/** Counts what the metrics show. */
export interface CommitStats {
  commits: number;
  lockedRetries: number;
}

/** What the database of the committer is like. */
export interface DatabaseMeans {
  /** It has a queue. */
  queue: boolean;
  /** It is behind a network, which may lose the answer to a commit. */
  remote: boolean;
}

const FILE: DatabaseMeans = { queue: true, remote: false };

/** The committer of the process: it holds the only handle that writes records. */
export function committerOf(
  kv: Deno.Kv,
  stats: CommitStats = { commits: 0, lockedRetries: 0 },
  { queue, remote }: DatabaseMeans = FILE,
): Committer {
  const sure = remote ? sureCommits(kv) : null;
  const bulk: (() => void)[] = [];
  let bulkRunning = false;
  let urgentRunning = 0;

  function pump() {
    if (bulkRunning || urgentRunning > 0) return;
    const next = bulk.shift();
    if (!next) return;
    bulkRunning = true;
    next();
  }

  async function commitOnce(change: Change): Promise<CommitResult> {
    const result = sure
      ? await sure(change)
      : await repeatWhileLocked(() => atomicOf(kv, change).commit(), () => stats.lockedRetries++);
    stats.commits++;
    return result;
  }

  async function urgent(change: Change): Promise<CommitResult> {
    urgentRunning++;
    try {
      return await commitOnce(change);
    } finally {
      urgentRunning--;
      pump();
    }
  }

  function later(change: Change): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      bulk.push(() => {
        commitOnce(change).then(resolve, reject).finally(() => {
          bulkRunning = false;
          pump();
        });
      });
      pump();
    });
  }

  return {
    commit(given, priority = "urgent") {
      const change = queue ? given : { ...given, ring: undefined };
      return priority === "urgent" ? urgent(change) : later(change);
    },
  };
}

/** Repeats `work`, one atomic commit, while another handle holds the database; throws DatabaseLocked after 5 s. */
export async function repeatWhileLocked<T>(
  work: () => Promise<T>,
  onRetry?: () => void,
  patienceMs = LOCKED_RETRY_MS,
): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() > giveUpAt) throw new DatabaseLocked("database is locked", { cause: error });
      onRetry?.();
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 9));
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.message.includes("database is locked");
}

/** SQLite's own words for what lies in the machine, not in the data. */
const TROUBLE =
  /database (table )?is locked|disk I\/O error|database or disk is full|unable to open database|readonly database|Bad resource ID/;

/** True where the disk has no room: nothing was written. Also of what a worker was told, which holds the same words. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && error.message.includes("database or disk is full");
}

/**
 * True for a database that is held too long, cannot be reached or has no room: nothing is wrong with what was asked
 * of it, and the job that asked may wait.
 */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof DatabaseLocked || error instanceof DatabaseUnreachable || isDiskFull(error);
}

/** True when the database could not be reached, read or written for now: the same may succeed another time. */
export function isDatabaseTrouble(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof Error && TROUBLE.test(error.message));
}

/** The committer, with the ear of `heard` at each change that was made. */
export function overheard(committer: Committer, heard: (change: Change) => void): Committer {
  return {
    async commit(change, priority) {
      const result = await committer.commit(change, priority);
      if (result.ok) heard(change);
      return result;
    },
  };
}

/** Shorthand for a mutation that sets a key. */
export function set(key: Deno.KvKey, value: unknown): Mutation {
  return { type: "set", key, value };
}

/** Shorthand for a mutation that adds a key. */
export function add(key: Deno.KvKey, value: unknown): Mutation {
  return { type: "add", key, value };
}

/** Shorthand for a mutation that deletes a key. */
export function remove(key: Deno.KvKey): Mutation {
  return { type: "delete", key };
}
