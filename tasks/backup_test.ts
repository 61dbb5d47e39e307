import assert from "node:assert/strict";
import { openInput } from "../kv/files/open.ts";
import { allBytes, publishedFile, someBytes, TENANT, testFiles, tick, TTL_MS } from "../kv/files/testing.ts";
import { newRingEntry } from "../kv/keyring.ts";
import { backupCommand, copyDatabase } from "./backup.ts";

const MB = 1024 * 1024;

/** Two databases with a file, and the command on them. */
async function workbench() {
  const files = await testFiles();
  const kept = someBytes(MB);
  await publishedFile(files, [[kept]], { id: "kept", purpose: "input" });
  const { folder } = files;
  const env = { DENO_KV_PATH: `${folder}/records.db`, DENO_KV_BLOB_PATH: `${folder}/blobs.db` };
  return {
    files,
    folder,
    kept,
    async backup(...args: string[]) {
      const lines: string[] = [];
      const code = await backupCommand(args, env, (text) => lines.push(text));
      return { code, text: lines.join("\n") };
    },
    /** What is stored in the copies of `folder`. */
    async copies(folder: string) {
      const [kv, blobKv] = await Promise.all([
        Deno.openKv(`${folder}/records.db`),
        Deno.openKv(`${folder}/blobs.db`),
      ]);
      return { ...files, kv, blobKv, [Symbol.dispose]: () => [kv, blobKv].forEach((one) => one.close()) };
    },
    [Symbol.asyncDispose]: () => files[Symbol.asyncDispose](),
  };
}

Deno.test("both files are copied while somebody has them open, for their owner's eyes", async () => {
  await using bench = await workbench();
  const { code, text } = await bench.backup(`${bench.folder}/copy`);
  assert.equal(code, 0, text);
  assert.match(text, /blobs\.db: .*MB\n.*records\.db: /s);
  assert.equal(Deno.statSync(`${bench.folder}/copy`).mode! & 0o777, 0o700);
  using copies = await bench.copies(`${bench.folder}/copy`);
  const { body } = await openInput(copies, TENANT, "kept");
  assert.deepEqual(await allBytes(body), bench.kept);
});

Deno.test("what was shredded before is in no copy: neither its key nor its room", async () => {
  await using bench = await workbench();
  await publishedFile(bench.files, [[someBytes(10 * MB)]], { id: "shredded" });
  bench.files.pass(TTL_MS);
  await tick(bench.files);
  const { text } = await bench.backup(`${bench.folder}/copy`);
  assert.ok(Deno.statSync(`${bench.folder}/copy/blobs.db`).size < 2 * MB, text);
});

Deno.test("a file that is made between the two copies is an error in them, and nothing else is", async () => {
  await using bench = await workbench();
  const folder = `${bench.folder}/copy`;
  await Deno.mkdir(folder);
  copyDatabase(`${bench.folder}/blobs.db`, `${folder}/blobs.db`);
  await publishedFile(bench.files, [[someBytes(MB)]], { id: "late", purpose: "input" });
  copyDatabase(`${bench.folder}/records.db`, `${folder}/records.db`);
  using copies = await bench.copies(folder);
  await assert.rejects(openInput(copies, TENANT, "late"));
  assert.deepEqual(await allBytes((await openInput(copies, TENANT, "kept")).body), bench.kept);
});

Deno.test("it writes over nothing, and leaves nothing half done", async () => {
  await using bench = await workbench();
  const { folder } = bench;
  assert.match((await bench.backup()).text, /deno task backup <folder>/);
  assert.deepEqual(await bench.backup(folder), { code: 1, text: `${folder} is there already.` });
  assert.match((await bench.backup(`${folder}/no/copy`)).text, /has no parent folder/);
  const lost = { DENO_KV_PATH: `${folder}/elsewhere.db` };
  const lines: string[] = [];
  assert.equal(await backupCommand([`${folder}/copy`], lost, (text) => lines.push(text)), 1);
  const network = { DENO_KV_URL: "https://kv.example.jp", ENCRYPTION_KEY: newRingEntry("k1") };
  assert.equal(await backupCommand([`${folder}/copy`], network, (text) => lines.push(text)), 1);
  assert.equal(lines[0], `There is no database at ${folder}/elsewhere.db.`);
  assert.match(lines[1]!, /lies behind the network/);
  await Deno.writeTextFile(`${folder}/text.db`, "no database at all");
  const broken = { DENO_KV_PATH: `${folder}/text.db`, DENO_KV_BLOB_PATH: `${folder}/blobs.db` };
  await assert.rejects(backupCommand([`${folder}/copy`], broken, () => {}), /not a database/);
  assert.deepEqual([...Deno.readDirSync(folder)].filter(({ name }) => name === "copy"), []);
});
