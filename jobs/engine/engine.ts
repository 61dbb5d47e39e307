import type { Log } from "../../domain/log.ts";
import type { Committer } from "../../kv/commit.ts";
import { newBell } from "./bell.ts";
import { breakerOf } from "./breaker.ts";
import { claimsOf } from "./claims.ts";
import { type EventHub, eventHub } from "./events.ts";
import { type Faults, faultsOf } from "./faults.ts";
import { enrol, type Living, mortician } from "./owner.ts";
import type { Pool } from "./pool.ts";
import type { EndHook } from "./finish.ts";
import { type Beside, restOf } from "./rest.ts";
import { runsOf } from "./runs.ts";
import { LIGHT_SLOTS } from "./slots.ts";
import { type DueHandlers, runDue } from "./sweep.ts";
import { tickOf, type Workshop } from "./tick.ts";

/** The tick: usually, and while somebody watches or a slot is free (design §4.2 "Tick"). */
const TICK_MS = 1_000;
const QUICK_TICK_MS = 250;

/** Workers that have not stopped by then are ended. */
const DRAIN_MS = 20_000;

export interface EngineOptions {
  kv: Deno.Kv;
  committer: Committer;
  /** Where the owners' lock files lie; null: beats alone. */
  lockDir: string | null;
  /** Null: this process serves pages only and runs no jobs. */
  pool: Pool | null;
  concurrency: number;
  due: DueHandlers;
  /** What else happens in the commit that ends a job. */
  onEnd?: EndHook;
  log: Log;
  /** Milliseconds of a clock that never goes back; tests step it. */
  monotonic?: () => number;
  /** How long `stop` waits for workers to reach a checkpoint; below the 25 s of R8 by default. */
  drainMs?: number;
  /** A claim is handed back after so long, once what it did is stored; null: never. */
  sliceMs?: number | null;
  /** The engine rests where nothing is to be done, until it is woken: the platform may stop this process meanwhile. */
  rests?: boolean;
  beside?: Beside;
}

/** The engine of one process: accepts rings, claims, watches, sweeps, and feeds the event streams. */
export interface Engine {
  readonly events: EventHub;
  /** This process among those that run jobs; null: it runs none. */
  readonly owner: Living | null;
  /** Makes the next tick come now: after an acceptance, or by the queue. */
  ring(): void;
  /** Makes an engine at rest look at everything; resolves when it rests again, at once for one that never does. */
  wake(): Promise<void>;
  /** Resolves when the first tick is over: dead owners' jobs are free again. */
  readonly started: Promise<void>;
  /** Claims nothing more, gives back what runs, and leaves, when `meanwhile` is over too. */
  stop(meanwhile?: Promise<unknown>): Promise<void>;
  /** When the last tick ended, by `performance.now()`: the process's sign of life. Of one at rest: now. */
  lastTick(): number;
}

/** Starts the engine. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { kv, monotonic = () => performance.now(), drainMs = DRAIN_MS } = options;
  const faults = faultsOf(options.log, monotonic);
  const started = Promise.withResolvers<void>();
  const bell = newBell();
  const { ring } = bell;
  let state: "open" | "leaving" | "left" = "open";
  let tickedAt = performance.now();
  const events = eventHub(kv, ring);
  const workshop = options.pool && await openWorkshop(options, options.pool, { ring, faults, monotonic });
  const tick = tickOf({ kv, events, workshop, monotonic, faults });
  const slots = options.concurrency + LIGHT_SLOTS;
  const runs = () => workshop?.runs.size ?? 0;
  const rest = options.rests
    ? restOf({ bell, events, tick, runs, beside: options.beside ?? null, monotonic })
    : null;

  function pauseMs(): number {
    // Who rests is rung for what is accepted here, and pays for each look.
    const slotFree = workshop !== null && runs() < slots && rest === null;
    return slotFree || events.busy() ? QUICK_TICK_MS : TICK_MS;
  }

  /** While it leaves, the tick goes on: beats, silent workers, and what could not be given back at once. */
  function goesOn(): boolean {
    return state === "open" || (state === "leaving" && runs() > 0);
  }

  async function loop() {
    while (goesOn()) {
      bell.hang();
      const open = await tick.run(state !== "open").catch((error) => {
        faults("tick failed", error);
        return null;
      });
      tickedAt = performance.now();
      started.resolve();
      if (!goesOn()) break;
      if (await rest?.may(open)) await rest?.sleep();
      else await pause(pauseMs(), bell.rings(), false);
    }
    rest?.over();
  }

  const looping = loop();
  return {
    events,
    owner: workshop && { id: workshop.owner.id, isDead: workshop.mortician.isDead },
    ring,
    started: started.promise,
    wake: () => rest && state === "open" ? rest.wake() : Promise.resolve(),
    // What it slept is no standstill.
    lastTick: () => Math.max(tickedAt, rest?.lastSlept() ?? tickedAt),
    async stop(meanwhile) {
      state = "leaving";
      // First: whoever watches goes to the next process, and nobody is told of jobs that are handed back.
      events.close();
      workshop?.runs.stopAll();
      ring();
      await pause(drainMs, looping, true);
      await workshop?.runs.abandonAll();
      state = "left";
      ring();
      await Promise.all([looping, tick.swept(), meanwhile]);
      options.pool?.close();
      await workshop?.owner.leave();
    },
  };
}

interface Shared {
  ring(): void;
  faults: Faults;
  monotonic: () => number;
}

/** Everything that a process needs to run jobs. */
async function openWorkshop(options: EngineOptions, pool: Pool, shared: Shared): Promise<Workshop> {
  const { kv, committer, lockDir, log, concurrency } = options;
  const owner = await enrol(committer, lockDir);
  const at = { ...shared, kv, committer, owner: owner.id, onEnd: options.onEnd, sliceMs: options.sliceMs };
  const runs = runsOf({ ...at, pool });
  const dead = mortician({ ...at, lockDir });
  const breaker = breakerOf({ ...at, runs, log, mortician: dead });
  await breaker.tidy().catch((error) => shared.faults("dead owners could not be forgotten", error));
  return {
    pool,
    runs,
    owner,
    mortician: dead,
    breaker,
    claim: claimsOf({ ...at, runs, concurrency }),
    sweep: () => runDue(kv, committer, options.due, shared.faults),
  };
}

/** Waits so long, or until `earlier`. The tick keeps no process alive, leaving does. */
async function pause(ms: number, earlier: Promise<void>, keepAlive: boolean): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  if (!keepAlive) Deno.unrefTimer(timer);
  await Promise.race([over.promise, earlier]);
  clearTimeout(timer);
}
