import assert from "node:assert/strict";
import fc from "fast-check";
import { difference, type Picture, readPgm, readPng, writePng } from "./picture.ts";

const pictures = fc.record({
  width: fc.integer({ min: 1, max: 20 }),
  height: fc.integer({ min: 1, max: 20 }),
})
  .chain(({ width, height }) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height, max: 3 })
      .map((pixels): Picture => ({ width, height, pixels }))
  );

Deno.test("a picture that was written is read as it was", () => {
  fc.assert(fc.property(pictures, (picture) => assert.deepEqual(readPng(writePng(picture)), picture)));
});

Deno.test("a PGM in four greys; what another programme wrote is no picture of ours", () => {
  const head = [...new TextEncoder().encode("P5\n2 2\n255\n")];
  const { pixels, width } = readPgm(new Uint8Array([...head, 0, 63, 64, 255]));
  assert.deepEqual([width, ...pixels], [2, 0, 0, 1, 3]);
  assert.throws(() => readPgm(new Uint8Array([80, 52, 10])));
  assert.throws(() => readPng(new Uint8Array(60)), /a picture of this test/);
});

Deno.test("the worst square counts, by how much its pixels are lighter or darker; another size is all else", () => {
  const of = (width: number, ...pixels: number[]): Picture => ({
    width,
    height: pixels.length / width,
    pixels: new Uint8Array(pixels),
  });
  assert.equal(difference(of(2, 0, 1, 2, 3), of(2, 0, 1, 2, 3)), 0);
  assert.equal(difference(of(2, 0, 1, 2, 3), of(2, 2, 1, 2, 0)), 5);
  assert.equal(difference(of(2, 0, 0, 0, 0), of(1, 0, 0, 0, 0)), Infinity);
  const white = Array<number>(64).fill(3);
  const twoBlack = white.map((grey, x) => x === 0 || x === 63 ? 0 : grey);
  assert.equal(difference(of(64, ...white), of(64, ...twoBlack)), 3);
});
