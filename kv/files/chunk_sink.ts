import { repeatWhileLocked } from "../commit.ts";
import { failpoint } from "../failpoint.ts";
import { fileKeys } from "../keys.ts";
import { STORED_BYTES } from "./format.ts";

/** Chunks of one commit: 12 × 64 KiB are the natural batch below KV's 800 KiB (reference/kv.md §1, §3). */
export const CHUNKS_PER_COMMIT = 12;

/** While one batch is committed the next is sealed; more commits were no faster (bench/file_choices.ts). */
export const COMMITS_UNDER_WAY = 2;

/** Writes the chunks of one part in order. */
export interface ChunkSink {
  /** Takes the next chunk; waits while enough commits are under way. Rejects once an earlier commit failed. */
  put(chunk: Promise<Uint8Array<ArrayBuffer>>): Promise<void>;
  /** Writes what is left; all chunks are stored when it resolves. */
  flush(): Promise<void>;
  /** Waits until nothing is under way any more, however that ended. */
  stop(): Promise<void>;
}

/**
 * Batches go without checks, since nobody else knows the part's id, and in order of their numbers: a process that
 * dies leaves a run from 0 and at most what was under way beyond it, which lets the clean-up find their count.
 */
export function chunkSink(
  blobKv: Deno.Kv,
  { tenant, part, expireIn }: { tenant: string; part: string; expireIn: number | null },
): ChunkSink {
  let batch: Promise<Uint8Array<ArrayBuffer>>[] = [];
  let written = 0;
  const underWay: Promise<void>[] = [];

  async function commit(from: number, sealing: Promise<Uint8Array<ArrayBuffer>>[]) {
    const chunks = await Promise.all(sealing);
    await repeatWhileLocked(() => {
      const atomic = blobKv.atomic();
      chunks.forEach((chunk, i) =>
        atomic.set(fileKeys.chunk(tenant, part, from + i), bare(chunk), expireIn === null ? {} : { expireIn })
      );
      return atomic.commit();
    });
    failpoint?.("chunks");
  }

  async function send() {
    if (underWay.length === COMMITS_UNDER_WAY) {
      // Taken off only when it held: a failed commit fails every later call.
      await underWay[0];
      underWay.shift();
    }
    const committing = commit(written, batch);
    // The failure is told by a later put or flush; until then it must not count as unhandled.
    committing.catch(() => {});
    underWay.push(committing);
    written += batch.length;
    batch = [];
  }

  return {
    async put(chunk) {
      batch.push(chunk);
      if (batch.length === CHUNKS_PER_COMMIT) await send();
    },
    async flush() {
      if (batch.length > 0) await send();
      await Promise.all(underWay);
    },
    async stop() {
      await Promise.allSettled(underWay);
    },
  };
}

/** KV stores the whole buffer behind a view, neighbours included (reference/engines.md §3.3): refuse views. */
function bare(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (chunk.byteLength !== chunk.buffer.byteLength || chunk.byteLength > STORED_BYTES) {
    throw new Error("a chunk must be a bare array of at most 65,536 bytes");
  }
  return chunk;
}
