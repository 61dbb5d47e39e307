/** The two encodings that uploads come in; `shift_jis` is CP932 as Windows writes it. */
export type Charset = "utf-8" | "shift_jis";

/** In order of preference: what both can read (plain ASCII) is UTF-8. */
const CHARSETS: readonly Charset[] = ["utf-8", "shift_jis"];

/** Bytes that are not text of the encoding they were said to be in. */
export class CharsetError extends Error {
  override readonly name = "CharsetError";
}

/** Tells the encoding of a file while its bytes stream by; holds a few bytes of it. */
export interface Detector {
  push(bytes: Uint8Array): void;
  /** Null: neither UTF-8 nor Shift_JIS. To be called once, after the last byte. */
  finish(): Charset | null;
}

/**
 * Decodes strictly as every candidate at once and drops those that fail. UTF-8 that holds anything beyond ASCII is
 * practically never valid by chance, so it wins. A NUL byte means a binary file (or UTF-16), which is neither.
 */
export function detector(): Detector {
  const candidates = new Map(CHARSETS.map((name) => [name, new TextDecoder(name, { fatal: true })]));
  const attempt = (name: Charset, decode: () => unknown) => {
    try {
      decode();
    } catch {
      candidates.delete(name);
    }
  };
  return {
    push(bytes) {
      if (bytes.includes(0)) candidates.clear();
      for (const [name, decoder] of candidates) attempt(name, () => decoder.decode(bytes, { stream: true }));
    },
    finish() {
      for (const [name, decoder] of candidates) attempt(name, () => decoder.decode());
      return CHARSETS.find((name) => candidates.has(name)) ?? null;
    },
  };
}

/**
 * The text of `bytes` piece by piece, without BOM; a character is never cut. One piece is read at a time, when it is
 * asked for. Throws CharsetError at the first byte that does not belong.
 */
export async function* decodeStream(
  bytes: AsyncIterable<Uint8Array>,
  charset: Charset,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(charset, { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new CharsetError(`not ${charset}`, { cause });
    }
  };
  for await (const piece of bytes) {
    const text = decode(piece);
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}
