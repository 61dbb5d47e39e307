import type { Guard } from "../../domain/write.ts";
import type { Change } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import type { Stored } from "../../kv/read.ts";
import { GuardMissing, guardName, type GuardValue, nameOf, readGuards } from "../../kv/write.ts";
import type { Effect, Unit } from "../job.ts";
import { assertHeld, type Execution, fence, throwIfSliced, throwIfStopped } from "./execution.ts";
import { guardsOf, unique, withinGuards } from "./guards.ts";
import { type Loaded, type Pack, packUnits } from "./pack.ts";
import type { Checkpoint } from "./records.ts";

/** How many units are held: what a commit of light ones takes (LIMITS.mutations), and several commits of heavy ones. */
const HELD_UNITS = 256;

/** As long as so many are left, none are read: reading many at once costs less than reading a few again and again. */
const ENOUGH_UNITS = 128;

/** After so many lost races a commit takes one unit only, so that a busy group cannot starve the job. */
const RACES_BEFORE_SINGLE = 5;

/** Nobody is moved so often: the operation is wrong about what its changes rest on. */
const MAX_MOVES = 50;

/** What the next commit is made of. */
interface Ready<U, Current> {
  pack: Pack;
  /** Read, but not in the pack. */
  rest: Loaded<U, Current>[];
  /** The unit after those that were read. */
  ahead: number;
  /** Names of the guards that the commit before did not set. */
  fresh: ReadonlySet<string>;
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
  /** Reads what follows `held`, at most `count` units: the guards first, so that who writes in between is noticed. */
  async function gather(
    from: number,
    count: number,
    held: Loaded<U, Current>[],
    known: Stored<GuardValue>[],
  ) {
    const slice = units.slice(from, from + count);
    const named = slice.length === 0 ? [] : await guardsOf(effect, slice);
    const heldGuards = unique(held.flatMap(({ guards }) => guards));
    const taken = withinGuards(named, heldGuards);
    const needed = unique([...heldGuards, ...named.slice(0, taken).flat()]);
    const carried = new Map(known.map((guard) => [nameOf(guard.key), guard]));
    const read = await readGuards(x.kv, needed.filter((guard) => !carried.has(guardName(guard))));
    const fresh = new Map(read.map((guard) => [nameOf(guard.key), guard]));
    const more = taken === 0 ? [] : await load(slice.slice(0, taken), named, effect);
    const guards = needed.map((guard) => carried.get(guardName(guard)) ?? fresh.get(guardName(guard))!);
    return { loaded: [...held, ...more], guards, ahead: from + taken, fresh: new Set(fresh.keys()) };
  }

  async function start(from: number, count: number): Promise<Ready<U, Current>> {
    return pack(x.checkpoint, await gather(from, count, [], []));
  }

  /**
   * Reads and packs what follows `ready` while that is written. Its guards are the ones that the commit leaves, so it
   * holds when the commit does; when the commit fails it is thrown away.
   */
  async function follow({ pack: before, rest, ahead }: Ready<U, Current>): Promise<Ready<U, Current>> {
    const more = rest.length < ENOUGH_UNITS ? HELD_UNITS - rest.length : 0;
    return pack(before.checkpoint, await gather(ahead, more, rest, before.guards));
  }

  function pack(
    checkpoint: Checkpoint,
    { loaded, guards, ahead, fresh }: Awaited<ReturnType<typeof gather>>,
  ): Ready<U, Current> {
    const next = packUnits(x, checkpoint, loaded, guards, effect);
    return { pack: next, rest: loaded.slice(next.count), ahead, fresh };
  }

  let from = 0;
  let races = 0;
  let ready = start(0, HELD_UNITS);
  while (from < units.length) {
    throwIfStopped(x);
    const present = await unlessMoved(ready, races);
    if (present) {
      const committing = commit(x, present.pack);
      const following = follow(present);
      following.catch(() => {});
      const result = await committing;
      if (result.ok) {
        from += present.pack.count;
        races = 0;
        x.checkpoint = present.pack.checkpoint;
        x.stored = present.pack.checkpoint;
        x.report({ done: x.checkpoint.done, total: x.checkpoint.total });
        if (from < units.length) throwIfSliced(x);
        ready = following.then((next) => stamped(next, result.versionstamp));
        ready.catch(() => {});
        continue;
      }
    }
    await assertHeld(x);
    races++;
    ready = start(from, races > RACES_BEFORE_SINGLE ? 1 : HELD_UNITS);
    ready.catch(() => {});
  }
}

/** Null when somebody was moved to another group between the reading of guards and of people: a race like others. */
async function unlessMoved<T>(ready: Promise<T>, races: number): Promise<T | null> {
  try {
    return await ready;
  } catch (error) {
    if (error instanceof GuardMissing && races < MAX_MOVES) return null;
    throw error;
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

/** The guards that the commit set carry its versionstamp. */
function stamped<R extends { pack: Pack; fresh: ReadonlySet<string> }>(ready: R, versionstamp: string): R {
  const guards = ready.pack.guards.map((guard) =>
    ready.fresh.has(nameOf(guard.key)) ? guard : { ...guard, versionstamp }
  );
  return { ...ready, pack: { ...ready.pack, guards } };
}

async function load<U extends Unit, Current>(
  units: readonly U[],
  guards: readonly (readonly Guard[])[],
  effect: Effect<U, Current>,
): Promise<Loaded<U, Current>[]> {
  const currents = await effect.read(units.filter((unit) => !unit.problem));
  let i = 0;
  return units.map((unit, n) => ({
    unit,
    current: unit.problem ? undefined : currents[i++],
    guards: guards[n] ?? [],
  }));
}
