import assert from "node:assert/strict";
import { fileKeys } from "./keys.ts";
import { commitChange } from "./guarded.ts";
import { picturesOf, pictureStore } from "./pictures.ts";
import {
  allBytes,
  chunksStored,
  duties,
  recordKeys,
  someBytes,
  TENANT,
  testFiles,
  tick,
} from "./files/testing.ts";
import type { Write } from "../domain/write.ts";
import type { TestFiles } from "./files/testing.ts";
import { forgetEmployee } from "./leavings.ts";

const REF = { id: TENANT, year: 2026 };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function png(length: number): Uint8Array<ArrayBuffer> {
  const bytes = someBytes(length);
  bytes.set(PNG);
  return bytes;
}

function streamOf(...pieces: Uint8Array[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces);
}

async function write({ kv, committer }: TestFiles, writes: Write[]) {
  await commitChange(kv, committer, { guards: [], compute: () => Promise.resolve(writes) });
}

const TEN_MINUTES = 10 * 60_000;

Deno.test("a picture comes back byte by byte, its type told by its content", async () => {
  await using files = await testFiles();
  const pictures = picturesOf(files, REF);
  const bytes = png(300_000);
  const taken = await pictures.take(
    "e1",
    streamOf(bytes.subarray(0, 3), bytes.subarray(3, 9), bytes.subarray(9)),
  );
  assert.deepEqual([taken.type, taken.size], ["image/png", bytes.length]);
  await write(files, pictureStore(files.kv, REF).keep("e1", taken.id));
  files.pass(TEN_MINUTES * 1000);
  await tick(files);
  const { body, type } = await pictures.open("e1", taken.id);
  assert.equal(type, "image/png");
  assert.deepEqual(await allBytes(body), bytes);
  assert.deepEqual(await duties(files), []);
});

Deno.test("nothing stays of what is no picture, or breaks off", async () => {
  await using files = await testFiles();
  const pictures = picturesOf(files, REF);
  const html = new TextEncoder().encode("<!doctype html><script>alert(1)</script>");
  await assert.rejects(pictures.take("e1", streamOf(html)), { code: "picture_type" });
  await assert.rejects(pictures.take("e1", streamOf()), { code: "picture_type" });
  const broken = ReadableStream.from((async function* () {
    yield png(200_000);
    await Promise.resolve();
    throw new Error("the line went dead");
  })());
  await assert.rejects(pictures.take("e1", broken), /the line went dead/);
  assert.deepEqual(await recordKeys(files), []);
  assert.equal(await chunksStored(files), 0);
});

Deno.test("a picture that no answer names is destroyed, one that is named no more is too", async () => {
  await using files = await testFiles();
  const pictures = picturesOf(files, REF);
  const store = pictureStore(files.kv, REF);
  await pictures.take("e1", streamOf(png(100_000)));
  const kept = await pictures.take("e1", streamOf(png(100_000)));
  await write(files, store.keep("e1", kept.id));
  files.pass(TEN_MINUTES);
  await tick(files);
  assert.deepEqual(await store.kept("e1"), [kept.id]);
  assert.equal(
    (await Array.fromAsync(files.kv.list({ prefix: fileKeys.artifact(TENANT, "").slice(0, -1) }))).length,
    1,
  );
  await write(files, store.drop("e1", kept.id));
  await assert.rejects(pictures.open("e1", kept.id), { code: "picture_gone" });
  await tick(files);
  assert.deepEqual(await recordKeys(files), []);
  assert.equal(await chunksStored(files), 0);
});

Deno.test("a picture is nobody else's, and goes with its employee", async () => {
  await using files = await testFiles();
  const pictures = picturesOf(files, REF);
  const { id } = await pictures.take("e1", streamOf(png(10_000)));
  await write(files, pictureStore(files.kv, REF).keep("e1", id));
  await assert.rejects(pictures.open("e2", id), { code: "picture_gone" });
  await assert.rejects(picturesOf(files, { id: "other", year: 2026 }).open("e1", id), {
    code: "picture_gone",
  });
  await forgetEmployee(files.kv, files.committer, { tenant: TENANT, id: "e1", rest: ["2026"] }, ["none"]);
  await tick(files);
  assert.deepEqual(await recordKeys(files), []);
  assert.equal(await chunksStored(files), 0);
});
