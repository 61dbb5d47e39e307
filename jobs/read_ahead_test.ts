import assert from "node:assert/strict";
import { readAhead } from "./read_ahead.ts";

/** Counts up to `count` and says when it is over. */
function numbers(count: number) {
  const state = { closed: false };
  async function* items() {
    try {
      for (let n = 0; n < count; n++) yield await Promise.resolve(n);
    } finally {
      state.closed = true;
    }
  }
  return { state, items: items() };
}

Deno.test("everything comes in order, and one item is read ahead of the caller", async () => {
  const { items } = numbers(5);
  const begun: number[] = [];
  const ahead: number[] = [];
  const read = (n: number) => {
    begun.push(n);
    return Promise.resolve(n * 10);
  };
  const got: number[] = [];
  for await (const value of readAhead(items, read)) {
    // Long enough for whatever reads ahead without limit.
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    ahead.push(begun.length - 1 - got.length);
    got.push(value);
  }
  assert.deepEqual(got, [0, 10, 20, 30, 40]);
  assert.deepEqual(ahead, [1, 1, 1, 1, 0]);
});

Deno.test("an error comes behind what was read before it", async () => {
  const { items, state } = numbers(5);
  const got: number[] = [];
  const broken = readAhead(items, (n) => n === 2 ? Promise.reject(new Error("no")) : Promise.resolve(n));
  await assert.rejects(async () => {
    for await (const value of broken) got.push(value);
  }, /no/);
  assert.deepEqual(got, [0, 1]);
  assert.ok(state.closed);
});

Deno.test("a caller that stops early leaves nothing open, and misses no error of what it did not want", async () => {
  const { items, state } = numbers(5);
  for await (
    const _ of readAhead(items, (n) => n === 1 ? Promise.reject(new Error("no")) : Promise.resolve(n))
  ) {
    break;
  }
  assert.ok(state.closed);
});

Deno.test("nothing is nothing", async () => {
  assert.deepEqual(await Array.fromAsync(readAhead(numbers(0).items, (n) => Promise.resolve(n))), []);
});
