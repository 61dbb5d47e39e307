import assert from "node:assert/strict";
import { fileKeys } from "../keys.ts";
import { CHUNKS_PER_COMMIT, chunkSink } from "./chunk_sink.ts";
import { CHUNK_BYTES } from "./format.ts";
import { chunksStored, publishedFile, TENANT, testFiles, TTL_MS, wrapCommits } from "./testing.ts";

Deno.test("a chunk stored is a chunk, without its neighbours in memory", async () => {
  await using files = await testFiles();
  const secretNeighbour = new TextEncoder().encode("個人番号".repeat(2000));
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

Deno.test("commits are under way two at a time, and of at most 12 chunks", async () => {
  await using files = await testFiles();
  let [underWay, most, commits] = [0, 0, 0];
  const counted = wrapCommits(files.blobKv, async (commit) => {
    commits++;
    most = Math.max(most, ++underWay);
    try {
      return await commit();
    } finally {
      underWay--;
    }
  });
  await publishedFile({ ...files, blobKv: counted }, [[new Uint8Array(CHUNK_BYTES * 100)]]);
  assert.ok(most <= 2, `${most} commits were under way`);
  assert.equal(commits, Math.ceil(100 / CHUNKS_PER_COMMIT));
});
