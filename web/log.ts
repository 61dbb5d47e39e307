import { now } from "../domain/clock.ts";
import { type Facts, type Level, type Log, logText, thrown } from "../domain/log.ts";

/** How a line reads: `json`, one object a line, for programs; `text` for people. */
export type LogFormat = "json" | "text";

let format: LogFormat = "text";
const counts: Record<Level, number> = { info: 0, error: 0 };

/** Chooses how the lines of this process read from now on; they begin as text. */
export function logAs(chosen: LogFormat): void {
  format = chosen;
}

/** The log of this process: `info` goes to standard output, `error` to standard error. */
export const log: Log = (level, event, facts) => {
  counts[level]++;
  const line = format === "json" ? jsonLine(level, event, facts) : logText(event, facts);
  if (level === "error") console.error(line);
  else console.info(line);
};

/** Lines written since the start, by level. */
export function logged(): Readonly<Record<Level, number>> {
  return counts;
}

/** One line of JSON: `time` (ISO 8601, UTC), `level`, `event`, then the facts. */
export function jsonLine(level: Level, event: string, facts: Facts = {}): string {
  return JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...facts });
}

/** What nobody caught ends the process, as it would without this, with a line of the log instead of its whole text. */
export function logUncaught(): void {
  const end = (error: unknown) => {
    log("error", "the process ends: nobody caught this", { error: thrown(error) });
    Deno.exit(1);
  };
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    end(event.reason);
  });
  globalThis.addEventListener("error", (event) => {
    event.preventDefault();
    end(event.error);
  });
}
