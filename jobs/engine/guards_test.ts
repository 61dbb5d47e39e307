import assert from "node:assert/strict";
import { set } from "../../kv/commit.ts";
import { asGuard, asWrite } from "../../kv/write.ts";
import type { Effect, Unit } from "../job.ts";
import { applyUnits } from "./apply.ts";
import {
  acceptTest,
  beginTest,
  claimTest,
  openStore,
  type Store,
  TENANT,
  wrapCommitter,
} from "./test_tools.ts";
import { LIMITS } from "./size.ts";

/** People who lie in groups; a change rests on the group that each lies in. */
const placeKey = (code: string): Deno.KvKey => ["t", TENANT, "place", code];
const guardKey = (group: string): Deno.KvKey => ["t", TENANT, "guard", group];

async function put(store: Store, people: Record<string, string>) {
  for (const [code, group] of Object.entries(people)) {
    await store.committer.commit({ checks: [], mutations: [set(placeKey(code), group)] });
  }
}

/** Counts each person under the group that they lie in when the change is computed. */
function countPlaces(kv: Deno.Kv): Effect<Unit, string> {
  const place = async (code: string) => (await kv.get<string>(placeKey(code))).value ?? "";
  return {
    guards: async (units) =>
      await Promise.all(units.map(async ({ key }) => [asGuard(guardKey(await place(key)))])),
    read: (units) => Promise.all(units.map(({ key }) => place(key))),
    change: ({ key }, group) => ({
      count: "done",
      writes: [
        asWrite(set(["t", TENANT, "seen", key], group)),
        asWrite({ type: "tally", guard: guardKey(group), add: { seen: 1 } }),
      ],
    }),
  };
}

const units = (codes: string[]): Unit[] => codes.map((key, line) => ({ line, key }));

async function execution(store: Store, committer = store.committer) {
  const lease = await claimTest(store, await acceptTest(store));
  return await beginTest(store, lease, { committer, report: () => {} });
}

const tallyOf = async (kv: Deno.Kv, group: string) =>
  (await kv.get<{ tally: { seen?: number } }>(guardKey(group))).value?.tally.seen ?? 0;

Deno.test("units of many groups share commits within the limit of checks, and move every group's guard", async () => {
  using store = await openStore();
  const codes = Array.from({ length: 300 }, (_, i) => `p${i}`);
  await put(store, Object.fromEntries(codes.map((code, i) => [code, `g${i % 150}`])));
  const checks: number[] = [];
  const committer = wrapCommitter(store.committer, (change, commit) => {
    checks.push(change.checks.length);
    return commit();
  });
  await applyUnits(await execution(store, committer), units(codes), countPlaces(store.kv));
  assert.ok(Math.max(...checks) <= LIMITS.checks, `${Math.max(...checks)} checks`);
  assert.ok(checks.length < 20, `${checks.length} commits`);
  for (let i = 0; i < 150; i++) assert.equal(await tallyOf(store.kv, `g${i}`), 2);
});

Deno.test("who moves between the reading of guards and of people is counted where they lie", async () => {
  using store = await openStore();
  const codes = Array.from({ length: 90 }, (_, i) => `p${i}`);
  await put(store, Object.fromEntries(codes.map((code) => [code, "g1"])));
  const effect = countPlaces(store.kv);
  let moved = 0;
  await applyUnits(await execution(store), units(codes), {
    ...effect,
    async read(read) {
      if (moved < 2) await put(store, { [read[0]!.key]: "g2" });
      moved++;
      return await effect.read(read);
    },
  });
  assert.deepEqual([await tallyOf(store.kv, "g1"), await tallyOf(store.kv, "g2")], [89, 1]);
});

Deno.test("a write outside the guards that an operation names is its bug, not an endless race", async () => {
  using store = await openStore();
  const effect = countPlaces(store.kv);
  const wrong = { ...effect, guards: [asGuard(guardKey("other"))] };
  await assert.rejects(applyUnits(await execution(store), units(["p1"]), wrong), /guard that was not read/);
});
