/** The one clock of the product. Tests replace it; nothing else calls `Date.now()` for a business time. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

let current: Clock = { now: () => Date.now() };

/** The present moment in milliseconds since the epoch, as the one clock tells it. */
export function now(): number {
  return current.now();
}

/** Replaces the clock; returns a function that puts the former one back. */
export function setClock(clock: Clock): () => void {
  const former = current;
  current = clock;
  return () => {
    current = former;
  };
}
