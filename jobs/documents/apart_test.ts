import assert from "node:assert/strict";
import { readApart } from "./apart.ts";

/** Reads numbers, all but the odd ones; `asked` counts. */
function reader() {
  const asked: number[][] = [];
  const read = (some: readonly number[]): Promise<string[]> => {
    asked.push([...some]);
    const odd = some.find((n) => n % 2 === 1);
    return odd === undefined ? Promise.resolve(some.map(String)) : Promise.reject(new Error(`${odd}`));
  };
  return { asked, read };
}

const failed = (error: unknown) => `not ${(error as Error).message}`;

Deno.test("what can be read together is asked for once", async () => {
  const { asked, read } = reader();
  assert.deepEqual(await readApart([2, 4, 6], read, failed), ["2", "4", "6"]);
  assert.deepEqual(asked, [[2, 4, 6]]);
  assert.deepEqual(await readApart([], read, failed), []);
});

Deno.test("one that cannot be read does not keep the others, and everybody stays in place", async () => {
  const { asked, read } = reader();
  assert.deepEqual(await readApart([2, 3, 4], read, failed), ["2", "not 3", "4"]);
  assert.deepEqual(asked, [[2, 3, 4], [2], [3], [4]]);
  assert.deepEqual(await readApart([3], read, failed), ["not 3"]);
});

Deno.test("what is no fault of one ends it all", async () => {
  const { read } = reader();
  const throwing = (error: unknown): string => {
    throw error;
  };
  await assert.rejects(readApart([2, 3, 4], read, throwing), /3/);
});
