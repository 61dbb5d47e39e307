import assert from "node:assert/strict";
import fc from "fast-check";
import { all, cutAt, places, streamOf } from "../formats/test_tools.ts";
import { bundled, filesIn } from "./bundle.ts";

const file = fc.record({
  name: fc.string({ unit: "grapheme", maxLength: 60 }),
  bytes: fc.uint8Array({ maxLength: 3_000 }).map((bytes) => new Uint8Array(bytes)),
}, { noNullPrototype: true });

const joined = (parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

Deno.test("whatever files a bundle holds come back in order, however it is cut", async () => {
  await fc.assert(fc.asyncProperty(fc.array(file, { maxLength: 8 }), places, async (files, cuts) => {
    const bundle = joined(files.map(({ name, bytes }) => bundled(name, bytes)));
    assert.deepEqual(await all(filesIn(streamOf(cutAt(bundle, cuts)))), files);
  }));
});

Deno.test("a bundle that ends in the middle of a file is no whole one", async () => {
  const whole = bundled("書類.pdf", new Uint8Array(100));
  for (const length of [1, 7, 8, 12, whole.length - 1]) {
    await assert.rejects(all(filesIn(streamOf([whole.subarray(0, length)]))), RangeError, `${length}`);
  }
  const twice = joined([whole, whole]);
  assert.equal((await all(filesIn(streamOf([twice])))).length, 2);
});

Deno.test("files of a bundle share no bytes with what it was read from", async () => {
  const piece = bundled("a", Uint8Array.of(1, 2));
  const [one] = await all(filesIn(streamOf([piece])));
  piece.fill(0);
  assert.deepEqual([...one!.bytes], [1, 2]);
});
