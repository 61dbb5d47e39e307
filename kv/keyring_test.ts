import assert from "node:assert/strict";
import { KeyringError, newRingEntry, newSecret, parseKeyring, unwrap, wrap } from "./keyring.ts";

Deno.test("the first key encrypts, all decrypt", async () => {
  const [old, fresh] = [newRingEntry("k1"), newRingEntry("k2")];
  const secret = newSecret();
  const before = await wrap(parseKeyring(old), secret, "part");
  const rotated = parseKeyring(`${fresh},${old}`);
  assert.deepEqual(await unwrap(rotated, before, "part"), secret);
  const after = await wrap(rotated, secret, "part");
  assert.equal(after.id, "k2");
  assert.deepEqual(await unwrap(parseKeyring(fresh), after, "part"), secret);
  await assert.rejects(unwrap(parseKeyring(fresh), before, "part"), /no key "k1"/);
});

Deno.test("a wrapped key opens under its own key and context only, and not when it was changed", async () => {
  const ring = parseKeyring(newRingEntry("k1"));
  const wrapped = await wrap(ring, newSecret(), "part/a/1");
  await assert.rejects(unwrap(ring, wrapped, "part/b/1"), KeyringError);
  await assert.rejects(unwrap(parseKeyring(newRingEntry("k1")), wrapped, "part/a/1"), KeyringError);
  const bytes = Uint8Array.fromBase64(wrapped.wrapped);
  bytes[20]! ^= 1;
  await assert.rejects(unwrap(ring, { ...wrapped, wrapped: bytes.toBase64() }, "part/a/1"), KeyringError);
});

Deno.test("wrapping the same secret twice looks different", async () => {
  const ring = parseKeyring(newRingEntry("k1"));
  const secret = newSecret();
  assert.notEqual((await wrap(ring, secret, "x")).wrapped, (await wrap(ring, secret, "x")).wrapped);
});

Deno.test("a keyring can be sent to a worker", async () => {
  const ring = parseKeyring(`${newRingEntry("k1")},${newRingEntry("k2")}`);
  const sent = structuredClone(ring);
  const secret = newSecret();
  assert.deepEqual(await unwrap(sent, await wrap(ring, secret, "x"), "x"), secret);
});

Deno.test("what is not id:base64 of 32 bytes is refused by its place, without showing the key", () => {
  const good = newRingEntry("k1");
  const short = new Uint8Array(31).fill(7).toBase64();
  const cases: [string, RegExp][] = [
    ["", /entry 1 is not id:base64/],
    [`${good},`, /entry 2 is not id:base64/],
    ["nokey", /entry 1/],
    ["k 1:AAAA", /entry 1/],
    [`k1:${short}`, /"k1" is not the base64 of 32 bytes/],
    ["k1:%%%%", /"k1" is not the base64/],
    [`${good},${newRingEntry("k1")}`, /names "k1" twice/],
  ];
  for (const [text, message] of cases) {
    assert.throws(() => parseKeyring(text), (error: Error) => {
      assert.ok(error instanceof KeyringError);
      assert.match(error.message, message);
      assert.ok(!error.message.includes(short) && !error.message.includes(good.slice(3)));
      return true;
    });
  }
});
