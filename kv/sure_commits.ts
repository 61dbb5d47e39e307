import { z } from "zod";
import { atomicOf } from "./atomic.ts";
import type { Change, CommitResult, Mutation } from "./commit.ts";
import { sysKeys } from "./keys.ts";
import { read } from "./read.ts";
import { DatabaseUnreachable } from "./unreachable.ts";

/** What the last commit through a mark left there. */
const markSchema = z.object({ v: z.literal(1), commit: z.string() });

/** Marks of processes that are gone disappear by themselves. */
const MARK_TTL_MS = 24 * 60 * 60 * 1000;

interface Mark {
  key: Deno.KvKey;
  versionstamp: string | null;
}

/**
 * Commits over a network that may lose an answer. The client asks again by itself, and is then told that the checks do
 * not hold: by its own first try they do not. So each commit also writes its name into a mark of this process, which it
 * checks; one that fails looks there whether it was made after all. One that was given up has its mark written over: what
 * is still under way then fails at its check, and cannot be made behind our back.
 * Throws DatabaseUnreachable: nothing was written, or it could not be learnt; then the checks alone guard what follows.
 */
export function sureCommits(kv: Deno.Kv): (change: Change) => Promise<CommitResult> {
  const process = crypto.randomUUID();
  const free: Mark[] = [];
  let marks = 0;

  /** A change that writes `commit` into the mark, where the mark is as this process left it. */
  function through(mark: Mark, commit: string, { checks, mutations, ring }: Change): Deno.AtomicOperation {
    const value = { v: 1, commit };
    const signed: Mutation = { type: "set", key: mark.key, value, expireIn: MARK_TTL_MS };
    return atomicOf(kv, { checks: [...checks, mark], mutations: [...mutations, signed], ring });
  }

  /** The mark now; ours to use again. */
  async function look(mark: Mark): Promise<string | null> {
    const { value, versionstamp } = await read(kv, mark.key, markSchema);
    mark.versionstamp = versionstamp;
    return value?.commit ?? null;
  }

  function made(mark: Mark): CommitResult {
    return { ok: true, versionstamp: mark.versionstamp! };
  }

  /** After a failed check: of whom? */
  async function refused(mark: Mark, name: string, change: Change): Promise<CommitResult> {
    const before = mark.versionstamp;
    if (await look(mark) === name) return made(mark);
    // The mark itself had expired.
    if (mark.versionstamp !== before) return await attempt(mark, change);
    return { ok: false };
  }

  /** After no answer: made, or made impossible. */
  async function abandoned(mark: Mark, name: string): Promise<CommitResult> {
    await through(mark, `not ${name}`, { checks: [], mutations: [] }).commit();
    if (await look(mark) === name) return made(mark);
    free.push(mark);
    throw new DatabaseUnreachable("the commit was not made");
  }

  async function attempt(mark: Mark, change: Change): Promise<CommitResult> {
    const name = crypto.randomUUID();
    let result: Deno.KvCommitResult | Deno.KvCommitError;
    try {
      result = await through(mark, name, change).commit();
    } catch (error) {
      if (error instanceof DatabaseUnreachable) return await abandoned(mark, name);
      free.push(mark);
      throw error;
    }
    if (!result.ok) return await refused(mark, name, change);
    mark.versionstamp = result.versionstamp;
    return made(mark);
  }

  return async (change) => {
    // What changes nothing may be asked as often as the client likes.
    if (change.mutations.length === 0) return await unmarked(kv, change);
    const mark = free.pop() ?? { key: sysKeys.commitMark(process, marks++), versionstamp: null };
    const result = await attempt(mark, change);
    // Where it could not be learnt what became of a commit its mark is not used again.
    free.push(mark);
    return result;
  };
}

async function unmarked(kv: Deno.Kv, change: Change): Promise<CommitResult> {
  if (change.checks.length === 0 && change.ring === undefined) return { ok: true, versionstamp: "" };
  return await atomicOf(kv, change).commit();
}
