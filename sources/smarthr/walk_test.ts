import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../../domain/errors.ts";
import type { Client, Page, Resource } from "./client.ts";
import { inLanes, readAll, walk } from "./walk.ts";

type Item = { id: string };
const RESOURCE = { path: "/v1/crews", noun: "従業員情報" } as Resource<Item>;

/** A client of a list that `between` may change before each page after the first. */
function clientOfList(list: Item[], between: (list: Item[], page: number) => void = () => {}) {
  const asked: number[] = [];
  const client = {
    page(_: Resource<Item>, page: number): Promise<Page<Item>> {
      if (asked.length > 0) between(list, page);
      asked.push(page);
      const items = list.slice((page - 1) * 100, page * 100);
      return Promise.resolve({ items, total: list.length, next: page * 100 < list.length ? page + 1 : null });
    },
  } as unknown as Client;
  return { client, asked };
}

const items = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `crew-${i}` }));
const read = async (client: Client, first?: number) =>
  (await Array.fromAsync(walk(client, RESOURCE, first))).flat().map(({ id }) => id);

Deno.test("any list is read whole and in order, with as many requests as it has pages", async () => {
  await fc.assert(fc.asyncProperty(fc.nat(1_500), fc.integer({ min: 1, max: 17 }), async (count, first) => {
    const { client, asked } = clientOfList(items(count));
    assert.deepEqual(await read(client, first), items(count).slice((first - 1) * 100).map(({ id }) => id));
    assert.equal(asked.length, Math.max(1, Math.ceil(count / 100) - first + 1));
  }));
});

Deno.test("nobody is missed or read twice while others are removed or added", async () => {
  const remove = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 150 }).map((places) => ({
    places,
    add: 0,
  }));
  const add = fc.integer({ min: 0, max: 150 }).map((count) => ({ places: [] as number[], add: count }));
  const changes = fc.array(fc.oneof(remove, add), { maxLength: 12 });
  await fc.assert(fc.asyncProperty(fc.nat(1_200), changes, async (count, steps) => {
    const list = items(count);
    const queue = [...steps];
    let added = 0;
    const { client } = clientOfList(list, () => {
      const { places, add } = queue.shift() ?? { places: [], add: 0 };
      for (const place of places) list.splice(place % Math.max(1, list.length), 1);
      for (let i = 0; i < add; i++) list.push({ id: `new-${added++}` });
    });
    const got = await read(client);
    assert.equal(new Set(got).size, got.length, "somebody came twice");
    // Whoever is there at the end was there all the time, or was added behind the others.
    const missed = list.filter(({ id }) => !got.includes(id));
    assert.deepEqual(missed, []);
  }));
});

Deno.test("a list that goes on being shortened is read to its end", async () => {
  const list = items(1_000);
  const { client } = clientOfList(list, (all) => all.splice(0, 60));
  const got = await read(client);
  assert.equal(new Set(got).size, got.length);
  for (const { id } of list) assert(got.includes(id));
});

Deno.test("a list that is not there is a wrong address, unless its record may be gone", async () => {
  const client = { page: () => Promise.resolve(null) } as unknown as Client;
  await assert.rejects(Array.fromAsync(walk(client, RESOURCE)), new Refusal("source_not_found"));
  assert.deepEqual(await Array.fromAsync(walk(client, { ...RESOURCE, mayBeGone: true })), []);
});

Deno.test("lanes answer in order, never more at a time than allowed", async () => {
  const sizes = fc.integer({ min: 1, max: 6 });
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 40 }), sizes, async (turns, lanes) => {
    let underWay = 0;
    let peak = 0;
    const answers = await inLanes(turns, lanes, async (n) => {
      peak = Math.max(peak, ++underWay);
      for (let i = 0; i < n; i++) await Promise.resolve();
      underWay--;
      return n * 2;
    });
    assert.deepEqual(answers, turns.map((n) => n * 2));
    assert(peak <= lanes);
    if (turns.every((n) => n > 0)) assert.equal(peak, Math.min(lanes, turns.length));
  }));
});

Deno.test("the first failure of a lane is thrown when all lanes have ended, and nothing new is begun", async () => {
  const begun: number[] = [];
  const gate = Promise.withResolvers<void>();
  const work = inLanes([0, 1, 2, 3, 4], 2, async (n) => {
    begun.push(n);
    if (n === 0) throw new Error("first");
    await gate.promise;
    throw new Error("later");
  });
  gate.resolve();
  await assert.rejects(work, /first/);
  assert.deepEqual(begun, [0, 1]);
});

Deno.test("a list that is kept by hand is read whole; one without an end is given up", async () => {
  const { client } = clientOfList(items(20_000));
  assert.equal((await readAll(client, RESOURCE)).length, 20_000);
  const endless = {
    page: (_: Resource<Item>, page: number): Promise<Page<Item>> =>
      Promise.resolve({
        items: items(100).map(({ id }) => ({ id: `${page}-${id}` })),
        total: null,
        next: page + 1,
      }),
  } as unknown as Client;
  await assert.rejects(
    readAll(endless, RESOURCE),
    (error) => error instanceof Refusal && error.code === "source_unreadable",
  );
});
