import { z } from "zod";
import { now } from "../domain/clock.ts";
import { seen, setFor, settle } from "./change.ts";
import { type Change, type Committer, remove } from "./commit.ts";
import { keyedDigest, newToken } from "./digest.ts";
import { accountKeys } from "./keys.ts";
import { read, type Stored } from "./read.ts";

/** A session ends this long after its last request, and this long after sign-in whatever happens (design §6). */
export const IDLE_MS = 60 * 60_000;
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** The time of the last request is written at most this often: a page view is a read, not a commit. */
const TOUCH_MS = 60_000;
/** More than this many devices of one person are not told apart from a leak: the oldest session ends. */
const MAX_SESSIONS = 20;

const sessionSchema = z.object({
  v: z.literal(1),
  user: z.string(),
  startedAt: z.number(),
  seenAt: z.number(),
});
type Session = z.infer<typeof sessionSchema>;

/** The sessions of one person, by digest, oldest first. */
const sessionsOfSchema = z.object({
  v: z.literal(1),
  sessions: z.array(z.object({ hash: z.string(), startedAt: z.number() })),
});
type SessionsOf = z.infer<typeof sessionsOfSchema>;

/** Sessions of signed-in people. What the browser holds is never stored, only its digest. */
export interface Sessions {
  /** The digest under which the session of this token is stored. */
  hashOf(token: string): string;
  /** Who the session of `hash` belongs to; null when there is none or its time is over. */
  userOf(tenant: string, hash: string): Promise<string | null>;
  /** A change that starts a session for `user`. It fails when another session of this person starts or ends. */
  starting(tenant: string, user: string): Promise<{ token: string; change: Change }>;
  /** A change that ends every session of `user`; one that starts meanwhile makes it fail. */
  endingAll(tenant: string, user: string): Promise<Change>;
  /** Ends one session; nothing happens when it is over already. */
  end(tenant: string, hash: string): Promise<void>;
}

/** The sessions stored in `kv`; `secret` keys their digests, so a new one ends them all. */
export function sessionsOf(kv: Deno.Kv, committer: Committer, secret: string): Sessions {
  const hashOf = (token: string) => keyedDigest(secret, token);
  const load = (tenant: string, hash: string) => read(kv, accountKeys.session(tenant, hash), sessionSchema);
  const loadOf = (tenant: string, user: string) =>
    read(kv, accountKeys.sessionsOf(tenant, user), sessionsOfSchema);

  async function userOf(tenant: string, hash: string): Promise<string | null> {
    const stored = await load(tenant, hash);
    const session = stored.value;
    if (!session || isOver(session)) return null;
    if (now() - session.seenAt >= TOUCH_MS) await touch(stored, session);
    return session.user;
  }

  /** Overtaken is as good: somebody else wrote the time, or the session was ended and must stay so. */
  async function touch(stored: Stored<Session>, session: Session) {
    const value = { ...session, seenAt: now() };
    await committer.commit({
      checks: [seen(stored)],
      mutations: [setFor(stored.key, value, session.startedAt + ABSOLUTE_MS - now())],
    });
  }

  async function starting(tenant: string, user: string) {
    const token = newToken();
    const hash = hashOf(token);
    const at = now();
    const mine = await loadOf(tenant, user);
    const open = (mine.value?.sessions ?? []).filter((session) => session.startedAt + ABSOLUTE_MS > at);
    const kept = open.slice(-(MAX_SESSIONS - 1));
    const dropped = open.slice(0, open.length - kept.length);
    const session: Session = { v: 1, user, startedAt: at, seenAt: at };
    const list: SessionsOf = { v: 1, sessions: [...kept, { hash, startedAt: at }] };
    const change: Change = {
      checks: [seen(mine)],
      mutations: [
        ...dropped.map((old) => remove(accountKeys.session(tenant, old.hash))),
        setFor(accountKeys.session(tenant, hash), session, ABSOLUTE_MS),
        setFor(mine.key, list, ABSOLUTE_MS),
      ],
    };
    return { token, change };
  }

  async function endingAll(tenant: string, user: string): Promise<Change> {
    const mine = await loadOf(tenant, user);
    const sessions = mine.value?.sessions ?? [];
    return {
      checks: [seen(mine)],
      mutations: [
        ...sessions.map(({ hash }) => remove(accountKeys.session(tenant, hash))),
        // Set, not deleted, so that a session started from the same reading fails.
        setFor(mine.key, { v: 1, sessions: [] } satisfies SessionsOf, ABSOLUTE_MS),
      ],
    };
  }

  function end(tenant: string, hash: string): Promise<void> {
    return settle(committer, async () => {
      const session = await load(tenant, hash);
      if (!session.value) return { change: { checks: [], mutations: [] }, value: undefined };
      const mine = await loadOf(tenant, session.value.user);
      const sessions = (mine.value?.sessions ?? []).filter((other) => other.hash !== hash);
      const list: SessionsOf = { v: 1, sessions };
      const mutations = [remove(session.key), setFor(mine.key, list, ABSOLUTE_MS)];
      return { change: { checks: [seen(mine)], mutations }, value: undefined };
    });
  }

  return { hashOf, userOf, starting, endingAll, end };
}

function isOver(session: Session): boolean {
  return now() - session.seenAt >= IDLE_MS || now() - session.startedAt >= ABSOLUTE_MS;
}
