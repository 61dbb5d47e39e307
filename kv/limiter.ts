/** Runs tasks, a few at a time; refuses one when too many wait. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * A limiter that runs `atOnce` tasks together and lets at most `waiting` more wait, in order of arrival.
 * @param onFull makes the error for a task that finds the queue full
 */
export function limiter(atOnce: number, waiting: number, onFull: () => Error): Limiter {
  const queue: (() => void)[] = [];
  let running = 0;

  function leave() {
    const next = queue.shift();
    if (next) next();
    else running--;
  }

  return async (task) => {
    if (running < atOnce) running++;
    else if (queue.length >= waiting) throw onFull();
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
