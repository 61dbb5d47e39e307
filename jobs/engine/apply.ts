import type { Change } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { readGuards } from "../../kv/write.ts";
import type { Effect, Unit } from "../job.ts";
import { assertHeld, type Execution, fence, throwIfStopped } from "./execution.ts";
import { type Loaded, type Pack, packUnits } from "./pack.ts";

/** How many units are read at a time; about what fits into one commit. */
const READ_UNITS = 64;

/** After so many lost races a commit takes one unit only, so that a busy group cannot starve the job. */
const RACES_BEFORE_SINGLE = 5;

/** What the next commit is made of. */
interface Ready<U, Current> {
  pack: Pack;
  /** Read, but not in the pack. */
  rest: Loaded<U, Current>[];
  /** The unit after those that were read. */
  ahead: number;
}

/**
 * Changes stored data unit by unit, exactly once: whole units are packed into commits within the limits, each
 * carrying the fence, the guards, the refused rows and the checkpoint (design §4.2 "Effects").
 * Throws JobLost when the fence has moved.
 */
export async function applyUnits<U extends Unit, Current>(
  x: Execution,
  units: readonly U[],
  effect: Effect<U, Current>,
): Promise<void> {
  /** Reads the guards first, then the units from `from`: who writes in between makes the commit fail. */
  async function start(from: number, count: number): Promise<Ready<U, Current>> {
    const guards = await readGuards(x.kv, effect.guards);
    const loaded = await load(units.slice(from, from + count), effect);
    const pack = packUnits(x, x.checkpoint, loaded, guards, effect);
    return { pack, rest: loaded.slice(pack.count), ahead: from + loaded.length };
  }

  /**
   * Reads and packs what follows `ready` while that is written. Its guards are the ones that the commit leaves, so it
   * holds when the commit does; when the commit fails it is thrown away.
   */
  async function follow({ pack, rest, ahead }: Ready<U, Current>): Promise<Ready<U, Current>> {
    const more = await load(units.slice(ahead, ahead + READ_UNITS - rest.length), effect);
    const loaded = [...rest, ...more];
    const next = packUnits(x, pack.checkpoint, loaded, pack.guards, effect);
    return { pack: next, rest: loaded.slice(next.count), ahead: ahead + more.length };
  }

  let from = 0;
  let races = 0;
  let ready = start(0, READ_UNITS);
  while (from < units.length) {
    throwIfStopped(x);
    const present = await ready;
    const { pack } = present;
    const committing = commit(x, pack);
    const following = follow(present);
    following.catch(() => {});
    const result = await committing;
    if (result.ok) {
      from += pack.count;
      races = 0;
      x.checkpoint = pack.checkpoint;
      x.stored = pack.checkpoint;
      x.report({ done: pack.checkpoint.done, total: pack.checkpoint.total });
      ready = following.then((next) => stamped(next, result.versionstamp));
    } else {
      await assertHeld(x);
      races++;
      ready = start(from, races > RACES_BEFORE_SINGLE ? 1 : READ_UNITS);
    }
    ready.catch(() => {});
  }
}

async function commit(x: Execution, { guards, mutations }: Pack) {
  failpoint?.("apply:before");
  const checks = guards.map(({ key, versionstamp }) => ({ key, versionstamp }));
  const change: Change = { checks: [fence(x), ...checks], mutations };
  const result = await x.committer.commit(change, "bulk");
  failpoint?.("apply:after");
  return result;
}

/** The guards carry the versionstamp of the commit that set them all. */
function stamped<R extends { pack: Pack }>(ready: R, versionstamp: string): R {
  const guards = ready.pack.guards.map((guard) => ({ ...guard, versionstamp }));
  return { ...ready, pack: { ...ready.pack, guards } };
}

async function load<U extends Unit, Current>(
  units: readonly U[],
  effect: Effect<U, Current>,
): Promise<Loaded<U, Current>[]> {
  const currents = await effect.read(units.filter((unit) => !unit.problem));
  let i = 0;
  return units.map((unit) => ({ unit, current: unit.problem ? undefined : currents[i++] }));
}
