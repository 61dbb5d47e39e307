import { type Started, startServices } from "../../../web/start.ts";
import { findChaotic } from "../chaos/operations.ts";
import { chaosApp } from "../chaos/routes.ts";
import { type Client, clientOver } from "../client.ts";
import { configFor, type Driver, placeFor } from "./places.ts";
import type { CommitFate } from "./remote_kv.ts";

/** Processes that started together, in this thread. */
export interface Site {
  /** 管理者 of the sample company, asking over HTTP as scripts do; and of the other one. */
  client: Client;
  other: Client;
  /** They die at once, as by kill -9 or with their isolate; what was on its way to the database arrives. */
  die(): Promise<void>;
  /** Resolves when they have died. */
  readonly died: Promise<void>;
  /** The way to the database is cut, or there again; for places that have one. */
  cut(): void;
  mend(): void;
  /** They are told to end (SIGTERM). Nothing where they are dead or have left. */
  leave(): Promise<void>;
}

export interface SiteMeans {
  driver: Driver;
  dir: string;
  cookies: ReadonlyMap<string, string>;
  /** See PlaceMeans. */
  shared: Deno.Kv | null;
  fate?(n: number): CommitFate;
  /** See PlaceMeans. */
  patienceMs?: number;
  monotonic(): number;
}

/** Starts the processes of a place. Sites of one folder are started one after the other. */
export async function startSite(means: SiteMeans): Promise<Site> {
  const { driver, dir, cookies, shared, fate, patienceMs, monotonic } = means;
  const { way, cut, mend } = network();
  const life = { dead: false };
  const death = Promise.withResolvers<void>();
  const handles: Deno.Kv[] = [];
  const locksOfOthers = await locksIn(dir);
  let locks = new Set<string>();
  let up = false;
  let commits = 0;
  let left: Promise<unknown> | null = null;

  async function bury() {
    for (const handle of handles) handle.close();
    for (const name of locks) await unlock(`${dir}/owners/${name}`);
    death.resolve();
  }

  function die() {
    if (!life.dead) void bury();
    life.dead = true;
    return death.promise;
  }

  const place = placeFor({
    driver,
    dir,
    shared,
    life,
    fate: fate && (() => up ? fate(commits++) : "answered"),
    die,
    way,
    patienceMs,
    opened: (kv) => handles.push(kv),
  });
  const started: Started[] = [];
  for (const role of driver.roles) {
    started.push(await startServices(configFor(dir, role), { ...WORK, monotonic }, place));
  }
  locks = (await locksIn(dir)).difference(locksOfOthers);
  up = true;
  const answer = chaosApp(started[0]!.services).handler();
  const clientAt = (host: string) =>
    clientOf({ answer, host, cookie: cookies.get(host)!, died: death.promise });
  return {
    client: clientAt("localhost"),
    other: clientAt("other.localhost"),
    die,
    died: death.promise,
    cut,
    mend,
    async leave() {
      if (!life.dead) await (left ??= Promise.all(started.map(({ stop }) => stop())));
    },
  };
}

const WORK = {
  find: findChaotic,
  worker: new URL("../chaos/worker.ts", import.meta.url),
  sealAfterMs: 0,
  silenceMs: 60_000,
};

/** A way to the database that can be cut. */
function network() {
  let way = Promise.resolve();
  let mend = () => {};
  return {
    way: () => way,
    cut() {
      const cut = Promise.withResolvers<void>();
      [way, mend] = [cut.promise, cut.resolve];
    },
    mend: () => mend(),
  };
}

interface Asking {
  answer(request: Request): Promise<Response>;
  host: string;
  cookie: string;
  died: Promise<void>;
}

/** Somebody who asks over HTTP, and whose connection breaks off when the process dies. */
function clientOf({ answer, host, cookie, died }: Asking): Client {
  return clientOver((path, init = {}) => {
    const headers = new Headers({ accept: "application/json", cookie });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const gone = died.then(() => Promise.reject(new TypeError("the process died")));
    return Promise.race([answer(new Request(`http://${host}${path}`, { ...init, headers })), gone]);
  }, cookie);
}

async function locksIn(dir: string): Promise<Set<string>> {
  const names = new Set<string>();
  try {
    for await (const { name } of Deno.readDir(`${dir}/owners`)) names.add(name);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names;
}

/** What the kernel does for a process that died: leaves a lock that anybody can take. */
async function unlock(path: string) {
  await Deno.remove(path);
  await Deno.writeTextFile(path, "");
}
