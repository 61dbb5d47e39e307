import { repeatWhileLocked } from "../commit.ts";
import { fileKeys } from "../keys.ts";
import { STORED_BYTES } from "./format.ts";

/** Chunks of one commit: 12 × 64 KiB are the natural batch below KV's 800 KiB (reference/kv.md §1, §3). */
export const CHUNKS_PER_COMMIT = 12;

/** Writes the chunks of one part in order. */
export interface ChunkSink {
  /** Takes the next chunk; waits when a commit is still under way. Rejects once an earlier commit failed. */
  put(chunk: Promise<Uint8Array<ArrayBuffer>>): Promise<void>;
  /** Writes what is left; all chunks are stored when it resolves. */
  flush(): Promise<void>;
  /** Waits until nothing is under way any more, however that ended. */
  stop(): Promise<void>;
}

/**
 * Batches go without checks, since nobody else knows the part's id. One commit is under way while the next batch is
 * sealed: two or more were no faster (bench/files.ts), and in order of their numbers chunks leave no holes when the
 * process dies, which lets the clean-up find their count (delete_chunks.ts).
 */
export function chunkSink(
  blobKv: Deno.Kv,
  { tenant, part, expireIn }: { tenant: string; part: string; expireIn: number },
): ChunkSink {
  let batch: Promise<Uint8Array<ArrayBuffer>>[] = [];
  let written = 0;
  let underWay: Promise<void> = Promise.resolve();

  async function commit(from: number, sealing: Promise<Uint8Array<ArrayBuffer>>[]) {
    const chunks = await Promise.all(sealing);
    await repeatWhileLocked(() => {
      const atomic = blobKv.atomic();
      chunks.forEach((chunk, i) =>
        atomic.set(fileKeys.chunk(tenant, part, from + i), bare(chunk), { expireIn })
      );
      return atomic.commit();
    });
  }

  async function send() {
    await underWay;
    const sealing = batch;
    batch = [];
    underWay = commit(written, sealing);
    // The failure is told by the next put or flush; until then it must not count as unhandled.
    underWay.catch(() => {});
    written += sealing.length;
  }

  return {
    async put(chunk) {
      batch.push(chunk);
      if (batch.length === CHUNKS_PER_COMMIT) await send();
    },
    async flush() {
      if (batch.length > 0) await send();
      await underWay;
    },
    stop: () => underWay.catch(() => {}),
  };
}

/** KV stores the whole buffer behind a view, neighbours included (reference/engines.md §3.3): refuse views. */
function bare(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (chunk.byteLength !== chunk.buffer.byteLength || chunk.byteLength > STORED_BYTES) {
    throw new Error("a chunk must be a bare array of at most 65,536 bytes");
  }
  return chunk;
}
