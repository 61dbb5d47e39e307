import type { Breaker } from "./breaker.ts";
import type { EventHub } from "./events.ts";
import type { Faults } from "./faults.ts";
import { openJobsOf } from "./open_jobs.ts";
import { BEAT_MS, type Mortician, type Owner, SILENCE_MS } from "./owner.ts";
import type { Pool } from "./pool.ts";
import type { Runs } from "./runs.ts";
import type { OpenJob } from "./slots.ts";

/** How often duties that are due are looked for. */
const SWEEP_EVERY_MS = 1_000;

/** What runs jobs in this process; a process that serves pages only has none of it. */
export interface Workshop {
  pool: Pool;
  runs: Runs;
  owner: Owner;
  mortician: Mortician;
  breaker: Breaker;
  claim(open: readonly OpenJob[]): Promise<void>;
  sweep(): Promise<void>;
}

export interface TickMeans {
  kv: Deno.Kv;
  events: EventHub;
  workshop: Workshop | null;
  monotonic: () => number;
  faults: Faults;
}

/** One look at everything that is open, and what follows from it. */
export interface Tick {
  /**
   * @param leaving claim, break and sweep nothing more, and stop what runs
   * @returns what is open
   */
  run(leaving: boolean): Promise<OpenJob[]>;
  /** Resolves when no sweep is under way. */
  swept(): Promise<void>;
  /** Carries out what is due, whenever that was done last. */
  sweepNow(): Promise<void>;
}

/** The tick of this process. A step that fails is told to the log and does not keep the others from being done. */
export function tickOf({ kv, events, workshop, monotonic, faults }: TickMeans): Tick {
  const listOpen = openJobsOf(kv, faults);
  let beatAt = -Infinity;
  /** Who enrolled a moment ago is known to be alive. */
  let beaten = monotonic();
  let sweptAt = -Infinity;
  let sweeping: Promise<void> | null = null;

  async function step(name: string, work: () => Promise<unknown>) {
    await work().catch((error) => faults(`tick: ${name} failed`, error));
  }

  async function beat({ owner }: Workshop) {
    if (monotonic() - beatAt < BEAT_MS) return;
    beatAt = monotonic();
    await owner.beat();
    beaten = beatAt;
  }

  /** A process that could not say so for long counts as dead: what it claimed would be taken from it. */
  function countsAsAlive(): boolean {
    return monotonic() - beaten < SILENCE_MS;
  }

  /** Beside the tick, one at a time: shredding a large file takes longer than a claim may wait. */
  function sweep(shop: Workshop) {
    if (sweeping || monotonic() - sweptAt < SWEEP_EVERY_MS) return;
    void beginSweep(shop);
  }

  function beginSweep(shop: Workshop): Promise<void> {
    sweptAt = monotonic();
    return sweeping = step("sweep", shop.sweep).finally(() => sweeping = null);
  }

  async function work(shop: Workshop, open: OpenJob[], leaving: boolean) {
    shop.runs.check(open);
    if (!countsAsAlive()) await step("beat", () => beat(shop));
    if (leaving) {
      shop.runs.stopAll();
    } else {
      if (await shop.breaker.free(open)) open = await listOpen();
      if (countsAsAlive()) await step("claim", () => shop.claim(open));
      sweep(shop);
    }
    shop.pool.watch();
    await step("beat", () => beat(shop));
    await shop.runs.tend();
    return open;
  }

  return {
    async run(leaving) {
      let open = await listOpen();
      if (workshop) open = await work(workshop, open, leaving);
      await step("events", () => events.feed(open));
      return open;
    },
    swept: () => sweeping ?? Promise.resolve(),
    async sweepNow() {
      await sweeping;
      if (workshop) await beginSweep(workshop);
    },
  };
}
