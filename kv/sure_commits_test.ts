import assert from "node:assert/strict";
import { wrapCommits } from "./files/testing.ts";
import { committerOf, set } from "./commit.ts";
import { DatabaseUnreachable } from "./unreachable.ts";

/** What becomes of a commit. */
type Fate = <T>(commit: () => Promise<T>) => Promise<T>;

const REMOTE = { queue: false, remote: true };
const add = (key: string) => ({
  checks: [{ key: [key], versionstamp: null }],
  mutations: [set([key], "written")],
});

/** A committer whose commits go through `fate`, one function a commit; those behind are made as they are. */
async function remote(...fates: Fate[]) {
  const kv = await Deno.openKv(":memory:");
  const wrapped = wrapCommits(kv, (commit) => fates.shift()?.(commit) ?? commit());
  const { commit } = committerOf(wrapped, undefined, REMOTE);
  return { kv, commit, [Symbol.dispose]: () => kv.close() };
}

/** Made, and asked for again by the client, which hears of its own write. */
const answerLost: Fate = async (commit) => (await commit(), await commit());

const unreachable = () => Promise.reject(new DatabaseUnreachable("cut off"));

Deno.test("a commit whose answer was lost was made, and says when", async () => {
  using database = await remote(answerLost);
  const { kv, commit } = database;
  const result = await commit(add("a"));
  assert.deepEqual(result, { ok: true, versionstamp: (await kv.get(["a"])).versionstamp });
  assert.deepEqual(await commit(add("a")), { ok: false });
  assert.equal((await commit(add("b"))).ok, true);
});

Deno.test("a commit that was given up and made all the same was made", async () => {
  using database = await remote(async (commit) => (await commit(), await unreachable()));
  assert.equal((await database.commit(add("a"))).ok, true);
  assert.equal((await database.commit(add("b"))).ok, true);
});

Deno.test("a commit that was given up cannot be made behind the back of who gave it up", async () => {
  let late: () => Promise<unknown> = () => Promise.reject(new Error("nothing is under way"));
  using database = await remote((commit) => (late = commit, unreachable()));
  const { kv, commit } = database;
  await assert.rejects(commit(add("a")), DatabaseUnreachable);
  assert.deepEqual(await late(), { ok: false });
  assert.equal((await kv.get(["a"])).versionstamp, null);
  assert.equal((await commit(add("a"))).ok, true);
});

Deno.test("where it cannot be learnt what became of a commit, it may come later, and the next ones are made", async () => {
  let late: () => Promise<unknown> = () => Promise.reject(new Error("nothing is under way"));
  using database = await remote((commit) => (late = commit, unreachable()), unreachable);
  const { commit } = database;
  await assert.rejects(commit(add("a")), DatabaseUnreachable);
  assert.equal((await commit(add("b"))).ok, true);
  await late();
  assert.equal((await database.kv.get(["a"])).value, "written");
  assert.equal((await commit(add("c"))).ok, true);
});

Deno.test("a mark that expired is made anew", async () => {
  using database = await remote();
  const { kv, commit } = database;
  await commit(add("a"));
  for await (const { key } of kv.list({ prefix: ["sys", "commit_mark"] })) await kv.delete(key);
  assert.equal((await commit(add("b"))).ok, true);
});

Deno.test("a process has as many marks as commits at once, not more", async () => {
  using database = await remote();
  const { kv, commit } = database;
  for (let n = 0; n < 3; n++) await Promise.all(["x", "y"].map((key) => commit(add(`${key}${n}`))));
  assert.equal((await Array.fromAsync(kv.list({ prefix: ["sys", "commit_mark"] }))).length, 2);
});

Deno.test("a value that no database takes is no trouble of the network", async () => {
  using database = await remote();
  const large = { checks: [], mutations: [set(["a"], new Uint8Array(100_000))] };
  await assert.rejects(database.commit(large), TypeError);
  assert.equal((await database.commit(add("a"))).ok, true);
});

Deno.test("what changes nothing leaves no mark, and its checks hold or do not", async () => {
  using database = await remote();
  const { kv, commit } = database;
  const absent = { checks: [{ key: ["a"], versionstamp: null }], mutations: [] };
  assert.equal((await commit({ checks: [], mutations: [] })).ok, true);
  assert.equal((await commit(absent)).ok, true);
  await kv.set(["a"], 1);
  assert.equal((await commit(absent)).ok, false);
  assert.equal((await Array.fromAsync(kv.list({ prefix: ["sys"] }))).length, 0);
});
