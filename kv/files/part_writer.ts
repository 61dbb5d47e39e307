import { chunkSink } from "./chunk_sink.ts";
import { deleteChunks } from "./delete_chunks.ts";
import type { FileDigest } from "./digest.ts";
import { CHUNK_BYTES, chunkCipher } from "./format.ts";

/** Where a part is written. One writer only ever writes a part: each attempt makes a part of its own. */
export interface PartTarget {
  blobKv: Deno.Kv;
  tenant: string;
  part: string;
  secret: Uint8Array<ArrayBuffer>;
  /** Milliseconds after which KV may drop the chunks: a net only, later than any deadline; null: never. */
  expireIn: number | null;
  /** Goes on over the parts of the file. */
  digest: FileDigest;
}

/** What is known of a part once it is whole. */
export interface PartSize {
  chunks: number;
  bytes: number;
}

/** Writes one part. Calls follow each other: each waits for the one before. */
export interface PartWriter {
  /** Appends bytes in pieces of any size; they are copied before it resolves. */
  write(bytes: Uint8Array): Promise<void>;
  /** Writes the last chunk and seals the part; all of it is stored when this resolves. */
  close(): Promise<PartSize>;
  /** Gives the part up: when it resolves no commit of it is under way, so that its chunks can be deleted. */
  abandon(): Promise<void>;
  /** Gives the part up and deletes its chunks, which it can count even where the first ones are gone already. */
  discard(): Promise<void>;
}

/**
 * Cuts bytes into sealed chunks. A full chunk is held back until more bytes come, because a chunk says whether it
 * is the last. Rejects when a commit failed; the part is then never sealed and goes with its artifact's clean-up.
 */
export async function partWriter(target: PartTarget): Promise<PartWriter> {
  const cipher = await chunkCipher(target.part, target.secret);
  const sink = chunkSink(target.blobKv, target);
  const held = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  let chunks = 0;
  let bytes = 0;

  function put(isLast: boolean): Promise<void> {
    // `seal` copies, so `held` can be filled again at once.
    const plain = filled === CHUNK_BYTES ? held : held.slice(0, filled);
    filled = 0;
    return sink.put(cipher.seal(chunks++, isLast, plain));
  }

  return {
    async write(data) {
      target.digest.update(data);
      bytes += data.length;
      for (let at = 0; at < data.length;) {
        if (filled === CHUNK_BYTES) await put(false);
        const piece = data.subarray(at, at + CHUNK_BYTES - filled);
        held.set(piece, filled);
        filled += piece.length;
        at += piece.length;
      }
    },
    async close() {
      await put(true);
      await sink.flush();
      return { chunks, bytes };
    },
    abandon: () => sink.stop(),
    async discard() {
      await sink.stop();
      await deleteChunks(target.blobKv, target.tenant, target.part, chunks);
    },
  };
}
