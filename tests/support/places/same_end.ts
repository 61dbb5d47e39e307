import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { type FinalState, finalState } from "../chaos/final_state.ts";
import { atOnce } from "../chaos/at_once.ts";
import { regrouping } from "../chaos/scenarios.ts";
import type { Driver } from "./places.ts";
import type { CommitFate } from "./remote_kv.ts";
import { playThrough } from "./through.ts";
import { seed } from "./seed.ts";
import { openWorld, type World } from "./world.ts";

/** A run of one import (row 3: people into forty new groups, with names that are refused), and what it meets. */
export interface Run {
  name: string;
  driver: Driver;
  /** Decides over the n-th commit of the first processes. */
  fate(n: number): CommitFate;
  /** How often they are to die of it. */
  deaths: number;
}

/** Everything is answered. */
export function clean(driver: Driver): Run {
  return { name: `${driver.name}, nothing happens`, driver, fate: () => "answered", deaths: 0 };
}

/** The n-th commit is the last that they make, or the first that they do not. */
export function dying(driver: Driver, n: number, how: "dead" | "never", rest: Run["fate"] = answered): Run {
  const fate = (at: number) => at === n ? how : rest(at);
  return { name: `${driver.name}, ${how} at commit ${n}`, driver, fate, deaths: 1 };
}

/** Every second answer is lost, in one way or the other. */
export function losing(driver: Driver): Run {
  return { name: `${driver.name}, answers are lost`, driver, fate: lossy, deaths: 0 };
}

/** Every second answer is lost, in one way or the other. */
export function lossy(n: number): CommitFate {
  return n % 2 === 0 ? "answered" : n % 4 === 1 ? "lost" : "torn";
}

function answered(): CommitFate {
  return "answered";
}

/**
 * Plays all runs, several at a time, and compares what each leaves with what the first leaves. Looked at when all are
 * over: looking moves the clock of all.
 */
export async function endAlike(t: Deno.TestContext, runs: readonly Run[]): Promise<void> {
  await using all = new AsyncDisposableStack();
  const seeded = all.use(await seed());
  const worlds = new Map<Run, World>();
  await atOnce(4, runs, async (run) => {
    const world = all.use(await openWorld(seeded, run.driver));
    const played = await playThrough(world, regrouping.play, run.fate);
    strictEqual(played.deaths, run.deaths, `${run.name}: ${played.commits} commits`);
    worlds.set(run, world);
  });
  let expected: FinalState | null = null;
  for (const run of runs) {
    await t.step(run.name, async () => {
      const state = await finalState(worlds.get(run)!.dir);
      deepStrictEqual(state, expected ??= state);
    });
  }
}
