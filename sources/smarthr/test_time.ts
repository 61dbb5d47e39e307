import type { Surroundings } from "./waiting.ts";

/** A clock for the tests of the client: waits take no time and are remembered. */
export function steppedTime() {
  let at = 0;
  const waits: number[] = [];
  const around: Pick<Surroundings, "monotonic" | "pause" | "random"> = {
    monotonic: () => at,
    pause(ms, signal) {
      signal.throwIfAborted();
      waits.push(ms);
      at += ms;
      return Promise.resolve();
    },
    random: () => 0,
  };
  return {
    around,
    waits,
    /** All waits together (ms). */
    waited: () => waits.reduce((sum, ms) => sum + ms, 0),
    pass: (ms: number) => void (at += ms),
  };
}
