import assert from "node:assert/strict";
import { committerOf } from "./commit.ts";
import { checkKeyring } from "./key_check.ts";
import { KeyringError, newRingEntry, parseKeyring } from "./keyring.ts";

async function database() {
  const kv = await Deno.openKv(":memory:");
  const start = (entries: string) => checkKeyring(kv, committerOf(kv), parseKeyring(entries));
  return { start, [Symbol.dispose]: () => kv.close() };
}

const k1 = newRingEntry("k1");
const k2 = newRingEntry("k2");

Deno.test("the same keys start again; another key under the same id does not", async () => {
  using db = await database();
  await db.start(k1);
  await db.start(k1);
  await assert.rejects(db.start(newRingEntry("k1")), (error: Error) => {
    assert.ok(error instanceof KeyringError);
    assert.match(error.message, /the key "k1" is not the one that this database was written with/);
    return true;
  });
});

Deno.test("a key is changed by putting the new one first and keeping the former", async () => {
  using db = await database();
  await db.start(k1);
  await assert.rejects(db.start(k2), /written with the key "k1", which ENCRYPTION_KEY does not hold/);
  await db.start(`${k2},${k1}`);
  await assert.rejects(db.start(k1), /written with the key "k2"/);
  await db.start(k2);
  await assert.rejects(db.start(`${k2},${newRingEntry("k1")}`), /the key "k1" is not the one/);
});

Deno.test("two processes that start first together agree", async () => {
  using db = await database();
  await Promise.all([db.start(k1), db.start(k1)]);
  await db.start(k1);
  using other = await database();
  const results = await Promise.allSettled([other.start(k1), other.start(newRingEntry("k1"))]);
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
});
