import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import { type Committer, remove, set } from "../../kv/commit.ts";
import { sysKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";
import { beatSchema, ownerSchema } from "./records.ts";

/** How often a process says that it lives, and how long silence lasts before it counts as dead. */
export const BEAT_MS = 5_000;
export const SILENCE_MS = 15_000;

/** This process as a runner of jobs: an id, a file lock while it lives, and a beat. */
export interface Owner {
  id: string;
  /** Renews the sign of life; unchecked, one for all its jobs. */
  beat(): Promise<void>;
  /** Lets go of the lock and forgets the owner. */
  leave(): Promise<void>;
}

/**
 * Makes this process an owner. `lockDir` is where lock files lie (beside the database file); null where there is no
 * file system: then beats alone tell who lives.
 */
export async function enrol(committer: Committer, lockDir: string | null): Promise<Owner> {
  const id = ulid();
  const lockFile = lockDir === null ? null : `${lockDir}/${id}.lock`;
  const lock = lockDir === null ? null : await takeLock(lockDir, `${lockDir}/${id}.lock`);
  let n = 0;
  await committer.commit({
    checks: [],
    mutations: [
      set(sysKeys.owner(id), { v: 1, startedAt: now(), lockFile }),
      set(sysKeys.beat(id), { v: 1, n }),
    ],
  });
  return {
    id,
    async beat() {
      n++;
      await committer.commit({ checks: [], mutations: [set(sysKeys.beat(id), { v: 1, n })] });
    },
    async leave() {
      await committer.commit({
        checks: [],
        mutations: [remove(sysKeys.owner(id)), remove(sysKeys.beat(id))],
      });
      lock?.close();
      if (lockFile) await Deno.remove(lockFile).catch(() => {});
    },
  };
}

async function takeLock(dir: string, path: string): Promise<Deno.FsFile> {
  await Deno.mkdir(dir, { recursive: true });
  const file = await Deno.open(path, { create: true, write: true });
  await file.lock(true);
  return file;
}

/** Tells which owners are dead. One per process: it remembers when it last saw each beat move, by its own clock. */
export interface Mortician {
  isDead(owner: string): Promise<boolean>;
}

/** @param monotonic milliseconds of a clock that never goes back; tests step it */
export function mortician(kv: Deno.Kv, monotonic: () => number = () => performance.now()): Mortician {
  const seen = new Map<string, { n: number; at: number }>();
  return {
    async isDead(owner) {
      const { value } = await read(kv, sysKeys.owner(owner), ownerSchema);
      if (!value) return true;
      if (value.lockFile !== null) return isUnlocked(value.lockFile);
      const beat = await read(kv, sysKeys.beat(owner), beatSchema);
      const last = seen.get(owner);
      const n = beat.value?.n ?? -1;
      if (!last || last.n !== n) {
        seen.set(owner, { n, at: monotonic() });
        return false;
      }
      return monotonic() - last.at > SILENCE_MS;
    },
  };
}

/** The lock of a living process cannot be taken, even while it is stopped; a killed one's can, at once. */
function isUnlocked(path: string): boolean {
  try {
    using file = Deno.openSync(path, { write: true });
    return file.tryLockSync(true);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return true;
    throw error;
  }
}
