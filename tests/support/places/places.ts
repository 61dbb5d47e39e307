import { patient } from "../../../kv/unreachable.ts";
import { readConfig } from "../../../web/config.ts";
import type { Place } from "../../../web/place.ts";
import { type CommitFate, type Life, mortalKv, remoteKv } from "./remote_kv.ts";

/** One of the places that the product runs at, and the processes it is made of there. */
export interface Driver {
  name: string;
  kind: Place["kind"];
  roles: readonly ("all" | "web" | "worker")[];
}

export const HOST: Driver = { name: "one process on a host", kind: "host", roles: ["all"] };
export const APART: Driver = {
  name: "web and worker apart on a host",
  kind: "host",
  roles: ["web", "worker"],
};
export const CONNECT: Driver = { name: "KV Connect", kind: "connect", roles: ["all"] };
export const EDGE: Driver = { name: "the edge", kind: "edge", roles: ["all"] };

/** All places. */
export const DRIVERS: readonly Driver[] = [HOST, APART, CONNECT, EDGE];

/** A new claim so often on the edge of these tests, so that every longer job is cut up. */
const SLICE_MS = 250;

/** How long a call takes on its way to a database elsewhere. */
export const DELAY_MS = 5;

/** Where the databases are, and what becomes of the process that opens them. */
export interface PlaceMeans {
  driver: Driver;
  dir: string;
  /** The database of all where it is behind a network; null: files of the host, which each process opens. */
  shared: Deno.Kv | null;
  life: Life;
  delayMs?: number;
  fate?(): CommitFate;
  die?(): void;
  way?(): Promise<void>;
  /** How long a call is waited for; as the product does unless given. */
  patienceMs?: number;
  /** Hears of handles that are the process's own. */
  opened?(kv: Deno.Kv): void;
}

/** What a place offers a process. */
export function placeFor(means: PlaceMeans): Place {
  return means.shared ? remotePlace(means, means.shared) : hostPlace(means);
}

// A Web Worker has handles of its own, which nobody could cut off; tests/chaos has them, and kills for good.
const workers = false;

function hostPlace({ driver, dir, life, fate, die, opened }: PlaceMeans): Place {
  async function open(path: string) {
    const kv = await Deno.openKv(path);
    opened?.(kv);
    return mortalKv(remoteKv(kv, { delayMs: 0, queue: true, fate, die }), life);
  }
  return {
    kind: driver.kind,
    async open() {
      const records = `${dir}/nencho.db`;
      const [writer, kv, blobKv] = [await open(records), await open(records), await open(blobPath(dir))];
      return { writer, kv, blobKv };
    },
    queue: true,
    lockDir: `${dir}/owners`,
    workers,
    sliceMs: null,
    wakes: false,
  };
}

function remotePlace(means: PlaceMeans, shared: Deno.Kv): Place {
  const { driver, life, delayMs = DELAY_MS, patienceMs, ...network } = means;
  return {
    kind: driver.kind,
    open() {
      const remote = patient(remoteKv(shared, { ...network, delayMs }), patienceMs);
      const kv = mortalKv(Object.assign(remote, { close() {} }), life);
      return Promise.resolve({ writer: kv, kv, blobKv: kv });
    },
    queue: false,
    lockDir: null,
    workers,
    sliceMs: driver.kind === "edge" ? SLICE_MS : null,
    wakes: driver.kind === "edge",
  };
}

/** Where a host keeps files. */
export function blobPath(dir: string): string {
  return `${dir}/nencho-blobs.db`;
}

/** Of the sample company. */
const EMPLOYEES = 100;

/** How a process of these tests is configured, but for its place. `seeds`: it makes the sample company. */
export function configFor(dir: string, role: string, seeds = false) {
  return readConfig({
    DENO_KV_PATH: `${dir}/nencho.db`,
    SAMPLE_COMPANY: seeds ? "on" : "off",
    SAMPLE_EMPLOYEES: String(EMPLOYEES),
    JOB_CONCURRENCY: "1",
    NENCHO_ROLE: role,
  });
}
