/** One file of a bundle. */
export interface BundledFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of the two numbers, most significant byte first, in front of a file: how long its name is, and how long it is. */
const HEAD_BYTES = 8;

/** A file as a bundle holds it: its lengths, its name in UTF-8, its bytes. */
export function bundled(name: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = new TextEncoder().encode(name);
  const record = new Uint8Array(HEAD_BYTES + named.length + bytes.length);
  const head = new DataView(record.buffer);
  head.setUint32(0, named.length);
  head.setUint32(4, bytes.length);
  record.set(named, HEAD_BYTES);
  record.set(bytes, HEAD_BYTES + named.length);
  return record;
}

/** The files of a bundle, one after another, however it is cut. Throws RangeError when it ends in the middle of one. */
export async function* filesIn(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<BundledFile, void, undefined> {
  const take = takerOf(pieces);
  for (let head = await take(HEAD_BYTES, true); head; head = await take(HEAD_BYTES, true)) {
    const lengths = new DataView(head.buffer);
    const named = await take(lengths.getUint32(0));
    const bytes = await take(lengths.getUint32(4));
    yield { name: new TextDecoder("utf-8", { ignoreBOM: true }).decode(named!), bytes: bytes! };
  }
}

/** Takes so many bytes at a time; null at the end, where there `mayEnd`. */
function takerOf(pieces: AsyncIterable<Uint8Array>) {
  const source = pieces[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  return async (count: number, mayEnd = false): Promise<Uint8Array<ArrayBuffer> | null> => {
    const taken = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      if (held.length === 0) {
        const next = await source.next();
        if (next.done && filled === 0 && mayEnd) return null;
        if (next.done) throw new RangeError(`a bundle ends ${count - filled} bytes too early`);
        held = next.value;
      }
      const some = held.subarray(0, count - filled);
      taken.set(some, filled);
      filled += some.length;
      held = held.subarray(some.length);
    }
    return taken;
  };
}
