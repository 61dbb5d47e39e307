import { Unavailable } from "../../domain/errors.ts";
import { Trouble } from "./answers.ts";
import { type Access, type Answer, answerOf, type Ask, exchange } from "./exchange.ts";
import { limitsOf } from "./limits.ts";
import { type Surroundings, waitFor } from "./waiting.ts";

/** Waits between attempts, shortened by chance to a half at most: 8.5 s together. */
const BACKOFF_MS = [500, 2_000, 6_000] as const;
/** Asking too often is no fault of the other side: it is tried more often. */
const MAX_LIMITED = 10;
/** Longer waits are the job's, not the worker's: it is queued again meanwhile. */
const SHORT_WAIT_MS = 15_000;
/** Nothing is tried again in place when it would begin later than this after the first attempt. */
const PATIENCE_MS = 45_000;

/**
 * Makes GET requests as the documents ask for it: within the limits, again after what may pass. The answer is null
 * for 404. Throws Refusal (a person has to change something) or Unavailable (later, by itself).
 */
export function requesterOf(access: Access, around: Surroundings): (ask: Ask) => Promise<Answer | null> {
  const limits = limitsOf(around.monotonic);

  /** Waits for its turn and takes it: no `await` between the look and the taking. */
  async function takeTurn(): Promise<void> {
    for (let blocked = limits.blockedFor(); blocked > 0; blocked = limits.blockedFor()) {
      if (blocked > SHORT_WAIT_MS) throw new Unavailable("source_busy", blocked);
      await waitFor(blocked, around);
    }
    around.signal.throwIfAborted();
    limits.begin();
  }

  async function once(ask: Ask): Promise<Answer | null | Trouble> {
    await takeTurn();
    let headers: Headers | null = null;
    try {
      const result = await exchange(access, ask, around);
      if (result instanceof Trouble) return result;
      headers = result.headers;
      return answerOf(result, ask);
    } finally {
      limits.end(headers);
    }
  }

  return async (ask) => {
    const begun = around.monotonic();
    for (let attempt = 1;; attempt++) {
      const answer = await once(ask);
      if (!(answer instanceof Trouble)) return answer;
      const wait = waitAfter(answer, attempt);
      if (wait === null || around.monotonic() - begun + wait > PATIENCE_MS) {
        throw new Unavailable(answer.code, answer.waitMs, { cause: answer });
      }
      await waitFor(wait, around);
    }
  };

  /** How long to wait in place before the next attempt; null: not here. */
  function waitAfter({ kind, waitMs }: Trouble, attempt: number): number | null {
    const most = { limit: MAX_LIMITED, outage: BACKOFF_MS.length, closed: 0 }[kind];
    if (attempt > most) return null;
    const step = BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length) - 1]!;
    // A limit that the headers told of is waited for before the next turn.
    const wait = waitMs ?? (limits.blockedFor() > 0 ? 0 : step * (1 - around.random() / 2));
    return wait > SHORT_WAIT_MS ? null : wait;
  }
}
