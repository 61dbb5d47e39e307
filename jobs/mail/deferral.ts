import type { Outcome } from "../../kv/outgoing.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When a mail is tried again whose recipient's server says later; the last wait repeats. */
const DELAYS_MS = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS] as const;

/** So many times: some three days. */
const MAX_DEFERRALS = 16;

/** What comes of a mail that was put off `times` times already and is again, with this answer. */
export function deferral(times: number, reply: number | null): Outcome {
  if (times >= MAX_DEFERRALS) return { what: "failed", trouble: "given_up", reply };
  return { what: "deferred", delayMs: DELAYS_MS[Math.min(times, DELAYS_MS.length - 1)]!, reply };
}
