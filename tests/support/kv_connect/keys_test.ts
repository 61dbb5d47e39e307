import { deepStrictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { decodeBound, decodeKey, encodeKey } from "./keys.ts";

const part: fc.Arbitrary<Deno.KvKeyPart> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.uint8Array({ maxLength: 12 }),
  fc.double(),
  fc.integer(),
  fc.bigInt({ min: -(2n ** 64n) + 1n, max: 2n ** 64n - 1n }),
  fc.boolean(),
);
const key = fc.array(part, { minLength: 1, maxLength: 4 });

Deno.test("a key comes back from its bytes, and so do its bounds", () => {
  fc.assert(fc.property(key, (key) => {
    const bytes = encodeKey(key);
    deepStrictEqual(decodeKey(bytes), key);
    deepStrictEqual(decodeBound(Uint8Array.of(...bytes, 0)), { key, side: "after" });
    deepStrictEqual(decodeBound(Uint8Array.of(...bytes, 0xff)), { key, side: "beyond" });
  }));
});

Deno.test("bytes stand in the order in which Deno KV lists their keys", async () => {
  using kv = await Deno.openKv(":memory:");
  await fc.assert(
    fc.asyncProperty(fc.array(key, { minLength: 2, maxLength: 8 }), async (keys) => {
      for (const { key } of await Array.fromAsync(kv.list({ prefix: [] }))) await kv.delete(key);
      for (const key of keys) await kv.set(key, null);
      const listed = await Array.fromAsync(kv.list({ prefix: [] }), ({ key }) => encodeKey(key).toHex());
      deepStrictEqual(listed, listed.toSorted());
    }),
    { numRuns: 30 },
  );
});

Deno.test("what is no key is refused", () => {
  for (const bytes of [[2, 97], [0x21, 1], [0x30, 0], [2, 0xc3, 0], [0x16, 1]]) {
    throws(() => decodeBound(Uint8Array.from(bytes)));
  }
});
