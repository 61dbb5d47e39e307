import { createHash } from "node:crypto";

/** SHA-256 and size of a whole file, over all its parts. */
export interface FileDigest {
  update(bytes: Uint8Array): void;
  /** Bytes so far. */
  readonly size: number;
  /** The SHA-256 in hex; ends the digest. */
  sha256(): string;
}

/** A digest of nothing yet. */
export function fileDigest(): FileDigest {
  const hash = createHash("sha256");
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
