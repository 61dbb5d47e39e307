import { dirname } from "node:path";
import { openDatabase, openRemote } from "../kv/open.ts";
import type { Config } from "./config.ts";

/** The databases of a process. Where there is one database for all, the three are one handle. */
export interface Handles {
  /** The one that commits records. */
  writer: Deno.Kv;
  /** Reads records. */
  kv: Deno.Kv;
  /** Chunks of files. */
  blobKv: Deno.Kv;
}

/** What the place offers where this process runs (design §4.2 "Places"). */
export interface Place {
  kind: "host" | "connect" | "edge";
  open(): Promise<Handles>;
  /** Deno KV's queue rings; without it the tick finds everything. */
  queue: boolean;
  /** Where lock files lie; null: beats alone tell who lives. */
  lockDir: string | null;
  /** True: operations run in Web Workers; false: in this thread. */
  workers: boolean;
  /** A claim ends with a hand-back after so long (ms); null: never. */
  sliceMs: number | null;
  /** Woken by requests and Deno.cron; at rest meanwhile. */
  wakes: boolean;
}

/** A claim on the edge: an isolate may be stopped at any time, so little may hang on one. */
const SLICE_MS = 20_000;

/** Where this process runs, as its environment says. */
export function placeOf(config: Config): Place {
  switch (config.place) {
    case "host":
      return hostOf(config);
    case "connect":
      return connectOf(config.kvUrl!);
    case "edge":
      return EDGE;
  }
}

/** Two files of this machine, its file system, its threads. */
function hostOf({ kvPath, blobPath }: Pick<Config, "kvPath" | "blobPath">): Place {
  return {
    kind: "host",
    async open() {
      await Deno.mkdir(dirname(kvPath), { recursive: true });
      // All handles at once: opening one later makes the queue deliver everything that runs again (kv.md §2).
      const [writer, kv, blobKv] = await Promise.all([kvPath, kvPath, blobPath].map(openDatabase));
      return { writer: writer!, kv: kv!, blobKv: blobKv! };
    },
    queue: true,
    lockDir: `${dirname(kvPath)}/owners`,
    workers: true,
    sliceMs: null,
    wakes: false,
  };
}

/** A database behind the network, shared with other machines: no queue, and nobody's locks can be tried. */
function connectOf(url: string): Place {
  return {
    kind: "connect",
    open: () => together(url),
    queue: false,
    lockDir: null,
    workers: true,
    sliceMs: null,
    wakes: false,
  };
}

/** Deno Deploy: its own database, one thread, no file system, and isolates that may stop. */
const EDGE: Place = {
  kind: "edge",
  open: () => together(),
  queue: false,
  lockDir: null,
  workers: false,
  sliceMs: SLICE_MS,
  wakes: true,
};

async function together(url?: string): Promise<Handles> {
  const kv = await openRemote(url);
  return { writer: kv, kv, blobKv: kv };
}
