import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { sysKeys } from "../kv/keys.ts";
import type { App } from "./support/app.ts";
import { restartChaos, seededFolder, startChaos, stubborn } from "./support/chaos/app.ts";
import { finalState } from "./support/chaos/final_state.ts";
import { cleanRun } from "./support/chaos/kill_at.ts";
import { importing } from "./support/chaos/scenarios.ts";
import { spawn } from "./support/child.ts";

/** `deno task backup`, as an administrator runs it beside the server. */
async function backup(kvPath: string, folder: string) {
  const child = spawn(Deno.execPath(), ["run", "-A", "tasks/backup.ts", folder], {
    env: { DENO_KV_PATH: kvPath },
  });
  const { code } = await child.exited;
  strictEqual(code, 0, child.lines.join("\n"));
  match(child.lines.join(), /nencho-blobs\.db: .*,.*nencho\.db: /);
}

/** As docs/operations.md says: what lies there goes away, write-ahead logs too, and the copies take its place. */
async function restore({ dir }: App, folder: string) {
  for await (const { name } of Deno.readDir(dir)) {
    if (/^nencho(-blobs)?\.db/.test(name)) await Deno.remove(`${dir}/${name}`);
  }
  for (const name of ["nencho.db", "nencho-blobs.db"]) {
    await Deno.copyFile(`${folder}/${name}`, `${dir}/${name}`);
  }
}

/** How many jobs are open in a copy, which is not changed by looking. */
async function openJobs(path: string): Promise<number> {
  const look = await Deno.makeTempFile();
  await Deno.copyFile(path, look);
  using kv = await Deno.openKv(look);
  return (await Array.fromAsync(kv.list({ prefix: sysKeys.opens() }))).length;
}

Deno.test("a copy that was made in the middle of an import goes on to the end of a clean run", async () => {
  await using seeded = await seededFolder();
  const clean = await cleanRun(seeded, importing);
  await using app = await startChaos({ from: seeded.dir, env: { NENCHO_FAILPOINT: "pass:after" } });
  const folder = `${app.dir}/copy`;
  const restored = app.line(/^failpoint pass:after$/).then(async () => {
    await backup(`${app.dir}/nencho.db`, folder);
    strictEqual(await openJobs(`${folder}/nencho.db`), 1);
    await app.kill("SIGKILL");
    await restore(app, folder);
    await restartChaos(app);
  });
  await Promise.all([restored, importing.play(stubborn(app, seeded.cookie), app)]);
  await app.kill("SIGTERM");
  await Deno.remove(folder, { recursive: true });
  deepStrictEqual(await finalState(app.dir), clean);
});

Deno.test("a copy is of one moment, whoever writes, and writers do not wait for it", async () => {
  const dir = await Deno.makeTempDir();
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  using _blobKv = await Deno.openKv(`${dir}/nencho-blobs.db`);
  for (let i = 0; i < 300; i++) await kv.set(["filling", i], new Uint8Array(60_000));
  let n = 0;
  let over = false;
  const copying = backup(`${dir}/nencho.db`, `${dir}/copy`).finally(() => over = true);
  // The same number at both ends of the file: a copy of two moments would show two.
  for (; !over; n++) await kv.atomic().set(["a"], n).set(["z"], n).commit();
  await copying;
  using copy = await Deno.openKv(`${dir}/copy/nencho.db`);
  const [a, z] = await copy.getMany<[number, number]>([["a"], ["z"]]);
  strictEqual(a.value, z.value);
  ok(a.value! < n - 1, "they wrote on while it read");
  await Deno.remove(dir, { recursive: true });
});
