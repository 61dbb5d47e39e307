import assert from "node:assert/strict";
import fc from "fast-check";
import { committerOf, type Mutation, remove, set } from "../../kv/commit.ts";
import { fits, LIMITS, plus, weigh } from "./size.ts";

const NOTHING = { mutations: 0, keyBytes: 0, bytes: 0 };

/** As many of `mutations` as a commit may take. */
function pack(mutations: Mutation[]): Mutation[] {
  let weight = NOTHING;
  const packed: Mutation[] = [];
  for (const mutation of mutations) {
    weight = plus(weight, weigh(mutation));
    if (!fits(weight)) break;
    packed.push(mutation);
  }
  return packed;
}

async function assertTaken(mutations: Mutation[]) {
  const packed = pack(mutations);
  assert.ok(packed.length < mutations.length, "the limit was not reached");
  const kv = await Deno.openKv(":memory:");
  try {
    assert.ok((await committerOf(kv).commit({ checks: [], mutations: packed })).ok);
  } finally {
    kv.close();
  }
}

const many = (count: number, make: (i: number) => Mutation) =>
  Array.from({ length: count }, (_, i) => make(i));

Deno.test("Deno KV takes the largest pack of whatever kind", async () => {
  await assertTaken(many(400, (i) => set(["k", i], null)));
  await assertTaken(many(400, (i) => remove(["k", i])));
  await assertTaken(many(400, (i) => set(["鍵".repeat(200), "\u0000".repeat(200), i], null)));
  await assertTaken(many(400, (i) => set([new Uint8Array(900), i], null)));
  await assertTaken(many(400, (i) => set(["k", i], "値".repeat(8_000))));
  await assertTaken(many(400, (i) => set(["k", i], "a".repeat(30_000))));
  await assertTaken(
    many(400, (i) => set(["k", i], { 備考: { 氏名ヨミガナ: ["値".repeat(3_000), 1, null] } })),
  );
  const names = Array.from({ length: 500 }, (_, n) => [`設問${n}`.repeat(4), "は"] as const);
  await assertTaken(many(400, (i) => set(["k", i], Object.fromEntries(names))));
});

Deno.test("a value is never weighed lighter than it is stored", async () => {
  const { serialize } = await import("node:v8");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary-ascii" }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array(),
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(fc.string({ unit: "grapheme" }), tie("value"), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  // Two bytes stand before what is serialised, once a value; node:v8 wraps byte arrays at greater length than KV.
  const stored = (x: unknown) => x instanceof Uint8Array ? x.length : serialize(x).length - 2;
  const plain = value.filter((x) => !holdsBytes(x) || x instanceof Uint8Array);
  fc.assert(fc.property(plain, (x) => {
    assert.ok(weigh(set([], x)).bytes + 2 >= stored(x));
  }));
});

function holdsBytes(x: unknown): boolean {
  if (x instanceof Uint8Array) return true;
  return typeof x === "object" && x !== null && Object.values(x).some(holdsBytes);
}

Deno.test("a commit of job.apply stays inside the limits of design §4.2", () => {
  assert.deepEqual(LIMITS, { checks: 90, mutations: 250, keyBytes: 65_536, bytes: 524_288 });
  for (const name of ["mutations", "keyBytes", "bytes"] as const) {
    assert.ok(fits({ ...NOTHING, [name]: LIMITS[name] }));
    assert.equal(fits({ ...NOTHING, [name]: LIMITS[name] + 1 }), false);
  }
});
