/** What a client needs of its surroundings; tests bring their own. */
export interface Surroundings {
  fetch: typeof fetch;
  /** Called at every answer and during waits, so that a watchdog knows that somebody lives. */
  heartbeat(): void;
  /** Ends every request and wait with its reason. */
  signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  monotonic(): number;
  /** Lets `ms` pass; rejects with the signal's reason as soon as it aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
  /** How long one request may take, its body included (ms). */
  timeoutMs: number;
}

/** The real surroundings, with what the caller replaces. */
export function surroundings(given: Partial<Surroundings> = {}): Surroundings {
  return {
    fetch: globalThis.fetch,
    heartbeat: () => {},
    signal: new AbortController().signal,
    monotonic: () => performance.now(),
    pause,
    random: Math.random,
    timeoutMs: 30_000,
    ...given,
  };
}

/** A wait says so often that it lives: the watchdog of workers takes 60 s of silence for death. */
const BEAT_MS = 5_000;

/** Waits `ms`, with a heartbeat now and then. */
export async function waitFor(ms: number, { heartbeat, pause, signal }: Surroundings): Promise<void> {
  for (let left = ms; left > 0; left -= BEAT_MS) {
    heartbeat();
    await pause(Math.min(left, BEAT_MS), signal);
  }
  heartbeat();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) return Promise.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  const timer = setTimeout(resolve, ms);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  });
}
