import { fileKeys } from "../keys.ts";
import type { Keyring } from "../keyring.ts";
import type { Part } from "./artifact.ts";
import { ChunkError, openChunk, type ReadablePart, type Run } from "./chunk_source.ts";
import { CHUNK_BYTES, chunkCipher, chunkCount } from "./format.ts";
import { partSecret } from "./part.ts";

/** The most keys of one `getMany` (reference/kv.md §1). */
const GET_MANY = 10;

/** First and last byte of a file, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/** The parts with their keys. Throws when one is not sealed, was shredded, or its numbers do not fit. */
export function readableParts(
  keyring: Keyring,
  tenant: string,
  parts: readonly Part[],
): Promise<ReadablePart[]> {
  return Promise.all(parts.map(async (part) => {
    const { id, chunks, bytes } = part;
    if (chunks === null || bytes === null || chunks !== chunkCount(bytes)) {
      throw new Error(`part ${id} is not whole`);
    }
    return { id, chunks, bytes, cipher: await chunkCipher(id, await partSecret(keyring, tenant, part)) };
  }));
}

/** Opens each part's last chunk: a part that was cut off is found before the first byte goes out. */
export async function checkEnds(
  blobKv: Deno.Kv,
  tenant: string,
  parts: readonly ReadablePart[],
): Promise<void> {
  for (let i = 0; i < parts.length; i += GET_MANY) {
    const some = parts.slice(i, i + GET_MANY);
    const entries = await blobKv.getMany(
      some.map(({ id, chunks }) => fileKeys.chunk(tenant, id, chunks - 1)),
    );
    await Promise.all(some.map((part, j) => checkEnd(part, entries[j])));
  }
}

async function checkEnd(part: ReadablePart, entry: Deno.KvEntryMaybe<unknown> | undefined): Promise<void> {
  const n = part.chunks - 1;
  const place = { part: part.id, n };
  if (!entry || entry.versionstamp === null) throw new ChunkError("missing", place);
  const plain = await openChunk(part, n, entry.value);
  if (plain.length !== part.bytes - n * CHUNK_BYTES) throw new ChunkError("invalid", place);
}

/** The chunks that hold the bytes of `range`; all of them, empty ones included, when it is null. */
export function runsOf(parts: readonly ReadablePart[], range: ByteRange | null): Run[] {
  let start = 0;
  return parts.flatMap((part) => {
    const [from, to] = range === null
      ? [0, part.chunks]
      : chunksOf(part, { first: range.first - start, last: range.last - start });
    start += part.bytes;
    return from < to ? [{ part, from, to }] : [];
  });
}

/** Chunk numbers of a range counted from the part's own first byte; empty where they do not meet. */
function chunksOf({ bytes }: ReadablePart, { first, last }: ByteRange): [number, number] {
  if (last < 0 || first >= bytes) return [0, 0];
  const from = Math.floor(Math.max(0, first) / CHUNK_BYTES);
  return [from, Math.floor(Math.min(last, bytes - 1) / CHUNK_BYTES) + 1];
}

/** How many bytes lie before the first chunk of `runsOf(parts, range)`. */
export function bytesBefore(parts: readonly ReadablePart[], range: ByteRange): number {
  let start = 0;
  for (const part of parts) {
    const within = range.first - start;
    if (within < part.bytes) return start + Math.floor(within / CHUNK_BYTES) * CHUNK_BYTES;
    start += part.bytes;
  }
  return start;
}
