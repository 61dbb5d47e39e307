import assert from "node:assert/strict";
import { type Artifact, artifactSchema } from "../../kv/files/artifact.ts";
import { newRingEntry, parseKeyring } from "../../kv/keyring.ts";
import { parse } from "../../kv/read.ts";
import { JobLost } from "./errors.ts";
import { release } from "./lease.ts";
import { outputsOf } from "./outputs.ts";
import { acceptTest, beginTest, claimTest, openStore, type Store, stored, TENANT } from "./test_tools.ts";

/** A store with a place for chunks, a job, and what an attempt at it writes. */
async function openPlace(store: Store) {
  const blobKv = await Deno.openKv(":memory:");
  const place = { blobKv, keyring: parseKeyring(newRingEntry("test")), ttlMs: 1_000 };
  const job = await acceptTest(store);
  return {
    job,
    attempt: async () => {
      const x = await beginTest(store, await claimTest(store, job));
      return { x, outputs: outputsOf(x, place) };
    },
    lose: () => {
      const at = { tenant: TENANT, job, owner: "owner", token: null };
      return release(store.kv, store.committer, at, { why: "lost", withProcess: true });
    },
    [Symbol.dispose]: () => blobKv.close(),
  };
}

async function artifacts({ kv }: Store): Promise<Artifact[]> {
  const entries = await Array.fromAsync(kv.list({ prefix: ["t", TENANT, "artifact"] }));
  return entries.map(({ key, value }) => parse<Artifact>([...key], value, artifactSchema));
}

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("a file is on record, and in the checkpoint, before its first byte", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const { x, outputs } = await place.attempt();
  const file = await outputs.open("a.csv", "text/csv");
  const [record] = await artifacts(store);
  assert.deepEqual([record?.state, record?.job, record?.n, record?.name], ["writing", place.job, 1, "a.csv"]);
  const { checkpoint } = await stored(store.kv, place.job);
  assert.deepEqual(checkpoint?.files, [{ name: "a.csv", artifact: record!.id }]);
  assert.deepEqual(x.checkpoint.files, checkpoint?.files);
  assert.ok(file.fresh);
});

Deno.test("an attempt that lost its job begins no file, seals none and goes on with none", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const { outputs } = await place.attempt();
  const file = await outputs.open("a.csv", "text/csv");
  await file.write(bytes("lost"));
  await place.lose();
  const before = [await artifacts(store), await stored(store.kv, place.job)];
  const next = { ...(await stored(store.kv, place.job)).checkpoint!, done: 9 };
  await assert.rejects(outputs.seal(next), JobLost);
  await assert.rejects(outputs.open("b.csv", "text/csv"), JobLost);
  assert.deepEqual([await artifacts(store), await stored(store.kv, place.job)], before);

  const second = await place.attempt();
  await place.lose();
  await assert.rejects(second.outputs.open("a.csv", "text/csv"), JobLost);
  assert.deepEqual(await artifacts(store), before[0]);
});

Deno.test("the next attempt goes on behind what was sealed, under a part of its own", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const first = await place.attempt();
  const file = await first.outputs.open("a.csv", "text/csv");
  await file.write(bytes("kept "));
  await first.outputs.seal({ ...first.x.checkpoint, position: { n: 1 }, done: 1 });
  await file.write(bytes("not sealed"));
  await place.lose();
  const second = await place.attempt();
  assert.deepEqual([second.x.checkpoint.position, second.x.checkpoint.done], [{ n: 1 }, 1]);
  const again = await second.outputs.open("a.csv", "text/csv");
  assert.equal(again.fresh, false);
  await again.write(bytes("and more"));
  const { ids, change } = await second.outputs.publish();
  assert.ok((await store.committer.commit(change)).ok);
  const [record, ...others] = await artifacts(store);
  assert.deepEqual([ids, others], [[record!.id], []]);
  assert.deepEqual([record?.state, record?.size], ["ready", "kept and more".length]);
  assert.equal(new Set(record?.parts.map(({ id }) => id)).size, 2);
});

Deno.test("files are numbered in their order, and two open at once are not sealed on the way", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const { x, outputs } = await place.attempt();
  for (const name of ["a.csv", "b.csv"]) await (await outputs.open(name, "text/csv")).write(bytes(name));
  assert.deepEqual((await artifacts(store)).map(({ n, name }) => [n, name]).toSorted(), [[1, "a.csv"], [
    2,
    "b.csv",
  ]]);
  await assert.rejects(outputs.seal(x.checkpoint), /only a job with one open file/);
});
