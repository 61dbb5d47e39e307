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

Deno.test("the share of pixels that differ: a little greyer is the same, another size all of it", () => {
  const of = (...pixels: number[]): Picture => ({ width: 2, height: 2, pixels: new Uint8Array(pixels) });
  assert.equal(difference(of(0, 1, 2, 3), of(1, 2, 3, 2)), 0);
  assert.equal(difference(of(0, 1, 2, 3), of(2, 1, 2, 0)), 0.5);
  assert.equal(difference(of(0, 0, 0, 0), { width: 1, height: 4, pixels: new Uint8Array(4) }), 1);
});
