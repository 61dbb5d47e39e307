import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import type { ReasonCode } from "../../domain/reasons.ts";
import { newRingEntry, parseKeyring } from "../keyring.ts";
import { fileKeys } from "../keys.ts";
import type { Artifact } from "./artifact.ts";
import { bytesOf } from "./bytes.ts";
import { CHUNK_BYTES } from "./format.ts";
import { publishedFile, someBytes, TENANT, type TestFiles, testFiles } from "./testing.ts";

/** 20 chunks and 3 chunks: damage in the middle shows only after the first read. */
async function twoParts(files: TestFiles): Promise<{ record: Artifact; chunk: Chunk }> {
  const { value: record } = await publishedFile(files, [[someBytes(CHUNK_BYTES * 19 + 5)], [
    someBytes(CHUNK_BYTES * 3),
  ]]);
  const key = (part: number, n: number) => fileKeys.chunk(TENANT, record.parts[part]!.id, n);
  return {
    record,
    chunk: {
      get: async (part, n) =>
        (await files.blobKv.get<Uint8Array<ArrayBuffer>>(key(part, n))).value ?? assert.fail(),
      set: async (part, n, bytes) => void await files.blobKv.set(key(part, n), bytes),
      remove: (part, n) => files.blobKv.delete(key(part, n)),
    },
  };
}

interface Chunk {
  get(part: number, n: number): Promise<Uint8Array<ArrayBuffer>>;
  set(part: number, n: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(part: number, n: number): Promise<void>;
}

/** Bytes that came out before the reading was refused, and the reason. */
async function readUntilRefused(
  files: TestFiles,
  record: Artifact,
): Promise<{ bytes: number; code: string }> {
  let bytes = 0;
  try {
    for await (const piece of await bytesOf(files, TENANT, record, null)) bytes += piece.length;
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return { bytes, code: error.code };
  }
  assert.fail("a damaged file was given out as whole");
}

type Damage = (chunk: Chunk) => Promise<void>;

async function swap(chunk: Chunk, [a, i]: [number, number], [b, j]: [number, number]) {
  const [one, other] = [await chunk.get(a, i), await chunk.get(b, j)];
  await chunk.set(a, i, other);
  await chunk.set(b, j, one);
}

async function flip(chunk: Chunk, part: number, n: number) {
  const bytes = await chunk.get(part, n);
  bytes[n % bytes.length]! ^= 0x10;
  await chunk.set(part, n, bytes);
}

/** Damage found before the first byte goes out. */
const AT_ONCE: [string, ReasonCode, Damage][] = [
  ["the first chunk is flipped", "attachment_broken", (chunk) => flip(chunk, 0, 0)],
  ["the first chunk is missing", "attachment_gone", (chunk) => chunk.remove(0, 0)],
  ["the last chunk of the last part is missing", "attachment_gone", (chunk) => chunk.remove(1, 2)],
  ["the last chunk of the first part is missing", "attachment_gone", (chunk) => chunk.remove(0, 19)],
  ["the last chunk is flipped", "attachment_broken", (chunk) => flip(chunk, 1, 2)],
  ["the first chunk is empty", "attachment_broken", (chunk) => chunk.set(0, 0, new Uint8Array(0))],
];

/** Damage found on the way: what came before is right, and the end never comes. */
const ON_THE_WAY: [string, ReasonCode, number, Damage][] = [
  ["a chunk is flipped", "attachment_broken", 16, (chunk) => flip(chunk, 0, 17)],
  ["a chunk is missing", "attachment_gone", 15, (chunk) => chunk.remove(0, 16)],
  ["chunks are swapped within a part", "attachment_broken", 7, (chunk) => swap(chunk, [0, 9], [0, 10])],
  ["chunks are swapped between parts", "attachment_broken", 7, (chunk) => swap(chunk, [0, 12], [1, 1])],
  ["a chunk is repeated", "attachment_broken", 7, async (chunk) => chunk.set(0, 9, await chunk.get(0, 8))],
];

for (const [what, code, damage] of AT_ONCE) {
  Deno.test(`${what}: ${code} before the first byte`, async () => {
    await using files = await testFiles();
    const { record, chunk } = await twoParts(files);
    await damage(chunk);
    await assert.rejects(bytesOf(files, TENANT, record, null), { name: "Refusal", code });
  });
}

for (const [what, code, atMost, damage] of ON_THE_WAY) {
  Deno.test(`${what}: an error on the way, never an early end`, async () => {
    await using files = await testFiles();
    const { record, chunk } = await twoParts(files);
    await damage(chunk);
    const read = await readUntilRefused(files, record);
    assert.equal(read.code, code);
    assert.ok(read.bytes <= atMost * CHUNK_BYTES, `${read.bytes} bytes came out`);
  });
}

/** A manifest that does not fit its chunks: damaged, or made up by somebody who can write the database. */
const MANIFESTS: [string, (record: Artifact) => Artifact][] = [
  ["the file was cut at a chunk", (record) => {
    const parts = record.parts.slice(0, 1).map((part) => ({ ...part, chunks: 19, bytes: 19 * CHUNK_BYTES }));
    return { ...record, size: 19 * CHUNK_BYTES, parts };
  }],
  ["the size is another", (record) => ({ ...record, size: record.size - 1 })],
  ["a part was dropped", (record) => ({ ...record, parts: record.parts.slice(0, 1) })],
  ["the counts do not fit", (record) => ({
    ...record,
    parts: record.parts.map((part) => ({ ...part, chunks: (part.chunks ?? 0) + 1 })),
  })],
  ["the keys of two parts are swapped", (record) => ({
    ...record,
    parts: record.parts.map((part, i) => ({ ...part, key: record.parts[1 - i]?.key ?? null })),
  })],
  ["a part was shredded", (record) => ({
    ...record,
    parts: record.parts.map((part) => ({ ...part, key: null })),
  })],
];

for (const [what, change] of MANIFESTS) {
  Deno.test(`${what}: attachment_broken before the first byte`, async () => {
    await using files = await testFiles();
    const { record } = await twoParts(files);
    await assert.rejects(bytesOf(files, TENANT, change(record), null), { code: "attachment_broken" });
  });
}

Deno.test("a part left out of an otherwise fitting manifest is told by the SHA-256, before the last chunk", async () => {
  await using files = await testFiles();
  const { record } = await twoParts(files);
  const parts = record.parts.slice(0, 1);
  const size = parts[0]?.bytes ?? 0;
  const { bytes, code } = await readUntilRefused(files, { ...record, parts, size });
  assert.equal(code, "attachment_broken");
  assert.equal(bytes, 19 * CHUNK_BYTES, "all but the last chunk");
});

Deno.test("parts in another order are told by the SHA-256, before the last chunk", async () => {
  await using files = await testFiles();
  const { record } = await twoParts(files);
  const { bytes } = await readUntilRefused(files, { ...record, parts: record.parts.toReversed() });
  assert.ok(bytes < record.size);
});

Deno.test("another keyring reads nothing", async () => {
  await using files = await testFiles();
  const { record } = await twoParts(files);
  for (const id of ["test", "other"]) {
    const keyring = parseKeyring(newRingEntry(id));
    await assert.rejects(bytesOf({ ...files, keyring }, TENANT, record, null), { code: "attachment_broken" });
  }
  await assert.rejects(bytesOf(files, "other tenant", record, null), { code: "attachment_broken" });
});

Deno.test("a key added in front still reads the files of the former one", async () => {
  await using files = await testFiles();
  const { record } = await twoParts(files);
  const [former] = files.keyring.keys;
  const keyring = parseKeyring(`${newRingEntry("new")},${former.id}:${former.secret.toBase64()}`);
  let bytes = 0;
  for await (const piece of await bytesOf({ ...files, keyring }, TENANT, record, null)) bytes += piece.length;
  assert.equal(bytes, record.size);
});

Deno.test("chunks that KV dropped after their time are missing ones", async () => {
  await using files = await testFiles();
  const { record, chunk } = await twoParts(files);
  for (let n = 0; n < 20; n++) await chunk.remove(0, n);
  for (let n = 0; n < 3; n++) await chunk.remove(1, n);
  await assert.rejects(bytesOf(files, TENANT, record, null), { code: "attachment_gone" });
  const input = { ...record, purpose: "input" as const };
  await assert.rejects(bytesOf(files, TENANT, input, null), { code: "input_gone" });
});
