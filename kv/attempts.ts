import { z } from "zod";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { seen, setFor, settle } from "./change.ts";
import { type Committer, type Mutation, remove } from "./commit.ts";
import { accountKeys } from "./keys.ts";
import { readMany, type Stored } from "./read.ts";

/** Failures older than this are forgotten. */
const WINDOW_MS = 15 * 60_000;
/** What may fail within the window: an account (or a name that is no account), an address. */
const LIMITS = { account: 10, address: 50 } as const;

/** Times of the last failures, ms since the epoch, oldest first. */
const attemptsSchema = z.object({ v: z.literal(1), times: z.array(z.number()) });
type Attempts = Stored<z.infer<typeof attemptsSchema>>;

/** What is counted: `name` is an id, a digest or an address, never what somebody typed. */
export interface Subject {
  kind: keyof typeof LIMITS;
  name: string;
}

/** Counts failed passwords of one tenant. */
export interface AttemptCounter {
  /**
   * Counts one try on each subject before the password is looked at, so that many at once cannot get past the limit.
   * Throws Refusal `too_many_attempts` when one of them has failed too often; nothing is counted then.
   */
  begin(tenant: string, subjects: Subject[]): Promise<Attempt>;
}

/** A try that was counted as a failure until it is told otherwise. */
export interface Attempt {
  /** The password was right: forgets the failures of the account, and this try of the address. */
  succeeded(): Promise<void>;
}

/** The counter that keeps its numbers in `kv`. */
export function attemptCounterOf(kv: Deno.Kv, committer: Committer): AttemptCounter {
  const load = (tenant: string, subjects: Subject[]) =>
    readMany(
      kv,
      subjects.map((s) => accountKeys.attempts(tenant, `${s.kind}:${s.name}`)),
      attemptsSchema,
    );

  /** Replaces the times of each subject by `change`, all in one commit. */
  function update(
    tenant: string,
    subjects: Subject[],
    change: (times: number[], subject: Subject) => number[],
  ): Promise<void> {
    return settle(committer, async () => {
      const stored = await load(tenant, subjects);
      const mutations = subjects.flatMap((subject, i) => {
        const entry = stored[i];
        return entry ? write(entry, change(recent(entry), subject)) : [];
      });
      return { change: { checks: stored.map(seen), mutations }, value: undefined };
    });
  }

  async function begin(tenant: string, subjects: Subject[]): Promise<Attempt> {
    const at = now();
    await update(tenant, subjects, (times, { kind }) => {
      const blocking = times.at(-LIMITS[kind]);
      if (blocking !== undefined) throw tooMany(blocking + WINDOW_MS - at);
      return [...times, at];
    });
    const succeeded = () =>
      update(tenant, subjects, (times, { kind }) => kind === "account" ? [] : without(times, at));
    return { succeeded };
  }

  return { begin };
}

function recent({ value }: Attempts): number[] {
  const from = now() - WINDOW_MS;
  return (value?.times ?? []).filter((time) => time > from);
}

function write({ key }: Attempts, times: number[]): Mutation {
  return times.length === 0 ? remove(key) : setFor(key, { v: 1, times }, WINDOW_MS);
}

function without(times: number[], at: number): number[] {
  const i = times.lastIndexOf(at);
  return i < 0 ? times : times.toSpliced(i, 1);
}

function tooMany(waitMs: number): Refusal {
  return new Refusal("too_many_attempts", { minutes: Math.max(1, Math.ceil(waitMs / 60_000)) });
}
