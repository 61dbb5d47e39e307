import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { type Fate, KV_TOKEN, startKvServer } from "./server.ts";

/** A server and Deno's own client of it. */
async function connected() {
  const server = await startKvServer();
  Deno.env.set("DENO_KV_ACCESS_TOKEN", KV_TOKEN);
  const kv = await Deno.openKv(server.url);
  return {
    server,
    kv,
    /** The next write meets this. */
    once(fate: Fate) {
      server.fate((call) => {
        if (call !== "atomic_write") return "answered";
        server.fate(() => "answered");
        return fate;
      });
    },
    async [Symbol.asyncDispose]() {
      kv.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

Deno.test("values of every kind come back, up to 64 KiB, as the embedded database holds them", async () => {
  await using it = await connected();
  const { kv, server } = it;
  const record = {
    v: 1,
    name: "年末調整\u0000",
    sealed: Uint8Array.of(1, 2),
    at: new Date(0),
    none: undefined,
    big: 7n,
  };
  const values = [
    record,
    "",
    null,
    1.5,
    Uint8Array.of(),
    new Uint8Array(65_536).fill(7),
    new Map([[1, [2]]]),
  ];
  for (const [n, value] of values.entries()) {
    const { versionstamp } = await kv.set(["value", n], value);
    const entry = { key: ["value", n], value, versionstamp };
    deepStrictEqual(await kv.get(["value", n]), entry);
    deepStrictEqual(await server.kv.get(["value", n]), entry);
  }
  await rejects(kv.set(["value"], new Uint8Array(65_537)), /too large/);
  strictEqual((await kv.set(["number"], new Deno.KvU64(5n))).ok, true);
  strictEqual((await kv.get<Deno.KvU64>(["number"])).value?.value, 5n);
});

Deno.test("lists in both directions, by prefix and range, in batches and pages", async () => {
  await using it = await connected();
  const { kv } = it;
  const all: [string, number, string][] = Array.from({ length: 250 }, (_, i) => ["row", i, "a\u0000ÿ"]);
  for (let i = 0; i < all.length; i += 50) {
    const atomic = kv.atomic();
    for (const key of all.slice(i, i + 50)) atomic.set(key, i);
    await atomic.commit();
  }
  await kv.atomic().set(["row"], 0).set(["rox"], 0).set(["ro"], 0).commit();
  const listed = (selector: Deno.KvListSelector, options?: Deno.KvListOptions) =>
    Array.fromAsync(kv.list(selector, options), ({ key }) => key);
  deepStrictEqual(await listed({ prefix: ["row"] }, { batchSize: 30 }), all);
  deepStrictEqual(await listed({ prefix: ["row"] }, { reverse: true, batchSize: 500 }), all.toReversed());
  deepStrictEqual(await listed({ start: ["row", 10], end: ["row", 13] }), all.slice(10, 13));
  deepStrictEqual(await listed({ prefix: ["row"], start: ["row", 247] }), all.slice(247));
  deepStrictEqual(
    await listed({ prefix: ["row"], end: ["row", 3] }, { reverse: true }),
    all.slice(0, 3).reverse(),
  );
  strictEqual((await listed({ prefix: [] })).length, 253);
  for (const reverse of [false, true]) {
    const pages: Deno.KvKey[] = [];
    let cursor = "";
    do {
      const page = kv.list({ prefix: ["row"] }, { limit: 100, reverse, cursor });
      for await (const { key } of page) pages.push(key);
      cursor = page.cursor;
    } while (cursor !== "");
    deepStrictEqual(pages, reverse ? all.toReversed() : all);
  }
});

Deno.test("several keys are read together; absent ones say so", async () => {
  await using it = await connected();
  const { kv } = it;
  await kv.set(["b"], 2);
  const found = await kv.getMany([["a"], ["b"], ["b", "below"]]);
  deepStrictEqual(found.map(({ value }) => value), [null, 2, null]);
  deepStrictEqual(found.map(({ key }) => key), [["a"], ["b"], ["b", "below"]]);
});

Deno.test("a write is all or nothing, checked, and its versionstamp is that of what it wrote", async () => {
  await using it = await connected();
  const { kv } = it;
  const first = await kv.atomic().check({ key: ["a"], versionstamp: null }).set(["a"], 1).set(["b"], 1)
    .commit();
  ok(first.ok);
  deepStrictEqual((await kv.getMany([["a"], ["b"]])).map((entry) => entry.versionstamp), [
    first.versionstamp,
    first.versionstamp,
  ]);
  const again = await kv.atomic().check({ key: ["a"], versionstamp: null }).delete(["b"]).commit();
  deepStrictEqual(again, { ok: false });
  const next = await kv.atomic().check({ key: ["a"], versionstamp: first.versionstamp }).delete(["b"])
    .commit();
  ok(next.ok);
  strictEqual((await kv.get(["b"])).versionstamp, null);
});

Deno.test("what expires is handed on with its time", async () => {
  await using it = await connected();
  const { kv, server } = it;
  let expireIn: number | undefined;
  const atomic = server.kv.atomic;
  server.kv.atomic = function () {
    const operation = atomic.call(server.kv);
    const mutate = operation.mutate;
    operation.mutate = (...mutations) => {
      expireIn = mutations[0]?.type === "set" ? mutations[0].expireIn : undefined;
      return mutate.apply(operation, mutations);
    };
    return operation;
  };
  await kv.set(["a"], 1, { expireIn: 60_000 });
  ok(expireIn !== undefined && expireIn > 50_000 && expireIn <= 60_000, String(expireIn));
});

Deno.test("there is no queue, and nobody is served with a wrong token", async () => {
  await using it = await connected();
  await rejects(it.kv.atomic().enqueue(1).commit(), /not supported in KV Connect/);
  const answer = await fetch(it.server.url, { method: "POST", headers: { authorization: "Bearer wrong" } });
  strictEqual(answer.status, 401, await answer.text());
});

Deno.test("the client repeats what was refused, and takes a lost answer for a failed check", async () => {
  await using it = await connected();
  const { kv, server } = it;
  const write = (key: string) =>
    kv.atomic().check({ key: [key], versionstamp: null }).set([key], "written").commit();
  it.once("refused");
  strictEqual((await write("refused")).ok, true);
  it.once("lost");
  deepStrictEqual(await write("lost"), { ok: false });
  strictEqual((await kv.get(["lost"])).value, "written");
  it.once("torn");
  await rejects(write("torn"), /KV Connect failed to read response body/);
  strictEqual((await kv.get(["torn"])).value, "written");
  // Three writes, two of which were sent again.
  strictEqual(server.calls.atomic_write, 5);
});
