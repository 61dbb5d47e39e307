import { strictEqual } from "node:assert/strict";
import { newRingEntry } from "../../../kv/keyring.ts";
import { sysKeys } from "../../../kv/keys.ts";
import { startServices } from "../../../web/start.ts";
import { chaosApp } from "../chaos/routes.ts";
import { PASSWORD } from "../client.ts";
import { until } from "../until.ts";
import { blobPath, configFor, type Driver, placeFor } from "./places.ts";
import type { CommitFate } from "./remote_kv.ts";
import { type Site, startSite } from "./site.ts";

/** A database, the clock of leases, and the sites that come and go. */
export interface World extends AsyncDisposable {
  readonly driver: Driver;
  readonly dir: string;
  /** Look at what is stored, beside them: records, and chunks. */
  readonly kv: Deno.Kv;
  readonly blobKv: Deno.Kv;
  /** Starts processes. `fate` decides over their n-th commit, from 0. */
  start(fate?: (n: number) => CommitFate): Promise<Site>;
  /** Moves the clock of leases on. */
  pass(ms: number): void;
  /** How far it was moved. */
  readonly passed: number;
  /** Waits until the beat of every living owner has moved on. */
  beaten(): Promise<void>;
}

/** A folder with the sample company and sessions of both 管理者, to be copied for each world. */
export interface Seed extends AsyncDisposable {
  driver: Driver;
  dir: string;
  /** By host. */
  cookies: ReadonlyMap<string, string>;
}

/** Makes the company as this place holds it: records and files in two databases on a host, elsewhere in one. */
export async function seed(driver: Driver): Promise<Seed> {
  const dir = await Deno.makeTempDir({ prefix: "nencho-place-" });
  await Deno.writeTextFile(`${dir}/dev.key`, newRingEntry("test"));
  const shared = driver.kind === "host" ? null : await Deno.openKv(`${dir}/nencho.db`);
  const place = placeFor({ driver, dir, shared, life: { dead: false }, delayMs: 0 });
  const { services, stop } = await startServices(configFor(dir, "all", true), undefined, place);
  const answer = chaosApp(services).handler();
  const cookies = new Map<string, string>();
  for (
    const [host, email] of [
      ["localhost", "admin@sample.example"],
      ["other.localhost", "admin@other.example"],
    ] as const
  ) {
    const body = new URLSearchParams({ email, password: PASSWORD });
    const headers = { accept: "application/json" };
    const response = await answer(new Request(`http://${host}/login`, { method: "POST", headers, body }));
    strictEqual(response.status, 200, await response.text());
    cookies.set(host, response.headers.getSetCookie().map((one) => one.split(";")[0]).join("; "));
  }
  await stop();
  shared?.close();
  return { driver, dir, cookies, [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }) };
}

/** A world that begins with a copy of `seed`. */
export async function openWorld({ driver, dir: from, cookies }: Seed): Promise<World> {
  const dir = await Deno.makeTempDir({ prefix: "nencho-place-" });
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile) await Deno.copyFile(`${from}/${name}`, `${dir}/${name}`);
  }
  const kv = await Deno.openKv(`${dir}/nencho.db`);
  const host = driver.kind === "host";
  const blobKv = host ? await Deno.openKv(blobPath(dir)) : kv;
  const sites = new Set<Site>();
  let passed = 0;

  return {
    driver,
    dir,
    kv,
    blobKv,
    async start(fate) {
      const site = await startSite({
        driver,
        dir,
        cookies,
        shared: host ? null : kv,
        fate,
        monotonic: () => performance.now() + passed,
      });
      sites.add(site);
      return site;
    },
    pass: (ms) => void (passed += ms),
    get passed() {
      return passed;
    },
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
