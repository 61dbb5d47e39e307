import { strictEqual } from "node:assert/strict";
import { newRingEntry } from "../../../kv/keyring.ts";
import { startServices } from "../../../web/start.ts";
import { chaosApp } from "../chaos/routes.ts";
import { PASSWORD } from "../client.ts";
import { blobPath, configFor, HOST, placeFor } from "./places.ts";

/** The sample company and sessions of both 管理者, to be copied for each world. */
export interface Seed extends AsyncDisposable {
  /** Records and files in two databases. */
  host: string;
  /** The same in one. */
  remote: string;
  /** By host. */
  cookies: ReadonlyMap<string, string>;
}

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

/** Copies the files of a folder, without its folders. */
export async function copyFiles(from: string, to: string) {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
