import assert from "node:assert/strict";

/** A grey picture: one byte a pixel, 0 black to 255 white, row by row. */
export interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Reads a PNG of 8 bits grey without interlacing (ISO/IEC 15948), as pdftoppm -gray writes them. */
export async function readPng(bytes: Uint8Array<ArrayBuffer>): Promise<Grey> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array<ArrayBuffer>[] = [];
  let [width, height] = [0, 0];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(bytes.subarray(at + 4, at + 8));
    if (type === "IHDR") {
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      // Bits, colour type, compression, filter and interlacing.
      assert.deepEqual([...bytes.subarray(at + 16, at + 21)], [8, 0, 0, 0, 0]);
    }
    if (type === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const inflated = new Blob(data).stream().pipeThrough(new DecompressionStream("deflate"));
  return { width, height, pixels: unfiltered(await new Response(inflated).bytes(), width, height) };
}

/** Undoes the filter that each row names in its first byte: none, left, above, their mean, or Paeth's choice. */
function unfiltered(data: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (width + 1)]!;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? pixels[at - 1]! : 0;
      const above = y > 0 ? pixels[at - width]! : 0;
      const corner = x > 0 && y > 0 ? pixels[at - width - 1]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      pixels[at] = data[y * (width + 1) + 1 + x]! + guess;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The share of pixels that differ by more than `by` of 255; all of them where the sizes differ. */
export function difference(a: Grey, b: Grey, by: number): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let differing = 0;
  for (let i = 0; i < a.pixels.length; i++) {
    if (Math.abs(a.pixels[i]! - b.pixels[i]!) > by) differing++;
  }
  return differing / a.pixels.length;
}
