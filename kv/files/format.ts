/**
 * How a part of a file lies in the blob database (design §4.5): chunks of at most 65,536 stored bytes, sealed with
 * AES-256-GCM under the part's own key. All chunks but a part's last are full, so a byte's chunk can be computed.
 */

/** The largest value that KV takes, when it is a bare `Uint8Array` (reference/kv.md §1). */
export const STORED_BYTES = 65_536;

const TAG_BYTES = 16;

/** Bytes of the file in a full chunk. */
export const CHUNK_BYTES = STORED_BYTES - TAG_BYTES;

const PART_ID_BYTES = 16;

/** A new part id: 128 random bits, so that an unchecked write can never meet another part's chunks. */
export function newPartId(): string {
  return crypto.getRandomValues(new Uint8Array(PART_ID_BYTES)).toHex();
}

/** How many chunks a part of `bytes` bytes has; an empty part has one, which proves that nothing was cut off. */
export function chunkCount(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / CHUNK_BYTES));
}

/** Seals and opens the chunks of one part. */
export interface ChunkCipher {
  /** The stored form of chunk `n`: a bare array. Copies `plain` before it returns. */
  seal(n: number, isLast: boolean, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects when the chunk is not chunk `n` of this part, or not its last as `isLast` says. */
  open(n: number, isLast: boolean, stored: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The cipher of a part. WebCrypto works beside the JavaScript thread: several times as fast as node:crypto, nine times
 * with chunks under way together (bench/file_choices.ts).
 */
export async function chunkCipher(part: string, secret: Uint8Array<ArrayBuffer>): Promise<ChunkCipher> {
  const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
  const partName = new TextEncoder().encode(part);
  const params = (n: number, isLast: boolean): AesGcmParams => ({
    name: "AES-GCM",
    iv: nonce(n),
    additionalData: place(partName, n, isLast),
  });
  return {
    seal: async (n, isLast, plain) =>
      new Uint8Array(await crypto.subtle.encrypt(params(n, isLast), key, plain)),
    open: async (n, isLast, stored) =>
      new Uint8Array(await crypto.subtle.decrypt(params(n, isLast), key, stored)),
  };
}

/** The chunk's number: a nonce never repeats under a part's key, since a part is written once. */
function nonce(n: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12);
  new DataView(bytes.buffer).setUint32(8, n);
  return bytes;
}

/** Where the chunk belongs, as additional data: it cannot be moved, swapped, or passed off as the end. */
function place(part: Uint8Array, n: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(part.length + 5);
  bytes.set(part);
  const view = new DataView(bytes.buffer);
  view.setUint32(part.length, n);
  view.setUint8(part.length + 4, isLast ? 1 : 0);
  return bytes;
}
