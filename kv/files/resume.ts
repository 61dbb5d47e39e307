import type { Artifact, Part } from "./artifact.ts";
import { openChunks } from "./chunk_source.ts";
import { deleteChunks } from "./delete_chunks.ts";
import { type FileDigest, fileDigest } from "./digest.ts";
import type { Files } from "./files.ts";
import { readableParts } from "./readable.ts";
import { refusing } from "./refusing.ts";

/**
 * What an earlier attempt left of a file: the digest over its sealed parts, and the record without the parts that
 * were not sealed, whose chunks are deleted. Nothing is saved yet; doing it again ends the same.
 */
export async function rereadSealed(
  { blobKv, keyring }: Pick<Files, "blobKv" | "keyring">,
  tenant: string,
  record: Artifact,
): Promise<{ record: Artifact; digest: FileDigest }> {
  for (const part of record.parts) {
    if (!isSealed(part)) await deleteChunks(blobKv, tenant, part.id, null);
  }
  const kept = { ...record, parts: record.parts.filter(isSealed) };
  const digest = fileDigest();
  await refusing(record, async () => {
    for await (const chunk of sealedBytes({ blobKv, keyring }, tenant, kept)) digest.update(chunk);
  });
  return { record: kept, digest };
}

/** The bytes of the sealed parts of a file that is being written, from the first. */
export async function* sealedBytes(
  { blobKv, keyring }: Pick<Files, "blobKv" | "keyring">,
  tenant: string,
  record: Artifact,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const parts = await readableParts(keyring, tenant, record.parts.filter(isSealed));
  yield* openChunks(blobKv, tenant, parts.map((part) => ({ part, from: 0, to: part.chunks })));
}

function isSealed({ chunks }: Part): boolean {
  return chunks !== null;
}
