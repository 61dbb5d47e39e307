import assert from "node:assert/strict";
import fc from "fast-check";
import { z } from "zod";
import { isDense, readNamed } from "./read_named.ts";

const schema = z.object({ n: z.number() });
const PREFIX = ["t", "x"];
const keyOf = (name: string) => [...PREFIX, name];
const code = (i: number) => String(i).padStart(6, "0");

async function store(names: readonly string[]) {
  const kv = await Deno.openKv(":memory:");
  for (const [n, name] of names.entries()) await kv.set([...PREFIX, name], { n });
  // Neighbours that no list under the prefix may take for its own.
  await kv.set([...PREFIX, code(5), "below"], { n: -1 });
  await kv.set(["t", "w", code(5)], { n: -2 });
  await kv.set(["t", "y", code(5)], { n: -3 });
  return kv;
}

Deno.test("whatever is asked for, the answer is that of single reads", async () => {
  const name = fc.oneof(fc.nat(60).map(code), fc.string({ maxLength: 4 }), fc.nat(9).map((i) => `髙${i}`));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { maxLength: 80, size: "max" }),
      fc.array(name, { maxLength: 80, size: "max" }),
      async (held, asked) => {
        using kv = await store(held);
        const got = await readNamed(kv, keyOf, asked, schema);
        const single = await Promise.all(asked.map((one) => kv.get<{ n: number }>([...PREFIX, one])));
        assert.deepEqual(got, single.map(({ value }) => value));
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("names behind the limit of the list are read one by one", async () => {
  // Between 000001 and 000002 lie more names than the list takes.
  const between = Array.from(
    { length: 200 },
    (_, i) => `${code(1)}${String.fromCharCode(97 + (i % 26))}${i}`,
  );
  using kv = await store([...Array.from({ length: 10 }, (_, i) => code(i)), ...between]);
  const asked = Array.from({ length: 10 }, (_, i) => code(i));
  const got = await readNamed(kv, keyOf, asked, schema);
  assert.deepEqual(got.map((one) => one?.n), asked.map((_, i) => i));
});

/** Names of one width whose places in the order tell nothing of how close they lie, as ids of people do. */
const id = (i: number) =>
  `${String.fromCharCode(65 + Math.floor(i / 26 / 26), 65 + (i / 26) % 26, 65 + i % 26)}${i % 7}Z`;

/** Counts what is read: entries of lists, and keys one by one. */
function counting(kv: Deno.Kv) {
  const read = { listed: 0, single: 0 };
  const watched = {
    async *list(...[selector, options]: Parameters<Deno.Kv["list"]>) {
      for await (const entry of kv.list(selector, options)) {
        read.listed++;
        yield entry;
      }
    },
    getMany(keys: Deno.KvKey[]) {
      read.single += keys.length;
      return kv.getMany(keys);
    },
  };
  return { read, kv: watched as unknown as Deno.Kv };
}

Deno.test("ids of people who follow each other are read by lists, and those of people far apart one by one", async () => {
  using kv = await store(Array.from({ length: 2_000 }, (_, i) => id(i)));
  const near = counting(kv);
  const asked = Array.from({ length: 500 }, (_, i) => 300 + i);
  assert.deepEqual(
    (await readNamed(near.kv, keyOf, asked.map(id), schema)).map((one) => one?.n),
    asked,
  );
  assert.deepEqual(near.read, { listed: 500, single: 0 });
  const far = counting(kv);
  const spread = Array.from({ length: 60 }, (_, i) => i * 30);
  assert.deepEqual((await readNamed(far.kv, keyOf, spread.map(id), schema)).map((one) => one?.n), spread);
  assert.equal(far.read.listed, 64);
  assert.ok(far.read.single >= 55);
});

Deno.test("of people far apart of whom few have something, the few are listed", async () => {
  using kv = await store([id(40), id(900)]);
  const { read, kv: watched } = counting(kv);
  const spread = Array.from({ length: 60 }, (_, i) => i * 30);
  const got = await readNamed(watched, keyOf, spread.map(id), schema);
  assert.deepEqual(got.map((one, i) => one && spread[i]), spread.map((i) => i === 900 ? 900 : null));
  assert.deepEqual(read, { listed: 2, single: 0 });
});

Deno.test("only names that count up in one width are dense", () => {
  const up = (n: number, step: number) => Array.from({ length: n }, (_, i) => code(i * step));
  assert.ok(isDense(up(20, 1)));
  assert.ok(isDense(up(20, 2).toReversed()));
  assert.ok(isDense(up(20, 1).map((text) => `A-${text}`)));
  assert.ok(!isDense(up(20, 50)));
  assert.ok(!isDense(up(7, 1)));
  assert.ok(!isDense(["", ...up(20, 1)]));
  assert.ok(!isDense(up(20, 1).map((text, i) => i % 2 ? `A${text}` : `B${text}`)));
});
