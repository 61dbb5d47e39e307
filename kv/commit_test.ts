import assert from "node:assert/strict";
import { add, committerOf, DatabaseLocked, repeatWhileLocked, set } from "./commit.ts";
import { wrapCommits } from "./files/testing.ts";

const locked = () => Promise.reject(new TypeError("database is locked"));

Deno.test("a commit that finds the database locked is made again, and counted", async () => {
  using kv = await Deno.openKv(":memory:");
  let refusals = 3;
  const stats = { commits: 0, lockedRetries: 0 };
  const committer = committerOf(wrapCommits(kv, (commit) => refusals-- > 0 ? locked() : commit()), stats);
  assert.equal((await committer.commit({ checks: [], mutations: [set(["k"], 1)] })).ok, true);
  assert.deepEqual(stats, { commits: 1, lockedRetries: 3 });
  assert.equal((await kv.get(["k"])).value, 1);
});

Deno.test("a database that stays locked is told as such, another failure at once as what it is", async () => {
  await assert.rejects(repeatWhileLocked(locked, undefined, 20), DatabaseLocked);
  let tries = 0;
  const broken = () => (tries++, Promise.reject(new TypeError("too large")));
  await assert.rejects(repeatWhileLocked(broken), { message: "too large" });
  assert.equal(tries, 1);
});

Deno.test("a failed check writes nothing, and what is added must not be there", async () => {
  using kv = await Deno.openKv(":memory:");
  const { commit } = committerOf(kv);
  const once = { checks: [], mutations: [add(["added"], 1), set(["beside"], 1)] };
  assert.equal((await commit(once)).ok, true);
  assert.equal((await commit({ ...once, mutations: [add(["added"], 2), set(["beside"], 2)] })).ok, false);
  assert.equal(
    (await commit({ checks: [{ key: ["beside"], versionstamp: null }], mutations: [] })).ok,
    false,
  );
  assert.deepEqual([(await kv.get(["added"])).value, (await kv.get(["beside"])).value], [1, 1]);
});

Deno.test("one bulk commit is under way at a time, and urgent ones go before those that wait", async () => {
  using kv = await Deno.openKv(":memory:");
  const order: string[] = [];
  let bulks = 0;
  let most = 0;
  const { commit } = committerOf(wrapCommits(kv, async (work) => {
    most = Math.max(most, ++bulks);
    const result = await work();
    bulks--;
    return result;
  }));
  const make = async (name: string, priority: "urgent" | "bulk") => {
    await commit({ checks: [], mutations: [set([name], 1)] }, priority);
    order.push(name);
  };
  const first = ["b1", "b2", "b3"].map((name) => make(name, "bulk"));
  await Promise.all(first);
  assert.equal(most, 1);
  order.length = 0;
  await Promise.all([make("b1", "bulk"), make("b2", "bulk"), make("b3", "bulk"), make("u", "urgent")]);
  assert.deepEqual(order, ["b1", "u", "b2", "b3"]);
});
