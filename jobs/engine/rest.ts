import { now } from "../../domain/clock.ts";
import type { Bell } from "./bell.ts";
import type { EventHub } from "./events.ts";
import type { OpenJob } from "./slots.ts";
import type { Tick } from "./tick.ts";

/** Woken again so soon, the engine rests on: of several requests that come together one wakes it. */
const WAKE_EVERY_MS = 1_000;

/** What is due within this time is waited for; what is due later is found by the next cron, which comes each minute. */
const REST_MS = 10_000;

/** Who works beside an engine that rests: looks at its own at each ring, and keeps the engine up while it is busy. */
export interface Beside {
  ring(): void;
  busy(): boolean;
}

export interface RestMeans {
  bell: Bell;
  events: Pick<EventHub, "busy">;
  tick: Pick<Tick, "sweepNow">;
  /** How many jobs this process has. */
  runs(): number;
  beside: Beside | null;
  monotonic: () => number;
}

/** The rest of an engine whose platform may stop the process while nothing is asked of it. */
export interface Rest {
  /** True when nothing would come of a tick for a while. `open`: what is; null: not known. */
  may(open: readonly OpenJob[] | null): Promise<boolean>;
  /** Waits until the bell rings. */
  sleep(): Promise<void>;
  /** Rings, but for one that has just fallen asleep; resolves when the engine sleeps again. */
  wake(): Promise<void>;
  /** When it slept last, by `performance.now()`: now while it does. */
  lastSlept(): number;
  /** Nobody waits for the next sleep any more. */
  over(): void;
}

/** The rest of an engine that was never at rest yet. */
export function restOf({ bell, events, tick, runs, beside, monotonic }: RestMeans): Rest {
  let asleep = false;
  let asleepAt = -Infinity;
  let wokenAt = -Infinity;
  /** Who works beside was rung since the last sleep. */
  let looked = false;
  let awake: PromiseWithResolvers<void> | null = null;

  function isQuietBeside(): boolean {
    if (beside === null) return true;
    const quiet = looked && !beside.busy();
    beside.ring();
    looked = true;
    return quiet;
  }

  function over() {
    awake?.resolve();
    awake = null;
  }

  return {
    async may(open) {
      if (!isQuietBeside() || events.busy() || runs() > 0) return false;
      // Also one that another process has: that may be dead.
      if (open?.some(({ notBefore }) => notBefore <= now() + REST_MS)) return false;
      // The end of a job leaves duties, and the last sweep may have been before it.
      await Promise.race([tick.sweepNow(), bell.rings()]);
      return !bell.rung();
    },
    async sleep() {
      asleep = true;
      looked = false;
      asleepAt = monotonic();
      over();
      await bell.rings();
      asleep = false;
      wokenAt = performance.now();
    },
    wake() {
      if (asleep && monotonic() - asleepAt < WAKE_EVERY_MS) return Promise.resolve();
      awake ??= Promise.withResolvers();
      bell.ring();
      return awake.promise;
    },
    lastSlept: () => asleep ? performance.now() : wokenAt,
    over,
  };
}
