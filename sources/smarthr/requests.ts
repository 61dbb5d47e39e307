import { now } from "../../domain/clock.ts";
import { Refusal, Unavailable } from "../../domain/errors.ts";
import { meaningOf, Trouble } from "./answers.ts";
import { readJson, UnreadableBody } from "./body.ts";
import { limitsOf, retryAfter, wholeNumber } from "./limits.ts";
import { nextPage } from "./link.ts";
import { type Surroundings, waitFor } from "./waiting.ts";

/** Which API, and as whom. */
export interface Access {
  /** Such as `https://kaisha.smarthr.jp/api`. */
  baseUrl: string;
  /** アクセストークン: never logged, never in an error. */
  token: string;
}

/** One GET request. */
export interface Ask {
  /** Below the base address, each part encoded. */
  path: string;
  query: Record<string, string>;
  /** What it reads, in the words of a refusal. */
  noun: string;
}

export interface Answer {
  body: unknown;
  /** `x-total-count`; null: not told. */
  total: number | null;
  /** The page that `Link` names as the next; null: none. */
  next: number | null;
}

/** Waits between attempts, shortened by chance to a half at most: 8.5 s together. */
const BACKOFF_MS = [500, 2_000, 6_000] as const;
/** Asking too often is no fault of the other side: it is tried more often. */
const MAX_LIMITED = 10;
/** Longer waits are the job's, not the worker's: it is queued again meanwhile. */
const SHORT_WAIT_MS = 15_000;
/** Nothing is tried again in place when it would end later than this after the first attempt. */
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
    // Not AbortSignal.any: a job's signal lives long and would remember every request.
    const control = new AbortController();
    const abort = () => control.abort();
    const timer = setTimeout(abort, around.timeoutMs);
    around.signal.addEventListener("abort", abort);
    let headers: Headers | null = null;
    try {
      const response = await around.fetch(addressOf(access, ask), {
        headers: { authorization: `Bearer ${access.token}`, accept: "application/json" },
        redirect: "manual",
        signal: control.signal,
      });
      headers = response.headers;
      around.heartbeat();
      return await answerOf(response, ask, around.heartbeat);
    } catch (error) {
      // What fetch throws names the address, which may hold a 社員番号: it is not passed on.
      if (error instanceof Refusal) throw error;
      around.signal.throwIfAborted();
      around.heartbeat();
      return new Trouble(control.signal.aborted ? "timed out" : "no connection", "source_unavailable");
    } finally {
      clearTimeout(timer);
      around.signal.removeEventListener("abort", abort);
      limits.end(headers);
    }
  }

  return async (ask) => {
    const begun = around.monotonic();
    for (let attempt = 1;; attempt++) {
      const answer = await once(ask);
      if (!(answer instanceof Trouble)) return answer;
      const waitMs = waitAfter(answer, attempt);
      const late = waitMs === null || around.monotonic() - begun + waitMs > PATIENCE_MS;
      if (late) throw new Unavailable(answer.code, waitMs ?? answer.waitMs, { cause: answer });
      await waitFor(waitMs, around);
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

function addressOf({ baseUrl }: Access, { path, query }: Ask): string {
  const search = new URLSearchParams(query).toString();
  return `${baseUrl}${path}${search === "" ? "" : `?${search}`}`;
}

async function answerOf(
  response: Response,
  { noun }: Ask,
  heard: () => void,
): Promise<Answer | null | Trouble> {
  if (response.status === 200) {
    const { headers } = response;
    const body = await readJson(response, heard).catch((error) => {
      throw error instanceof UnreadableBody ? new Refusal("source_unreadable", { where: noun }) : error;
    });
    return { body, total: wholeNumber(headers.get("x-total-count")), next: nextPage(headers.get("link")) };
  }
  // The body of an error only refines its status: unreadable or cut off, the status is left.
  const body = await readJson(response, heard).catch(() => null);
  const meaning = meaningOf(response.status, body, noun, retryAfter(response.headers, now()));
  if (meaning instanceof Refusal) throw meaning;
  return meaning === "missing" ? null : meaning;
}
