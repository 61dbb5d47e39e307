import type { Artifact } from "./artifact.ts";
import { openChunks } from "./chunk_source.ts";
import { digestLike, type FileDigest } from "./digest.ts";
import type { Files } from "./files.ts";
import { type ByteRange, bytesBefore, checkEnds, readableParts, runsOf } from "./readable.ts";
import { gone, refusing } from "./refusing.ts";

type Chunk = Uint8Array<ArrayBuffer>;

/**
 * The bytes of a published file, or of a range of it. Before it resolves, the manifest, the end of every part and
 * the first chunk are checked. A whole file is given out up to its last chunk, and that only when the SHA-256 fits.
 * Rejects, now or at the piece in question, with Refusal attachment_gone / input_gone (410) or attachment_broken.
 */
export async function bytesOf(
  { blobKv, keyring }: Pick<Files, "blobKv" | "keyring">,
  tenant: string,
  record: Artifact,
  range: ByteRange | null,
): Promise<AsyncGenerator<Chunk>> {
  if (record.state === "gone") throw gone(record.purpose);
  return await refusing(record, async () => {
    const parts = await readableParts(keyring, tenant, record.parts);
    if (parts.reduce((sum, { bytes }) => sum + bytes, 0) !== record.size) throw new Error("the sizes differ");
    await checkEnds(blobKv, tenant, parts);
    const chunks = openChunks(blobKv, tenant, runsOf(parts, range));
    const pieces = range === null
      ? verified(chunks, record, await digestLike(record, keyring, tenant))
      : cut(chunks, bytesBefore(parts, range), range);
    return refusingPieces(record, pieces, await pieces.next());
  });
}

async function* refusingPieces(
  record: Artifact,
  pieces: AsyncGenerator<Chunk>,
  first: IteratorResult<Chunk>,
) {
  try {
    for (let next = first; !next.done; next = await refusing(record, () => pieces.next())) yield next.value;
  } finally {
    await pieces.return(undefined);
  }
}

/** Holds each chunk back until the next has come; the last one goes out when size and SHA-256 are right. */
async function* verified(
  chunks: AsyncGenerator<Chunk>,
  { size, sha256 }: Artifact,
  digest: FileDigest,
): AsyncGenerator<Chunk> {
  let held: Chunk | null = null;
  for await (const chunk of chunks) {
    digest.update(chunk);
    if (chunk.length === 0) continue;
    if (held) yield held;
    held = chunk;
  }
  if (digest.size !== size || digest.sha256() !== sha256) {
    throw new Error("the file is not what was published");
  }
  if (held) yield held;
}

/** Cuts a range out of chunks that begin at byte `at` of the file. */
async function* cut(
  chunks: AsyncGenerator<Chunk>,
  at: number,
  { first, last }: ByteRange,
): AsyncGenerator<Chunk> {
  let left = last - first + 1;
  let skip = first - at;
  for await (const chunk of chunks) {
    const piece = chunk.subarray(skip, skip + left);
    skip = 0;
    left -= piece.length;
    if (piece.length > 0) yield piece;
  }
  if (left > 0) throw new Error("the file ends before the range");
}
