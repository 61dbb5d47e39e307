import { fileKeys } from "../keys.ts";
import type { ChunkCipher } from "./format.ts";

/** Chunks of one read: faster is not much faster, and more makes other reads wait (reference/kv.md §3). */
const CHUNKS_PER_READ = 8;

/** While one read is opened others are fetched: 1.3–1.8 times as fast as one at a time (bench/file_choices.ts). */
const READS_UNDER_WAY = 3;

/** A sealed part whose key is at hand. */
export interface ReadablePart {
  id: string;
  chunks: number;
  bytes: number;
  cipher: ChunkCipher;
}

/** A run of a part's chunks: numbers `from` to `to`, the latter not included. */
export interface Run {
  part: ReadablePart;
  from: number;
  to: number;
}

/** A chunk is not there, or is not what its place asks for. */
export class ChunkError extends Error {
  override readonly name = "ChunkError";
  constructor(
    readonly kind: "missing" | "invalid",
    place: { part: string; n: number },
    options?: ErrorOptions,
  ) {
    super(`chunk ${place.n} of part ${place.part} is ${kind}`, options);
  }
}

/**
 * The bytes of the runs, chunk by chunk, a few reads ahead. Throws ChunkError at the first chunk that is missing or
 * cannot be opened; what came before is in order and whole.
 */
export async function* openChunks(
  blobKv: Deno.Kv,
  tenant: string,
  runs: readonly Run[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reads = runs.flatMap(inReads);
  const ahead: Promise<Uint8Array<ArrayBuffer>[]>[] = [];
  for (let started = 0; started < reads.length || ahead.length > 0;) {
    for (; ahead.length < READS_UNDER_WAY && started < reads.length; started++) {
      const read = readRun(blobKv, tenant, reads[started]!);
      // Told when its turn comes; a reader that stops before must not leave an unhandled rejection.
      read.catch(() => {});
      ahead.push(read);
    }
    yield* await ahead.shift()!;
  }
}

function inReads({ part, from, to }: Run): Run[] {
  const reads: Run[] = [];
  for (let n = from; n < to; n += CHUNKS_PER_READ) {
    reads.push({ part, from: n, to: Math.min(to, n + CHUNKS_PER_READ) });
  }
  return reads;
}

async function readRun(
  blobKv: Deno.Kv,
  tenant: string,
  { part, from, to }: Run,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const limit = to - from;
  const selector = { start: fileKeys.chunk(tenant, part.id, from), end: fileKeys.chunk(tenant, part.id, to) };
  const stored: unknown[] = [];
  for await (const { key, value } of blobKv.list(selector, { limit, batchSize: limit })) {
    if (key.at(-1) !== from + stored.length) break;
    stored.push(value);
  }
  const chunks = await Promise.all(stored.map((value, i) => openChunk(part, from + i, value)));
  if (chunks.length < limit) throw new ChunkError("missing", { part: part.id, n: from + chunks.length });
  return chunks;
}

/** Opens chunk `n` of a part as it lay in the database. */
export async function openChunk(
  part: ReadablePart,
  n: number,
  stored: unknown,
): Promise<Uint8Array<ArrayBuffer>> {
  const place = { part: part.id, n };
  if (!(stored instanceof Uint8Array)) throw new ChunkError("invalid", place);
  try {
    return await part.cipher.open(n, n === part.chunks - 1, stored as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    throw new ChunkError("invalid", place, { cause });
  }
}
