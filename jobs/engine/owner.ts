import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import { type Change, type Committer, type Mutation, remove } from "../../kv/commit.ts";
import { sysKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";
import { beatSchema, ownerSchema } from "./records.ts";

/** How often a process says that it lives, and how long silence lasts before it counts as dead. */
export const BEAT_MS = 5_000;
export const SILENCE_MS = 15_000;

/** This process as others see it, and what it sees of them. */
export interface Living {
  id: string;
  isDead(owner: string): Promise<boolean>;
}

/** Where nobody can try its lock, the traces of a process that is gone disappear by themselves. */
const TRACES_TTL_MS = 60 * 60 * 1000;

/** This process as a runner of jobs: an id, a file lock while it lives, and a beat. */
export interface Owner {
  id: string;
  /** Renews the sign of life, also after a long rest; unchecked, one for all its jobs. */
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
  const lock = lockDir === null ? null : await takeLock(lockDir, id);
  const record = { v: 1, startedAt: now(), lockFile: lock && lockName(id) };
  const life = lock === null ? { expireIn: TRACES_TTL_MS } : {};
  let n = 0;
  async function tell() {
    const mutations: Mutation[] = [
      { type: "set", key: sysKeys.owner(id), value: record, ...life },
      { type: "set", key: sysKeys.beat(id), value: { v: 1, n, at: now() }, ...life },
    ];
    await committer.commit({ checks: [], mutations });
  }
  await tell();
  return {
    id,
    async beat() {
      n++;
      await tell();
    },
    async leave() {
      await committer.commit(forgetting(id));
      lock?.close();
      if (lockDir !== null) await removeLock(lockDir, id);
    },
  };
}

function forgetting(owner: string): Change {
  return { checks: [], mutations: [remove(sysKeys.owner(owner)), remove(sysKeys.beat(owner))] };
}

async function takeLock(dir: string, owner: string): Promise<Deno.FsFile> {
  await Deno.mkdir(dir, { recursive: true });
  const file = await Deno.open(lockPath(dir, owner), { create: true, write: true });
  await file.lock(true);
  return file;
}

async function removeLock(dir: string, owner: string) {
  await Deno.remove(lockPath(dir, owner)).catch(() => {});
}

/** Beside the database file, which every process of this host opens, whatever path it knows it by. */
function lockPath(dir: string, owner: string): string {
  return `${dir}/${lockName(owner)}`;
}

function lockName(owner: string): string {
  return `${owner}.lock`;
}

/** Tells which owners are dead. One per process: it remembers when it last saw each beat move, by its own clock. */
export interface Mortician {
  isDead(owner: string): Promise<boolean>;
  /** Removes what a dead owner left: its record, its beat and its lock file. */
  bury(owner: string): Promise<void>;
}

/** What a mortician looks at. */
export interface MorticianMeans {
  kv: Deno.Kv;
  committer: Committer;
  /** Where this process finds the lock files; null: it has beats alone. */
  lockDir: string | null;
  /** Milliseconds of a clock that never goes back; tests step it. */
  monotonic: () => number;
}

/** The mortician of this process. */
export function mortician({ kv, committer, lockDir, monotonic }: MorticianMeans): Mortician {
  const seen = new Map<string, { n: number; at: number }>();

  async function isSilent(owner: string): Promise<boolean> {
    const beat = await read(kv, sysKeys.beat(owner), beatSchema);
    const n = beat.value?.n ?? -1;
    const last = seen.get(owner);
    if (!last || last.n !== n) {
      seen.set(owner, { n, at: monotonic() });
      return false;
    }
    return monotonic() - last.at >= SILENCE_MS;
  }

  return {
    async isDead(owner) {
      const { value } = await read(kv, sysKeys.owner(owner), ownerSchema);
      if (!value) return true;
      const free = value.lockFile !== null && lockDir !== null ? isUnlocked(lockPath(lockDir, owner)) : null;
      return free ?? await isSilent(owner);
    },
    async bury(owner) {
      seen.delete(owner);
      await committer.commit(forgetting(owner));
      if (lockDir !== null) await removeLock(lockDir, owner);
    },
  };
}

/**
 * The lock of a living process cannot be taken, even while it is stopped; a killed one's can, at once. Null: there is
 * no such file here, which says nothing: the process may be one of another host.
 */
function isUnlocked(path: string): boolean | null {
  try {
    using file = Deno.openSync(path, { write: true });
    return file.tryLockSync(true);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
