import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-writer.js";
import { distinctFileNames } from "./filename.ts";

/** A file to be put into a ZIP. */
export interface ZipEntry {
  /** Made safe, and unlike the names before it. */
  name: string;
  /** Bytes: said beforehand, so that only a file of 4 GiB or more has the fields of zip64. */
  size: number;
  bytes(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** A ZIP being written. Calls follow each other: each waits for the one before. */
export interface Zip {
  /** Adds a file; all of it is written when this resolves. Throws RangeError when it has another size than was said. */
  add(entry: ZipEntry): Promise<void>;
  /** Writes the directory; more than 65,535 files, or 4 GiB before it, make it one of zip64. */
  close(): Promise<void>;
}

/** What goes into the compressor at a time: always the same cuts, so that the same bytes make the same ZIP. */
const PIECE_BYTES = 64 * 1024;

/**
 * A ZIP (PKWARE APPNOTE 6.3) that is written from front to back, each piece by a call of `write`. The same files make
 * the same bytes, however they are cut: nothing of the process, the clock or the time zone goes in. `modifiedAt`
 * (`YYYY-MM-DDTHH:mm:ss`) is what every file shows as its time.
 */
export function zipInto(write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>, modifiedAt: string): Zip {
  const writer = new ZipWriter(new WritableStream<Uint8Array<ArrayBuffer>>({ write }), {
    useWebWorkers: false,
    level: 6,
    // Names are UTF-8 and say so, ASCII ones too.
    useUnicodeFileNames: true,
    extendedTimestamp: false,
    rawLastModDate: dosTime(modifiedAt),
  });
  const named = distinctFileNames();
  return {
    async add({ name, size, bytes }) {
      const readable = ReadableStream.from(pieces(bytes(), size));
      await writer.add(named(name), { readable, size });
    },
    async close() {
      await writer.close();
    },
  };
}

/** The bytes in pieces of one size but the last. Throws RangeError when there are not exactly `size`. */
async function* pieces(bytes: AsyncIterable<Uint8Array<ArrayBuffer>>, size: number) {
  let held = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  let total = 0;
  for await (const some of bytes) {
    total += some.length;
    for (let at = 0; at < some.length;) {
      const piece = some.subarray(at, at + PIECE_BYTES - filled);
      held.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < PIECE_BYTES) continue;
      yield held;
      // Whoever took it may still read it.
      held = new Uint8Array(PIECE_BYTES);
      filled = 0;
    }
  }
  if (total !== size) throw new RangeError(`a file of ${size} bytes has ${total}`);
  if (filled > 0) yield held.slice(0, filled);
}

/** Date and time (`YYYY-MM-DDTHH:mm:ss`) as MS-DOS wrote them, in steps of two seconds; the earliest is 1980. */
export function dosTime(text: string): number {
  const [year, month, day, hour, minute, second] = text.split(/[-:T]/).map(Number);
  if (year! < 1980 || year! > 2107) throw new RangeError(`a ZIP cannot tell the year ${year}`);
  const date = (year! - 1980) << 9 | month! << 5 | day!;
  const time = hour! << 11 | minute! << 5 | second! >> 1;
  return date * 0x10000 + time;
}
