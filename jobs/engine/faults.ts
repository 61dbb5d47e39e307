import { type Facts, type Log, logText, thrown } from "../../domain/log.ts";

/** The same fault is told once in this time: the tick meets it several times a second. */
const AGAIN_MS = 60_000;

/** More than this many different faults at once are not remembered; then one is told more often. */
const MAX_REMEMBERED = 1_000;

/** Tells the log of something that went wrong and will be tried again. */
export type Faults = (what: string, error: unknown, about?: Facts) => void;

/** Faults that repeat are told once a minute. @param monotonic milliseconds of a clock that never goes back */
export function faultsOf(log: Log, monotonic: () => number): Faults {
  const toldAt = new Map<string, number>();
  return (what, error, about = {}) => {
    const at = monotonic();
    const key = logText(what, about);
    if (at - (toldAt.get(key) ?? -Infinity) < AGAIN_MS) return;
    if (toldAt.size >= MAX_REMEMBERED) toldAt.clear();
    toldAt.set(key, at);
    log("error", what, { ...about, error: thrown(error) });
  };
}
