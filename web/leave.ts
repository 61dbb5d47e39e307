import { thrown } from "../domain/log.ts";
import { log } from "./log.ts";

/** R8: what is not handed back by then is broken up by the next process. */
const LEAVE_WITHIN_MS = 25_000;

/**
 * Ends the process in order at the first SIGTERM or SIGINT: `stop` gives back what runs, and gets 25 s for it. A
 * second signal finds no listener and kills, also while the thread is busy; nothing is lost either way, since the
 * stored jobs are the truth.
 */
export function leaveOnSignals(stop: () => Promise<void>): void {
  const signals = ["SIGTERM", "SIGINT"] as const;
  function leave() {
    for (const signal of signals) Deno.removeSignalListener(signal, leave);
    log("info", "leaving: what runs is handed back; a second signal ends the process at once");
    setTimeout(() => {
      log("error", "not stopped in time: what is left goes to the next process", { waited: LEAVE_WITHIN_MS });
      Deno.exit(1);
    }, LEAVE_WITHIN_MS);
    stop().then(() => Deno.exit(0), (error) => {
      log("error", "could not stop in order", { error: thrown(error) });
      Deno.exit(1);
    });
  }
  for (const signal of signals) Deno.addSignalListener(signal, leave);
}
