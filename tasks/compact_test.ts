import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { committerOf } from "../kv/commit.ts";
import type { Files } from "../kv/files/files.ts";
import { openInput } from "../kv/files/open.ts";
import { allBytes, publishedFile, someBytes, TENANT, tick, TTL_MS } from "../kv/files/testing.ts";
import { newRingEntry, parseKeyring } from "../kv/keyring.ts";
import { compactCommand } from "./compact.ts";

const MB = 1024 * 1024;
const RING = parseKeyring(newRingEntry("test"));

/** Two database files in a folder of their own, and a clock that moves when told. */
async function workbench() {
  const dir = await Deno.makeTempDir();
  const [records, blobs] = [`${dir}/nencho.db`, `${dir}/nencho-blobs.db`];
  let time = Date.UTC(2026, 10, 2, 1);
  const restore = setClock({ now: () => time });
  return {
    dir,
    pass: (ms: number) => void (time += ms),
    async open(): Promise<Files & Disposable> {
      const [kv, blobKv] = await Promise.all([Deno.openKv(records), Deno.openKv(blobs)]);
      const close = () => [kv, blobKv].forEach((handle) => handle.close());
      return { kv, blobKv, committer: committerOf(kv), keyring: RING, [Symbol.dispose]: close };
    },
    compact(...args: string[]) {
      const lines: string[] = [];
      const code = compactCommand(args, { DENO_KV_PATH: records }, (text) => lines.push(text));
      return { code, text: lines.join("\n") };
    },
    /** Bytes of everything in the folder, write-ahead logs included. */
    size: () =>
      [...Deno.readDirSync(dir)].reduce((sum, { name }) => sum + Deno.statSync(`${dir}/${name}`).size, 0),
    async [Symbol.asyncDispose]() {
      restore();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

Deno.test("what was shredded is given back to the disk, and what is left can be read", async () => {
  await using bench = await workbench();
  const kept = someBytes(2 * MB);
  {
    using files = await bench.open();
    await publishedFile(files, [[someBytes(20 * MB)]], { id: "old" });
    bench.pass(TTL_MS - 1);
    await publishedFile(files, [[kept]], { id: "new", purpose: "input" });
    bench.pass(1);
    await tick(files);
  }
  const before = bench.size();
  assert.ok(before > 20 * MB, "shredding alone gives nothing back");
  const { code, text } = bench.compact();
  assert.equal(code, 0, text);
  assert.match(text, /nencho-blobs\.db: 2\d(\.\d)?MB → 2(\.\d)?MB/);
  assert.ok(bench.size() < 3 * MB, `${bench.size()}`);
  using files = await bench.open();
  const { body } = await openInput(files, TENANT, "new");
  assert.deepEqual(await allBytes(body), kept);
  await files.kv.set(["after"], 1);
});

Deno.test("it touches nothing that somebody has open, whichever of the two, with or without a lock file", async () => {
  await using bench = await workbench();
  (await bench.open())[Symbol.dispose]();
  for (const file of ["nencho.db", "nencho-blobs.db"]) {
    using kv = await Deno.openKv(`${bench.dir}/${file}`);
    await kv.set(["x"], 1);
    const { code, text } = bench.compact();
    assert.equal(code, 1);
    assert.match(text, /A running server has these databases open\.\nStop the server/);
    await kv.set(["x"], 2);
  }
  Deno.mkdirSync(`${bench.dir}/owners`);
  using lock = Deno.openSync(`${bench.dir}/owners/x.lock`, { write: true, create: true });
  lock.lockSync(true);
  assert.equal(bench.compact().code, 1);
  lock.unlockSync();
  assert.equal(bench.compact().code, 0);
});

Deno.test("without a database, or with words that it does not know, it says what it is for", async () => {
  await using bench = await workbench();
  assert.match(bench.compact().text, /There is no database at .*nencho\.db/);
  const { code, text } = bench.compact("--now");
  assert.equal(code, 1);
  assert.match(text, /deno task compact/);
});

Deno.test("a database behind the network is none of its business", () => {
  const lines: string[] = [];
  const env = { DENO_KV_URL: "https://kv.example", ENCRYPTION_KEY: newRingEntry("k1") };
  assert.equal(compactCommand([], env, (text) => lines.push(text)), 1);
  assert.match(lines.join(), /DENO_KV_URL/);
});
