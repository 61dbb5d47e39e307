/**
 * The keys that stand outside the database (`ENCRYPTION_KEY`). Each file part has an AES-256 key of its own, stored
 * wrapped under the first key of the ring: who has the database files alone reads nothing (R12).
 */

/** A key of the ring. Plain data: it is sent to workers. */
interface RingKey {
  id: string;
  /** 32 bytes. */
  secret: Uint8Array<ArrayBuffer>;
}

/** The first key encrypts, all decrypt. */
export interface Keyring {
  keys: [RingKey, ...RingKey[]];
}

/** A secret encrypted under the key `id`: base64 of a random nonce and the sealed bytes. */
export interface Wrapped {
  id: string;
  wrapped: string;
}

/** The keys given cannot be used, or are not those of the database. Never holds key material. */
export class KeyringError extends Error {
  override readonly name = "KeyringError";
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** Reads `id:base64,…`; an id is 1–32 of `A-Za-z0-9_-`, a key 32 bytes. Throws KeyringError naming the entry. */
export function parseKeyring(text: string): Keyring {
  const keys = text.split(",").map((entry, i) => ringKey(entry.trim(), i + 1));
  const [first, ...rest] = keys;
  if (!first) throw new KeyringError("ENCRYPTION_KEY is empty");
  const repeated = keys.find(({ id }, i) => keys.findIndex((other) => other.id === id) !== i);
  if (repeated) throw new KeyringError(`ENCRYPTION_KEY names "${repeated.id}" twice`);
  return { keys: [first, ...rest] };
}

/** A new random entry for `ENCRYPTION_KEY`. */
export function newRingEntry(id: string): string {
  return `${id}:${crypto.getRandomValues(new Uint8Array(KEY_BYTES)).toBase64()}`;
}

/** A new random AES-256 key. */
export function newSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** Encrypts `secret` under the first key. `context` says what it is for; unwrapping has to name the same. */
export async function wrap(
  keyring: Keyring,
  secret: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Wrapped> {
  const [first] = keyring.keys;
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(gcm(nonce, context), await imported(first, "encrypt"), secret);
  const bytes = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  bytes.set(nonce);
  bytes.set(new Uint8Array(sealed), NONCE_BYTES);
  return { id: first.id, wrapped: bytes.toBase64() };
}

/** The secret behind `wrapped`. Throws KeyringError when the key is not in the ring or is another one. */
export async function unwrap(
  keyring: Keyring,
  { id, wrapped }: Wrapped,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = keyring.keys.find((candidate) => candidate.id === id);
  if (!key) throw new KeyringError(`no key "${id}" in ENCRYPTION_KEY`);
  try {
    const bytes = Uint8Array.fromBase64(wrapped);
    const [nonce, sealed] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
    return new Uint8Array(
      await crypto.subtle.decrypt(gcm(nonce, context), await imported(key, "decrypt"), sealed),
    );
  } catch (cause) {
    throw new KeyringError(`key "${id}" of ENCRYPTION_KEY does not open what was wrapped under it`, {
      cause,
    });
  }
}

function ringKey(entry: string, position: number): RingKey {
  const [, id, base64] = /^([A-Za-z0-9_-]{1,32}):(.+)$/.exec(entry) ?? [];
  if (id === undefined || base64 === undefined) {
    throw new KeyringError(`ENCRYPTION_KEY: entry ${position} is not id:base64`);
  }
  const secret = decoded(base64);
  if (secret?.length !== KEY_BYTES) {
    throw new KeyringError(`ENCRYPTION_KEY: "${id}" is not the base64 of ${KEY_BYTES} bytes`);
  }
  return { id, secret };
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return null;
  }
}

function gcm(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(context) };
}

function imported(key: RingKey, usage: KeyUsage): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key.secret, "AES-GCM", false, [usage]);
}
