import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";
import { meaningOf, Trouble } from "./answers.ts";
import { readJson, UnreadableBody } from "./body.ts";
import { retryAfter, wholeNumber } from "./limits.ts";
import { nextPage } from "./link.ts";
import type { Surroundings } from "./waiting.ts";

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

/** What came back. */
export interface Exchange {
  status: number;
  headers: Headers;
  /** Undefined, which fits no schema: no JSON, or larger than any page of ours. */
  body: unknown;
}

export interface Answer {
  body: unknown;
  /** `x-total-count`; null: not told. */
  total: number | null;
  /** The page that `Link` names as the next; null: none. */
  next: number | null;
}

/** Makes one request and reads its body. Throws the signal's reason only. */
export async function exchange(
  { baseUrl, token }: Access,
  { path, query }: Ask,
  around: Surroundings,
): Promise<Exchange | Trouble> {
  // Not AbortSignal.any: a job's signal lives long and would remember every request.
  const control = new AbortController();
  const abort = () => control.abort();
  const timer = setTimeout(abort, around.timeoutMs);
  around.signal.addEventListener("abort", abort);
  const search = new URLSearchParams(query).toString();
  try {
    const response = await around.fetch(`${baseUrl}${path}${search === "" ? "" : `?${search}`}`, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      redirect: "manual",
      signal: control.signal,
    });
    around.heartbeat();
    const { status, headers } = response;
    return { status, headers, body: await readJson(response, around.heartbeat).catch(undefinedIfUnreadable) };
  } catch {
    // What fetch throws names the address, which may hold a 社員番号: it is not passed on.
    around.signal.throwIfAborted();
    around.heartbeat();
    return new Trouble(control.signal.aborted ? "timed out" : "no connection", "source_unavailable");
  } finally {
    clearTimeout(timer);
    around.signal.removeEventListener("abort", abort);
  }
}

function undefinedIfUnreadable(error: unknown): undefined {
  if (!(error instanceof UnreadableBody)) throw error;
}

/** What an exchange means; null: there is no such record. Throws Refusal. */
export function answerOf({ status, headers, body }: Exchange, { noun }: Ask): Answer | null | Trouble {
  if (status === 200) {
    return { body, total: wholeNumber(headers.get("x-total-count")), next: nextPage(headers.get("link")) };
  }
  const meaning = meaningOf(status, body, noun, retryAfter(headers, now()));
  if (meaning instanceof Refusal) throw meaning;
  return meaning === "missing" ? null : meaning;
}
