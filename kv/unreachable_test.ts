import assert from "node:assert/strict";
import { DatabaseUnreachable, patient } from "./unreachable.ts";

const FOUND = { key: ["a"], value: 1, versionstamp: "1" };

/** A database whose single reads are answered at once, or, while it is gone, not before `answer`; and how many were made. */
async function lineTo(patienceMs = 5) {
  const kv = await Deno.openKv(":memory:");
  const back = Promise.withResolvers<void>();
  const late: Promise<unknown>[] = [];
  const line = { asked: 0, gone: false, answer: () => (back.resolve(), Promise.all(late)) };
  kv.get = (() => {
    line.asked++;
    if (!line.gone) return Promise.resolve(FOUND);
    late.push(back.promise.then(() => FOUND));
    return late.at(-1);
  }) as Deno.Kv["get"];
  return Object.assign(line, { kv: patient(kv, patienceMs), [Symbol.dispose]: () => kv.close() });
}

Deno.test("what is answered is as it was", async () => {
  using kv = patient(await Deno.openKv(":memory:"));
  await kv.atomic().set(["a"], 1).set(["b"], 2).commit();
  assert.equal((await kv.get(["a"])).value, 1);
  assert.deepEqual((await kv.getMany([["a"], ["b"]])).map(({ value }) => value), [1, 2]);
  assert.deepEqual((await Array.fromAsync(kv.list({ prefix: [] }))).map(({ value }) => value), [1, 2]);
  assert.equal((await kv.atomic().check({ key: ["a"], versionstamp: null }).commit()).ok, false);
  await assert.rejects(kv.get([]).then(() => kv.atomic().set([], 1).commit()), TypeError);
});

Deno.test("what is not answered ends, and the next call is made", async () => {
  using line = await lineTo();
  line.gone = true;
  await assert.rejects(line.kv.get(["a"]), DatabaseUnreachable);
  line.gone = false;
  assert.equal((await line.kv.get(["a"])).value, 1);
});

Deno.test("while nothing is answered few calls are begun; the first late answer opens the line", async () => {
  using line = await lineTo();
  line.gone = true;
  for (let n = 0; n < 30; n++) await assert.rejects(line.kv.get(["a"]), DatabaseUnreachable);
  assert.equal(line.asked, 8);
  line.gone = false;
  await assert.rejects(line.kv.get(["a"]), DatabaseUnreachable, "nobody knows yet");
  await line.answer();
  assert.equal((await line.kv.get(["a"])).value, 1);
});

Deno.test("what fails by the network is unreachable too", async () => {
  const kv = await Deno.openKv(":memory:");
  kv.get = () => Promise.reject(new Error("KV Connect failed to read response body: torn"));
  try {
    await assert.rejects(patient(kv).get(["a"]), DatabaseUnreachable);
  } finally {
    kv.close();
  }
});
