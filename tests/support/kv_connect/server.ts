import {
  type AtomicWrite,
  atomicWriteOutput,
  readAtomicWrite,
  type ReadRange,
  readSnapshotRead,
  snapshotReadOutput,
} from "./messages.ts";
import type { Bound } from "./keys.ts";

/** What the data path is asked for. */
export type DataCall = "snapshot_read" | "atomic_write";

/**
 * What becomes of a call. Deno's client repeats by itself, for ever, what was `refused` (503, nothing done) or `lost`
 * (done, and answered with 500, or not at all). Of a checked write that was `lost` it is told `{ ok: false }`, although
 * it was its own write that moved the key. What was `torn` (done, the body of the answer breaks off) it throws. `hung` never
 * answers: a network that is gone.
 */
export type Fate = "answered" | "refused" | "lost" | "torn" | "hung";

/** A KV Connect server on loopback, over an embedded database. */
export interface KvServer extends AsyncDisposable {
  /** For `Deno.openKv`. */
  readonly url: string;
  /** The database behind it. */
  readonly kv: Deno.Kv;
  /** Calls so far. */
  readonly calls: Readonly<Record<DataCall, number>>;
  /** What becomes of calls from now on. */
  fate(of: (call: DataCall) => Fate): void;
}

/** What every client of these servers has in `DENO_KV_ACCESS_TOKEN`: one process has one. */
export const KV_TOKEN = "token-of-the-tests";

const VERSION = 3;
const DAY_MS = 86_400_000;

/** Serves the database file at `path`, in memory unless given, to clients that know the token. */
export async function startKvServer({ path = ":memory:" }: { path?: string } = {}): Promise<KvServer> {
  const kv = await Deno.openKv(path);
  const database = crypto.randomUUID();
  const calls = { snapshot_read: 0, atomic_write: 0 };
  const gone = Promise.withResolvers<void>();
  let fateOf = (_: DataCall): Fate => "answered";

  async function exchange(request: Request): Promise<Response> {
    const { supportedVersions = [1] } = await request.json().catch(() => ({}));
    if (!supportedVersions.includes(VERSION)) return wrong(`the server speaks version ${VERSION}`);
    return Response.json({
      version: VERSION,
      databaseId: database,
      endpoints: [{ url: "/data", consistency: "strong" }],
      token: KV_TOKEN,
      expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
    });
  }

  async function call(name: DataCall, request: Request): Promise<Response> {
    if (request.headers.get("x-denokv-database-id") !== database) return wrong("another database");
    calls[name]++;
    const fate = fateOf(name);
    if (fate === "refused") return new Response("not now", { status: 503 });
    if (fate === "hung") await gone.promise;
    const answer = await (name === "snapshot_read" ? snapshotRead : atomicWrite)(kv, await request.bytes());
    if (fate === "lost") return new Response("the answer was lost", { status: 500 });
    const headers = { "content-type": "application/x-protobuf", "content-length": String(answer.length) };
    // A byte less than the head promised: the body breaks off.
    return new Response(fate === "torn" ? answer.subarray(1) : answer, { headers });
  }

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.headers.get("authorization") !== `Bearer ${KV_TOKEN}`) {
      return new Response("unknown token", { status: 401 });
    }
    if (pathname === "/") return await exchange(request);
    const [, name] = /^\/data\/(snapshot_read|atomic_write)$/.exec(pathname) ?? [];
    if (!name) return new Response("not found", { status: 404 });
    try {
      return await call(name as DataCall, request);
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return wrong(error.message);
      throw error;
    }
  }

  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handle);
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    kv,
    calls,
    fate: (of) => void (fateOf = of),
    async [Symbol.asyncDispose]() {
      gone.resolve();
      await server.shutdown();
      kv.close();
    },
  };
}

function wrong(what: string): Response {
  return new Response(what, { status: 400 });
}

async function snapshotRead(kv: Deno.Kv, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const ranges = readSnapshotRead(bytes);
  if (ranges.length === 1) return snapshotReadOutput([await listed(kv, ranges[0]!)]);
  // Several ranges are the keys of one getMany: read together, as one snapshot.
  const entries = await kv.getMany(ranges.map(({ start }) => start.key));
  return snapshotReadOutput(entries.map((entry) => entry.versionstamp === null ? [] : [entry]));
}

function listed(kv: Deno.Kv, range: ReadRange): Promise<Deno.KvEntry<unknown>[]> {
  const { limit, reverse } = range;
  return Array.fromAsync(kv.list(selectorOf(range), { limit, reverse, batchSize: Math.min(limit, 500) }));
}

/** The smallest key behind this one begins with it and goes on with an empty part. */
function after({ key, side }: Bound): Deno.KvKey {
  return side === "at" ? key : [...key, new Uint8Array()];
}

function selectorOf({ start, end }: ReadRange): Deno.KvListSelector {
  if (start.side === "beyond") throw new RangeError("a range that begins behind a prefix");
  if (end.side !== "beyond") return { start: after(start), end: after(end) };
  const whole = start.side === "after" && start.key.length === end.key.length;
  return whole ? { prefix: end.key } : { prefix: end.key, start: after(start) };
}

async function atomicWrite(kv: Deno.Kv, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { checks, mutations }: AtomicWrite = readAtomicWrite(bytes);
  return atomicWriteOutput(await kv.atomic().check(...checks).mutate(...mutations).commit());
}
