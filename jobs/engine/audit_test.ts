import assert from "node:assert/strict";
import fc from "fast-check";
import { auditKeys, sysKeys } from "../../kv/keys.ts";
import { startOfMonth } from "../tokyo_day.ts";
import { audit, AUDIT_MONTHS, firstAudit } from "./audit.ts";
import { runDue } from "./sweep.ts";
import { acceptTest, auditLog, claimTest, NO_DUTIES, openStore, type Store, TENANT } from "./test_tools.ts";

const EVENT = { event: "denied", job: null, kind: null, actor: null, facts: {} } as const;
const DAY_MS = 24 * 60 * 60_000;

async function sweep({ kv, committer }: Store) {
  await runDue(
    kv,
    committer,
    NO_DUTIES,
    (what, error) => {
      throw new Error(what, { cause: error });
    },
  );
}

function duties({ kv }: Store): Promise<number[]> {
  return Array.fromAsync(kv.list<{ kind: string }>({ prefix: sysKeys.dues() }))
    .then((entries) =>
      entries.filter(({ value }) => value.kind === "audit").map(({ key }) => Number(key[2]))
    );
}

Deno.test("an entry is only ever added: a second one under its key takes the whole commit down", async () => {
  using store = await openStore();
  const first = audit(TENANT, EVENT);
  assert.ok((await store.committer.commit({ checks: [], mutations: [first] })).ok);
  const forged = { ...audit(TENANT, { ...EVENT, event: "finished" }), key: first.key };
  const other = { type: "set" as const, key: ["other"], value: 1 };
  assert.ok(!(await store.committer.commit({ checks: [], mutations: [forged, other] })).ok);
  assert.deepEqual((await auditLog(store.kv)).map(({ event }) => event), ["denied"]);
  assert.equal((await store.kv.get(["other"])).value, null);
});

Deno.test("entries of one job: who asked for it, and each attempt with its number", async () => {
  using store = await openStore();
  const job = await acceptTest(store);
  store.pass(1);
  const { attempt, token } = await claimTest(store, job);
  assert.ok(token);
  const [accepted, claimed, ...more] = await auditLog(store.kv);
  assert.deepEqual(more, []);
  assert.deepEqual([accepted?.event, accepted?.actor?.id, accepted?.job], ["accepted", "alice", job]);
  assert.equal(accepted?.facts.title, "試験の処理");
  assert.deepEqual([claimed?.event, claimed?.actor, claimed?.facts.attempt], ["claimed", null, attempt]);
});

Deno.test("many entries of a month are one duty", async () => {
  using store = await openStore();
  for (let day = 0; day < 40; day++) {
    await store.committer.commit({ checks: [], mutations: firstAudit(TENANT, EVENT) });
    store.pass(DAY_MS);
  }
  // 2 November to 11 December.
  assert.deepEqual(await duties(store), [
    startOfMonth(Date.UTC(2033, 11, 1)),
    startOfMonth(Date.UTC(2034, 0, 1)),
  ]);
});

Deno.test("seven years: a month goes when its last day is that old, not before, and the next one has its duty", async () => {
  using store = await openStore(Date.UTC(2026, 9, 31, 16));
  const log = async () => (await auditLog(store.kv)).map(({ at }) => at);
  const add = (first: boolean) =>
    store.committer.commit({
      checks: [],
      mutations: first ? firstAudit(TENANT, EVENT) : [audit(TENANT, EVENT)],
    });
  await add(true);
  store.pass(29 * DAY_MS);
  await add(false);
  // December, by an entry that brings no duty.
  store.pass(DAY_MS);
  await add(false);
  const [first, second, third] = await log();
  const due = startOfMonth(first!, AUDIT_MONTHS + 1);
  assert.equal(due, Date.UTC(2033, 10, 30, 15), "December 2033 begins in Tokyo");
  store.pass(due - third! - 1);
  await sweep(store);
  assert.deepEqual(await log(), [first, second, third]);
  store.pass(1);
  await sweep(store);
  assert.deepEqual(await log(), [third]);
  assert.deepEqual(await duties(store), [startOfMonth(third!, AUDIT_MONTHS + 1)]);
  store.pass(31 * DAY_MS);
  await sweep(store);
  assert.deepEqual([await log(), await duties(store)], [[], []]);
});

Deno.test("a large month is forgotten in several sweeps, and another tenant's is left alone", async () => {
  using store = await openStore();
  const entries = Array.from({ length: 5_300 }, () => audit(TENANT, EVENT));
  for (let i = 0; i < entries.length; i += 90) {
    await store.committer.commit({ checks: [], mutations: entries.slice(i, i + 90) });
  }
  await store.committer.commit({
    checks: [],
    mutations: [...firstAudit(TENANT, EVENT), audit("other", EVENT)],
  });
  store.pass(startOfMonth(Date.UTC(2026, 10, 2), AUDIT_MONTHS + 1) - Date.UTC(2026, 10, 2, 1));
  await sweep(store);
  const left = (await auditLog(store.kv)).length;
  assert.ok(left > 0 && left < 1_000, `${left}`);
  assert.equal((await duties(store)).length, 1);
  await sweep(store);
  assert.deepEqual([(await auditLog(store.kv)).length, await duties(store)], [0, []]);
  assert.equal((await Array.fromAsync(store.kv.list({ prefix: auditKeys.entries("other") }))).length, 1);
});

Deno.test("whenever entries are made and sweeps run: none goes before seven years, none stays a month longer", async () => {
  const step = fc.record({ days: fc.integer({ min: 1, max: 400 }), first: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      using store = await openStore();
      let time = Date.UTC(2026, 10, 2, 1);
      const made: number[] = [];
      const check = async () => {
        await sweep(store);
        const kept = (await auditLog(store.kv)).map(({ at }) => at);
        const oldest = startOfMonth(time, -AUDIT_MONTHS);
        assert.deepEqual(kept, made.filter((at) => at >= oldest));
      };
      // Every log begins with an entry that brings the duty.
      for (const [i, { days, first }] of steps.entries()) {
        const mutations = first || i === 0 ? firstAudit(TENANT, EVENT) : [audit(TENANT, EVENT)];
        await store.committer.commit({ checks: [], mutations });
        made.push(time);
        time += days * DAY_MS;
        store.pass(days * DAY_MS);
        await check();
      }
      for (let year = 0; year < 9; year++) {
        time += 366 * DAY_MS;
        store.pass(366 * DAY_MS);
        await check();
      }
      assert.deepEqual([await auditLog(store.kv), await duties(store)], [[], []]);
    }),
    { numRuns: 25 },
  );
});
