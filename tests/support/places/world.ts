import { sysKeys } from "../../../kv/keys.ts";
import { until } from "../until.ts";
import { blobPath, type Driver } from "./places.ts";
import { copyFiles, type Seed } from "./seed.ts";
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

/**
 * A dead process's jobs go on at once where its lock can be taken, and where beats alone tell who lives within 20 s
 * (R4), some of which the successor needs to notice.
 */
const GOES_ON_MS = { host: 0, connect: 16_000, edge: 16_000 };

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
