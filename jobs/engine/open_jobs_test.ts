import assert from "node:assert/strict";
import { sysKeys } from "../../kv/keys.ts";
import { openJobsOf } from "./open_jobs.ts";

const ENTRY = {
  v: 1 as const,
  tenant: "acme",
  lane: "light" as const,
  attempt: 0,
  since: 1,
  owner: null,
  notBefore: 0,
  alone: false,
};

Deno.test("what is open is listed as it stands: what came, what changed and what is over", async () => {
  using kv = await Deno.openKv(":memory:");
  const told: string[] = [];
  const list = openJobsOf(kv, (_what, _error, facts) => told.push(String(facts?.job)));
  await kv.set(sysKeys.open("a"), ENTRY);
  await kv.set(sysKeys.open("b"), ENTRY);
  const [a, b] = await list();
  assert.deepEqual([a, b], [{ ...ENTRY, job: "a" }, { ...ENTRY, job: "b" }]);
  await kv.set(sysKeys.open("b"), { ...ENTRY, owner: "o", attempt: 1 });
  await kv.set(sysKeys.open("c"), ENTRY);
  const [same, claimed, third] = await list();
  assert.equal(same, a, "an entry that nobody wrote is not read by its schema again");
  assert.deepEqual([claimed?.owner, claimed?.attempt, third?.job], ["o", 1, "c"]);
  await kv.delete(sysKeys.open("a"));
  assert.deepEqual((await list()).map(({ job }) => job), ["b", "c"]);
  assert.deepEqual(told, []);
});

Deno.test("an entry of a newer version is told of, each time, and hides no other", async () => {
  using kv = await Deno.openKv(":memory:");
  const told: string[] = [];
  const list = openJobsOf(kv, (_what, _error, facts) => told.push(String(facts?.job)));
  await kv.set(sysKeys.open("a"), { ...ENTRY, v: 2 });
  await kv.set(sysKeys.open("b"), ENTRY);
  for (let look = 0; look < 2; look++) assert.deepEqual((await list()).map(({ job }) => job), ["b"]);
  assert.deepEqual(told, ["a", "a"]);
});
