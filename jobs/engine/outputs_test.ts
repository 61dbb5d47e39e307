import assert from "node:assert/strict";
import { type Artifact, artifactSchema } from "../../kv/files/artifact.ts";
import { newRingEntry, parseKeyring } from "../../kv/keyring.ts";
import { parse } from "../../kv/read.ts";
import { JobLost } from "./errors.ts";
import { release } from "./lease.ts";
import { MOST_FILES, outputsOf } from "./outputs.ts";
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
  const file = await outputs.open({ name: "a.csv", type: "text/csv" });
  const [record] = await artifacts(store);
  assert.deepEqual([record?.state, record?.job, record?.n, record?.name], ["writing", place.job, 1, "a.csv"]);
  const { checkpoint } = await stored(store.kv, place.job);
  assert.deepEqual(checkpoint?.files, [{ name: "a.csv", artifact: record!.id, inside: null }]);
  assert.deepEqual(x.checkpoint.files, checkpoint?.files);
  assert.equal(file.size, 0);
});

Deno.test("an attempt that lost its job begins no file, seals none and goes on with none", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const { outputs } = await place.attempt();
  const file = await outputs.open({ name: "a.csv", type: "text/csv" });
  await file.write(bytes("lost"));
  await place.lose();
  const before = [await artifacts(store), await stored(store.kv, place.job)];
  const next = { ...(await stored(store.kv, place.job)).checkpoint!, done: 9 };
  await assert.rejects(outputs.seal(next), JobLost);
  await assert.rejects(outputs.open({ name: "b.csv", type: "text/csv" }), JobLost);
  assert.deepEqual([await artifacts(store), await stored(store.kv, place.job)], before);

  const second = await place.attempt();
  await place.lose();
  await assert.rejects(second.outputs.open({ name: "a.csv", type: "text/csv" }), JobLost);
  assert.deepEqual(await artifacts(store), before[0]);
});

Deno.test("the next attempt goes on behind what was sealed, under a part of its own", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const first = await place.attempt();
  const file = await first.outputs.open({ name: "a.csv", type: "text/csv" });
  await file.write(bytes("kept "));
  await first.outputs.seal({ ...first.x.checkpoint, position: { n: 1 }, done: 1 });
  await file.write(bytes("not sealed"));
  await place.lose();
  const second = await place.attempt();
  assert.deepEqual([second.x.checkpoint.position, second.x.checkpoint.done], [{ n: 1 }, 1]);
  const again = await second.outputs.open({ name: "a.csv", type: "text/csv" });
  assert.equal(again.size, "kept ".length);
  await again.write(bytes("and more"));
  const { ids, change } = await second.outputs.publish();
  assert.ok((await store.committer.commit(change)).ok);
  const [record, ...others] = await artifacts(store);
  assert.deepEqual([ids, others], [[record!.id], []]);
  assert.deepEqual([record?.state, record?.size], ["ready", "kept and more".length]);
  assert.equal(new Set(record?.parts.map(({ id }) => id)).size, 2);
});

Deno.test("files are numbered in their order, parts of a ZIP not at all; only the others are published", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const { outputs } = await place.attempt();
  const zip = await outputs.open({ name: "a.zip", type: "application/zip" });
  const part = await outputs.open({ name: "b.csv", type: "text/csv", inside: "a.zip" });
  const other = await outputs.open({ name: "b.csv", type: "text/csv" });
  await part.write(bytes("part"));
  await zip.write(bytes("zip"));
  await other.write(bytes("other"));
  const numbered = (await artifacts(store)).map(({ n, name }) => `${n} ${name}`);
  assert.deepEqual(numbered.toSorted(), ["0 b.csv", "1 a.zip", "2 b.csv"]);
  const { ids, change } = await outputs.publish();
  assert.ok((await store.committer.commit(change)).ok);
  const records = new Map((await artifacts(store)).map((record) => [record.id, record]));
  assert.deepEqual(ids.map((id) => records.get(id)?.name), ["a.zip", "b.csv"]);
  assert.deepEqual(ids.map((id) => records.get(id)?.state), ["ready", "ready"]);
  for (const id of ids) records.delete(id);
  const [hidden] = [...records.values()];
  assert.deepEqual([hidden?.state, hidden?.parts.map(({ key }) => key)], ["gone", [null]]);
  assert.ok(hidden?.dueAt !== null && hidden!.dueAt <= Date.now());
});

Deno.test("a file is opened once, and no job opens more than a seal can take", async () => {
  using store = await openStore();
  using place = await openPlace(store);
  const { outputs } = await place.attempt();
  for (let n = 0; n < MOST_FILES; n++) await outputs.open({ name: `${n}.csv`, type: "text/csv" });
  await assert.rejects(outputs.open({ name: "3.csv", type: "text/csv" }), /this file is open/);
  await assert.rejects(outputs.open({ name: "x.csv", type: "text/csv" }), /10 files at most/);
});
