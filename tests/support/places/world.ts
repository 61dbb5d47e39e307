import { strictEqual } from "node:assert/strict";
import { newRingEntry } from "../../../kv/keyring.ts";
import { sysKeys } from "../../../kv/keys.ts";
import { startServices } from "../../../web/start.ts";
import { chaosApp } from "../chaos/routes.ts";
import { PASSWORD } from "../client.ts";
import { until } from "../until.ts";
import { blobPath, configFor, type Driver, HOST, placeFor } from "./places.ts";
import { type Site, type SiteMeans, startSite } from "./site.ts";

/** A database, the clock of leases, and the sites that come and go. */
export interface World extends AsyncDisposable {
  readonly driver: Driver;
  readonly dir: string;
  /** Look at what is stored, beside them: records, and chunks. */
  readonly kv: Deno.Kv;
  readonly blobKv: Deno.Kv;
  /** Starts processes. `fate` decides over the n-th commit, from 0, that they make once they are up. */
  start(more?: Pick<SiteMeans, "fate" | "patienceMs">): Promise<Site>;
  /** Starts processes after others have died, and lets so much time pass as their jobs may wait at most (R4). */
  successor(): Promise<Site>;
  /** Moves the clock of leases on. */
  pass(ms: number): void;
  /** Waits until the beat of every living owner has moved on. */
  beaten(): Promise<void>;
}

/** The sample company and sessions of both 管理者, to be copied for each world. */
export interface Seed extends AsyncDisposable {
  /** Records and files in two databases. */
  host: string;
  /** The same in one. */
  remote: string;
  /** By host. */
  cookies: ReadonlyMap<string, string>;
}

/**
 * A dead process's jobs go on at once where its lock can be taken, and where beats alone tell who lives within 20 s
 * (R4), some of which the successor needs to notice.
 */
const GOES_ON_MS = { host: 0, connect: 16_000, edge: 16_000 };

const ADMINS = [["localhost", "admin@sample.example"], ["other.localhost", "admin@other.example"]] as const;

/** Makes the company on a host, and holds the same in one database. */
export async function seed(): Promise<Seed> {
  const dir = await Deno.makeTempDir({ prefix: "nencho-seed-" });
  const [host, remote] = [`${dir}/host`, `${dir}/remote`];
  await Deno.mkdir(host);
  await Deno.writeTextFile(`${host}/dev.key`, newRingEntry("test"));
  const place = placeFor({ driver: HOST, dir: host, shared: null, life: { dead: false } });
  const { services, stop } = await startServices(configFor(host, "all", true), undefined, place);
  const answer = chaosApp(services).handler();
  const cookies = new Map<string, string>();
  for (const [at, email] of ADMINS) {
    const body = new URLSearchParams({ email, password: PASSWORD });
    const headers = { accept: "application/json" };
    const response = await answer(new Request(`http://${at}/login`, { method: "POST", headers, body }));
    strictEqual(response.status, 200, await response.text());
    cookies.set(at, response.headers.getSetCookie().map((one) => one.split(";")[0]).join("; "));
  }
  await stop();
  await copyFiles(host, remote);
  await Deno.remove(blobPath(remote));
  using one = await Deno.openKv(`${remote}/nencho.db`);
  using chunks = await Deno.openKv(blobPath(host));
  for await (const { key, value } of chunks.list({ prefix: [] }, { batchSize: 8 })) await one.set(key, value);
  return { host, remote, cookies, [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }) };
}

async function copyFiles(from: string, to: string) {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** A world of this place that begins with a copy of `seed`. */
export async function openWorld(seed: Seed, driver: Driver): Promise<World> {
  const { cookies } = seed;
  const dir = await Deno.makeTempDir({ prefix: "nencho-place-" });
  await copyFiles(driver.kind === "host" ? seed.host : seed.remote, dir);
  const kv = await Deno.openKv(`${dir}/nencho.db`);
  const host = driver.kind === "host";
  const blobKv = host ? await Deno.openKv(blobPath(dir)) : kv;
  const sites = new Set<Site>();
  let passed = 0;

  async function start(more: Pick<SiteMeans, "fate" | "patienceMs"> = {}): Promise<Site> {
    const site = await startSite({
      driver,
      dir,
      cookies,
      shared: host ? null : kv,
      ...more,
      monotonic: () => performance.now() + passed,
    });
    sites.add(site);
    return site;
  }

  return {
    driver,
    dir,
    kv,
    blobKv,
    start,
    async successor() {
      // Its first look is over then.
      const site = await start();
      passed += GOES_ON_MS[driver.kind];
      return site;
    },
    pass: (ms) => void (passed += ms),
    async beaten() {
      const before = await beats(kv);
      await until("a beat of everybody", async () => {
        const now = await beats(kv);
        return [...before].every(([owner, n]) => now.get(owner) !== n);
      });
    },
    async [Symbol.asyncDispose]() {
      for (const site of sites) await site.leave();
      for (const handle of new Set([kv, blobKv])) handle.close();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

async function beats(kv: Deno.Kv): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { key, versionstamp } of kv.list({ prefix: sysKeys.beat("").slice(0, -1) })) {
    found.set(String(key.at(-1)), versionstamp);
  }
  return found;
}
