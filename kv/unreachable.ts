/**
 * The database behind the network did not answer, or answered that it cannot. Whether something was written is not
 * known, unless who throws it says so; later it may be reached again.
 */
export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable";
}

/** How long one call is waited for: Deno's client repeats by itself, for ever. */
export const PATIENCE_MS = 10_000;

/** After so many calls in a row without an answer the others are not begun: each would be repeated for ever as well. */
const AWAY_AFTER = 8;

/** Now and then one is begun all the same, the later the more of them are under way. */
const TRY_EVERY_MS = 1_000;
const TRY_AT_LEAST_EVERY_MS = 60_000;

// deno-lint-ignore no-explicit-any
type Call = (...args: any[]) => Promise<any>;

/**
 * The handle, with calls that end: what is not answered in `patienceMs`, or fails for another reason than the call
 * itself, throws DatabaseUnreachable. A call that was given up may still be carried out.
 */
export function patient(kv: Deno.Kv, patienceMs = PATIENCE_MS): Deno.Kv {
  const within = patience(patienceMs);
  const bare = { get: kv.get, getMany: kv.getMany, list: kv.list, atomic: kv.atomic };
  const bounded = (call: Call): Call => (...args) => within(() => call.apply(kv, args));
  return Object.assign(kv, {
    get: bounded(bare.get),
    getMany: bounded(bare.getMany),
    list(...args: Parameters<Deno.Kv["list"]>) {
      const entries = bare.list.apply(kv, args);
      const next = entries.next.bind(entries);
      return Object.assign(entries, { next: () => within(next) });
    },
    atomic() {
      const atomic = bare.atomic.call(kv);
      const commit = atomic.commit.bind(atomic);
      return Object.assign(atomic, { commit: () => within(commit) });
    },
  });
}

/** Carries calls out and gives up on those that take too long; remembers whether the others were answered. */
function patience(patienceMs: number) {
  let silent = 0;
  let givenUp = 0;
  let begunAt = -Infinity;

  function mayBegin(): boolean {
    const every = Math.min(TRY_EVERY_MS * (1 + givenUp), TRY_AT_LEAST_EVERY_MS);
    return silent < AWAY_AFTER || performance.now() - begunAt >= every;
  }

  function giveUp(call: Promise<unknown>): DatabaseUnreachable {
    silent++;
    givenUp++;
    const over = () => void givenUp--;
    call.then(() => silent = 0, () => {}).finally(over);
    return new DatabaseUnreachable(`no answer within ${patienceMs / 1000} s`);
  }

  return async <T>(begin: () => Promise<T>): Promise<T> => {
    if (!mayBegin()) throw new DatabaseUnreachable("others wait for an answer");
    begunAt = performance.now();
    const late = Promise.withResolvers<never>();
    const call = begin();
    const timer = setTimeout(() => late.reject(giveUp(call)), patienceMs);
    try {
      const answer = await Promise.race([call, late.promise]);
      silent = 0;
      return answer;
    } catch (error) {
      // A TypeError is about what was asked: a key or a value that no database takes.
      if (error instanceof DatabaseUnreachable || error instanceof TypeError) throw error;
      const message = error instanceof Error ? error.message : "the call failed";
      throw new DatabaseUnreachable(message, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}
