import { createHash, createHmac } from "node:crypto";
import type { Keyring } from "../keyring.ts";
import type { Artifact } from "./artifact.ts";
import { partSecret } from "./part.ts";

/** SHA-256, keyed or plain, and size of a whole file, over all its parts. */
export interface FileDigest {
  update(bytes: Uint8Array): void;
  /** Bytes so far. */
  readonly size: number;
  /** The SHA-256 in hex; ends the digest. */
  sha256(): string;
}

/** A digest of nothing yet, keyed with the first part's `secret` (null: plain). */
export function fileDigest(secret: Uint8Array | null = null): FileDigest {
  const hash = secret === null ? createHash("sha256") : createHmac("sha256", keyFrom(secret));
  let size = 0;
  return {
    update(bytes) {
      hash.update(bytes);
      size += bytes.length;
    },
    get size() {
      return size;
    },
    sha256: () => hash.digest("hex"),
  };
}

/** The digest that a stored file was told by. Throws when its key was shredded or is not in the ring. */
export async function digestLike(
  { keyed, parts }: Pick<Artifact, "keyed" | "parts">,
  keyring: Keyring,
  tenant: string,
): Promise<FileDigest> {
  const [first] = parts;
  return fileDigest(keyed && first ? await partSecret(keyring, tenant, first) : null);
}

/** The part's key seals its chunks: the digest takes one that is made from it. */
function keyFrom(secret: Uint8Array): Uint8Array {
  return createHmac("sha256", secret).update("file digest").digest();
}
