import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { fileKeys } from "../keys.ts";
import { claimArtifact } from "./claim.ts";
import { chunkSink } from "./chunk_sink.ts";
import { openAttachment } from "./open.ts";
import {
  ALICE,
  allBytes,
  chunksStored,
  GRACE_MS,
  publishedFile,
  TENANT,
  type TestFiles,
  testFiles,
  tick,
  TTL_MS,
  wrapCommits,
} from "./testing.ts";

const MARK = "山田太郎,給与所得控除";

/** Everything that the database files hold, write-ahead logs included. */
function databaseBytes({ folder }: TestFiles): Buffer {
  const files = [...Deno.readDirSync(folder)].map(({ name }) => Deno.readFileSync(`${folder}/${name}`));
  return Buffer.concat(files);
}

Deno.test("the database files alone never show an attachment's bytes: not before, not after (R12)", async () => {
  await using files = await testFiles();
  const text = new TextEncoder().encode(`${MARK}\r\n`.repeat(20_000));
  const { value: record } = await publishedFile(files, [[text.subarray(0, 300_001)], [
    text.subarray(300_001),
  ]]);
  const stored = await files.blobKv.get<Uint8Array>(fileKeys.chunk(TENANT, record.parts[0]!.id, 0));
  const search = (what: string | Buffer) => databaseBytes(files).includes(what);
  assert.ok(search(Buffer.from(stored.value!.subarray(0, 64))), "the scan sees what lies in the databases");
  assert.ok(!search(MARK), "plaintext lies in the databases");

  await claimArtifact(files, { tenant: TENANT, id: record.id, person: ALICE, graceMs: GRACE_MS });
  const { body } = await openAttachment(files, { tenant: TENANT, id: record.id, person: ALICE, range: null });
  assert.deepEqual(await allBytes(body), text);
  assert.ok(!search(MARK), "plaintext lies in the databases after a download");

  files.pass(TTL_MS);
  await tick(files);
  assert.equal(await chunksStored(files), 0);
  assert.ok(!search(MARK), "plaintext lies in the databases after shredding");
  for (const { key } of record.parts) {
    assert.ok(
      !JSON.stringify(await files.kv.get(fileKeys.artifact(TENANT, record.id))).includes(key!.wrapped),
    );
  }
});

Deno.test("a chunk stored is a chunk, without its neighbours in memory", async () => {
  await using files = await testFiles();
  const secretNeighbour = new TextEncoder().encode(MARK.repeat(2000));
  const sink = chunkSink(files.blobKv, { tenant: TENANT, part: "part", expireIn: TTL_MS });
  await sink.put(Promise.resolve(secretNeighbour.subarray(0, 10)));
  await assert.rejects(sink.flush(), /bare array/);
  assert.equal(await chunksStored(files), 0);
  const page = new Uint8Array(200_000).fill(65);
  const { value: record } = await publishedFile(files, [[page.subarray(100_000, 100_010)]]);
  const entry = await files.blobKv.get<Uint8Array>(fileKeys.chunk(TENANT, record.parts[0]!.id, 0));
  assert.equal(entry.value?.buffer.byteLength, 10 + 16);
});

Deno.test("a failed commit is told by the next write, and nothing counts as stored", async () => {
  await using files = await testFiles();
  const failing = wrapCommits(files.blobKv, () => Promise.reject(new Error("disk full")));
  const page = new Uint8Array(2_000_000);
  await assert.rejects(publishedFile({ ...files, blobKv: failing }, [[page, page, page]]), /disk full/);
});

Deno.test("a locked database is tried again", async () => {
  await using files = await testFiles();
  let locked = 3;
  const busy = wrapCommits(
    files.blobKv,
    (commit) => locked-- > 0 ? Promise.reject(new TypeError("database is locked")) : commit(),
  );
  const page = new Uint8Array(1_000_000).fill(1);
  const { value: record } = await publishedFile(
    { ...files, blobKv: busy },
    [
      [page],
    ],
  );
  assert.equal(record.size, page.length);
  assert.ok(locked < 0);
});
