import type { Change } from "./commit.ts";

/** A change as one atomic operation, not committed yet. */
export function atomicOf(kv: Deno.Kv, change: Change): Deno.AtomicOperation {
  const atomic = kv.atomic().check(...change.checks);
  for (const mutation of change.mutations) {
    if (mutation.type === "delete") atomic.delete(mutation.key);
    else if (mutation.type === "add") {
      atomic.check({ key: mutation.key, versionstamp: null }).set(mutation.key, mutation.value);
    } else if (mutation.expireIn === undefined) atomic.set(mutation.key, mutation.value);
    else atomic.set(mutation.key, mutation.value, { expireIn: mutation.expireIn });
  }
  // [] : one delivery; the stored job is the truth and the tick finds it again (design §4.2).
  if (change.ring !== undefined) atomic.enqueue(change.ring, { backoffSchedule: [] });
  return atomic;
}
