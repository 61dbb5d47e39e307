import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A picture of four greys: a byte a pixel, 0 black to 3 white, row by row. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Reads a PGM of 8 bits (P5), as pdftoppm -gray writes them. */
export function readPgm(bytes: Uint8Array): Picture {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 60));
  const [all, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(head) ?? assert.fail("not a PGM");
  return {
    width: Number(width),
    height: Number(height),
    pixels: bytes.subarray(all.length).map((grey) => grey >> 6),
  };
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** 2 bits a pixel, grey; deflate, filters by row, no interlacing. */
const FORMAT = [2, 0, 0, 0, 0];

/** A PNG (ISO/IEC 15948) of two bits a pixel, rows unfiltered. */
export function writePng({ width, height, pixels }: Picture): Uint8Array {
  const line = 1 + Math.ceil(width / 4);
  const data = new Uint8Array(line * height);
  for (const [i, grey] of pixels.entries()) {
    const x = i % width;
    data[Math.floor(i / width) * line + 1 + (x >> 2)]! |= grey << (6 - 2 * (x & 3));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(FORMAT, 8);
  const chunks = [chunk("IHDR", head), chunk("IDAT", deflateSync(data, { level: 9 })), chunk("IEND")];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** Reads what {@link writePng} wrote. */
export function readPng(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes);
  assert.deepEqual([...png.subarray(24, 29)], FORMAT, "a picture of this test");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  // One IDAT, behind the signature and an IHDR of 25 bytes.
  const data = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const line = 1 + Math.ceil(width / 4);
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const x = i % width;
    pixels[i] = data[Math.floor(i / width) * line + 1 + (x >> 2)]! >> (6 - 2 * (x & 3)) & 3;
  }
  return { width, height, pixels };
}

function chunk(type: string, data: Uint8Array = Buffer.alloc(0)): Uint8Array {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** Pixels of a side of the squares that are compared. */
const SQUARE = 32;

/**
 * By how many greys the pixels differ in the square of 32 × 32 where they differ most, so that a word on a page is as much
 * as on a stamp; infinite where the sizes differ.
 */
export function difference(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  const squares = new Map<number, number>();
  for (const [i, grey] of a.pixels.entries()) {
    const by = Math.abs(grey - b.pixels[i]!);
    if (by === 0) continue;
    const [x, y] = [i % a.width, Math.floor(i / a.width)];
    const square = Math.floor(y / SQUARE) * a.width + Math.floor(x / SQUARE);
    squares.set(square, (squares.get(square) ?? 0) + by);
  }
  return Math.max(0, ...squares.values());
}
