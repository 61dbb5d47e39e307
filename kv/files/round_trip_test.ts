import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { bytesOf } from "./bytes.ts";
import { CHUNK_BYTES, chunkCount } from "./format.ts";
import { allBytes, chunksStored, publishedFile, someBytes, TENANT, testFiles } from "./testing.ts";

/** Sizes around the borders of chunks, and small ones. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -2, max: 2 }))
    .map(([chunks, off]) => Math.max(0, chunks * CHUNK_BYTES + off)),
);

/** Cuts bytes at random places, with empty pieces among them. */
function pieces(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const ends = [...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length].toSorted((a, b) => a - b);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

Deno.test("what was written is read, whatever the sizes of parts and pieces", async () => {
  await using files = await testFiles();
  const part = fc.tuple(size, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }));
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 3 }), async (parts) => {
      const whole = parts.map(([length]) => someBytes(length));
      const written = whole.map((bytes, i) => pieces(bytes, parts[i]?.[1] ?? []));
      const { value: record } = await publishedFile(files, written, { id: `a${count++}` });
      const expected = joined(whole);
      assert.equal(record.size, expected.length);
      assert.equal(record.sha256, createHash("sha256").update(expected).digest("hex"));
      assert.deepEqual(record.parts.map(({ chunks }) => chunks), parts.map(([length]) => chunkCount(length)));
      assert.deepEqual(await allBytes(await bytesOf(files, TENANT, record, null)), expected);
    }),
    { numRuns: 40 },
  );
});

Deno.test("a range is that piece of the file, across chunks and parts", async () => {
  await using files = await testFiles();
  const whole = [CHUNK_BYTES * 2, 0, 10, CHUNK_BYTES * 9 + 3].map(someBytes);
  const { value: record } = await publishedFile(files, whole.map((bytes) => [bytes]));
  const expected = joined(whole);
  const border = fc.oneof(
    fc.integer({ min: 0, max: record.size - 1 }),
    fc.constantFrom(0, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES * 2 - 1, CHUNK_BYTES * 2, record.size - 1),
  );
  await fc.assert(
    fc.asyncProperty(border, border, async (a, b) => {
      const range = { first: Math.min(a, b), last: Math.max(a, b) };
      const got = await allBytes(await bytesOf(files, TENANT, record, range));
      assert.deepEqual(got, expected.slice(range.first, range.last + 1));
    }),
    { numRuns: 60 },
  );
});

Deno.test("the bytes of a write may be changed once it has resolved", async () => {
  await using files = await testFiles();
  const shared = new Uint8Array(100_000);
  function* refilled() {
    for (let i = 1; i <= 20; i++) yield shared.fill(i);
  }
  const { value: record } = await publishedFile(files, [refilled()]);
  const got = await allBytes(await bytesOf(files, TENANT, record, null));
  for (let i = 1; i <= 20; i++) {
    assert.ok(got.subarray((i - 1) * 100_000, i * 100_000).every((byte) => byte === i));
  }
});

Deno.test("chunks are as full as KV allows", async () => {
  await using files = await testFiles();
  await publishedFile(files, [Array.from({ length: 1000 }, () => someBytes(700))]);
  assert.equal(await chunksStored(files), Math.ceil(700_000 / CHUNK_BYTES));
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
