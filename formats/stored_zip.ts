import { crc32 } from "node:zlib";
import { distinctFileNames } from "./filename.ts";
import { dosTime } from "./zip.ts";

/** A ZIP of files that are known whole and compressed already, being written. Calls follow each other. */
export interface StoredZip {
  /** Adds a file as it is, under a name that is made safe and unlike those before it. Throws RangeError from 4 GiB on. */
  add(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Writes the directory; more than 65,534 files, or 4 GiB before it, make it one of zip64. */
  close(): Promise<void>;
}

/** What two and four bytes cannot count; it stands where zip64 says more. */
const MOST_16 = 0xffff;
const MOST_32 = 0xffffffff;

/** Versions that are needed to read an entry: that of directories and UTF-8, and that of zip64. */
const PLAIN = 20;
const ZIP64 = 45;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x800;

/** Bytes of the directory that are held together. */
const PAGE_BYTES = 64 * 1024;

/**
 * A ZIP (PKWARE APPNOTE 6.3) without compression, written from front to back: of a file nothing is kept but its record in
 * the directory, some 150 bytes. (A library that compresses keeps eight thousand.) The same files make the same bytes.
 * `modifiedAt` (`YYYY-MM-DDTHH:mm:ss`) is what every file shows as its time.
 */
export function storedZipInto(
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  modifiedAt: string,
): StoredZip {
  const named = distinctFileNames();
  const time = dosTime(modifiedAt);
  const directory = pagesOf();
  let offset = 0;
  let count = 0;
  return {
    async add(name, bytes) {
      if (bytes.length >= MOST_32) {
        throw new RangeError(`a file of ${bytes.length} bytes is too large to be stored`);
      }
      const entry = {
        name: new TextEncoder().encode(named(name)),
        time,
        checksum: crc32(bytes),
        size: bytes.length,
        offset,
      };
      const header = localHeader(entry);
      await write(header);
      await write(bytes);
      directory.add(centralHeader(entry));
      offset += header.length + bytes.length;
      count++;
    },
    async close() {
      for (const page of directory.pages()) await write(page);
      await write(endOf({ count, size: directory.size(), offset }));
    },
  };
}

interface Entry {
  name: Uint8Array;
  time: number;
  checksum: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

/** What the header of a file and its record in the directory have in common (4.3.7, 4.3.12). */
function common(version: number, { time, checksum, size, name }: Entry, extra: number): Field[] {
  return [
    [2, version],
    [2, UTF8_NAMES],
    [2, 0],
    [4, time],
    [4, checksum],
    [4, size],
    [4, size],
    [2, name.length],
    [2, extra],
  ];
}

function localHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  return joined(fields([[4, 0x04034b50], ...common(PLAIN, entry, 0)]), entry.name);
}

function centralHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  const { offset, name } = entry;
  const far = offset >= MOST_32;
  const extra = far ? fields([[2, 1], [2, 8], [8, offset]]) : new Uint8Array();
  const version = far ? ZIP64 : PLAIN;
  const record = fields([
    [4, 0x02014b50],
    [2, version],
    ...common(version, entry, extra.length),
    // Comment, disk, attributes.
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, far ? MOST_32 : offset],
  ]);
  return joined(record, name, extra);
}

/** The end of the directory, with that of zip64 in front of it where it is needed (4.3.14–4.3.16). */
function endOf(directory: { count: number; size: number; offset: number }): Uint8Array<ArrayBuffer> {
  const { count, size, offset } = directory;
  const large = count >= MOST_16 || size >= MOST_32 || offset >= MOST_32;
  const few = Math.min(count, MOST_16);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, few],
    [2, few],
    [4, Math.min(size, MOST_32)],
    [4, Math.min(offset, MOST_32)],
    [2, 0],
  ]);
  if (!large) return end;
  const end64 = fields([
    [4, 0x06064b50],
    [8, 44],
    [2, ZIP64],
    [2, ZIP64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
  ]);
  const locator = fields([[4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]]);
  return joined(end64, locator, end);
}

/** A number and in how many bytes it stands. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Numbers, lowest byte first. */
function fields(of: readonly Field[]): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(of.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(record.buffer);
  let at = 0;
  for (const [bytes, value] of of) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return record;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Records one behind the other in pages of one size: a list of a hundred thousand small arrays would take as much again. */
function pagesOf() {
  const full: Uint8Array<ArrayBuffer>[] = [];
  let page = new Uint8Array(PAGE_BYTES);
  let filled = 0;
  return {
    add(record: Uint8Array) {
      for (let at = 0; at < record.length;) {
        const some = record.subarray(at, at + PAGE_BYTES - filled);
        page.set(some, filled);
        filled += some.length;
        at += some.length;
        if (filled < PAGE_BYTES) continue;
        full.push(page);
        page = new Uint8Array(PAGE_BYTES);
        filled = 0;
      }
    },
    size: () => full.length * PAGE_BYTES + filled,
    pages: () => [...full, page.subarray(0, filled)],
  };
}
