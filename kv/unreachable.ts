/**
 * The database behind the network did not answer, or answered that it cannot. Whether something was written is not
 * known, unless who throws it says so; later it may be reached again.
 */
export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable";
}

/** How long one call is waited for: Deno's client repeats by itself, for ever (reference/kv.md §1). */
export const PATIENCE_MS = 10_000;

/**
 * The handle, with calls that end: what is not answered in `patienceMs`, or fails for another reason than the call
 * itself, throws DatabaseUnreachable. A call that was given up may still be carried out.
 */
export function patient(kv: Deno.Kv, patienceMs = PATIENCE_MS): Deno.Kv {
  const bare = { get: kv.get, getMany: kv.getMany, list: kv.list, atomic: kv.atomic };
  const bounded = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => (...args: A) =>
    within(call.apply(kv, args), patienceMs);
  return Object.assign(kv, {
    get: bounded(bare.get as Call),
    getMany: bounded(bare.getMany as Call),
    list(...args: Parameters<Deno.Kv["list"]>) {
      const entries = bare.list.apply(kv, args);
      const next = entries.next.bind(entries);
      return Object.assign(entries, { next: () => within(next(), patienceMs) });
    },
    atomic() {
      const atomic = bare.atomic.call(kv);
      const commit = atomic.commit.bind(atomic);
      return Object.assign(atomic, { commit: () => within(commit(), patienceMs) });
    },
  });
}

// deno-lint-ignore no-explicit-any
type Call = (...args: any[]) => Promise<any>;

async function within<T>(call: Promise<T>, patienceMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new DatabaseUnreachable(`no answer within ${patienceMs / 1000} s`)),
    patienceMs,
  );
  try {
    return await Promise.race([call, late.promise]);
  } catch (error) {
    // A TypeError is about what was asked: a key or a value that no database takes.
    if (error instanceof DatabaseUnreachable || error instanceof TypeError) throw error;
    throw new DatabaseUnreachable(error instanceof Error ? error.message : "the call failed", {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}
