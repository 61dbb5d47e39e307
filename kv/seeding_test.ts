import assert from "node:assert/strict";
import { type Insurance, NO_INSURANCE } from "../domain/insurance.ts";
import { newRequest } from "../domain/request.ts";
import { type Committer, committerOf } from "./commit.ts";
import { type MemberAt, seedMembers } from "./seeding.ts";
import { storesOf } from "./stores.ts";
import { newcomerOf, TEST_YEAR, testMaster } from "./test_year.ts";

const TOTAL = 450;

const INSURANCE: Insurance = { ...NO_INSURANCE, dc: { amount: 1, editable: false } };

/** Every third person is in no group, every seventh no target at all. */
const memberAt: MemberAt = (i) => {
  if (i % 7 === 0) return null;
  const groupId = i % 3 === 0 ? null : `g${i % 2}`;
  const id = `id-${i}`;
  const master = testMaster(String(i).padStart(6, "0"));
  const { profile: _, ...snapshot } = master;
  return {
    employee: { ...snapshot, v: 1, id, groupId, syncedAt: 1 },
    request: groupId === null ? null : newRequest(id),
    newcomer: { ...newcomerOf(master), carried: i % 2 === 0 ? INSURANCE : null },
  };
};

/** All that is stored, without the revisions that count commits. */
async function contents(kv: Deno.Kv) {
  const entries = await Array.fromAsync(kv.list<Record<string, unknown>>({ prefix: [] }));
  return entries.map(({ key, value: { rev: _, ...value } }) => [key, value]);
}

async function seeded(...totals: number[]) {
  const kv = await Deno.openKv(":memory:");
  for (const total of totals) await seedMembers(kv, committerOf(kv), TEST_YEAR, total, memberAt);
  return kv;
}

Deno.test("seeding stores everybody once, counted, and does nothing the second time", async () => {
  using kv = await seeded(TOTAL);
  const before = await contents(kv);
  const { groups, members, insurance } = storesOf(kv, TEST_YEAR);
  const targets = Array.from({ length: TOTAL }, (_, i) => memberAt(i)).filter((found) => found !== null);
  for (const group of ["g0", "g1", null]) {
    const walked = (await Array.fromAsync(members.walk(group))).flat();
    const there = targets.filter(({ employee }) => employee.groupId === group);
    assert.deepEqual(walked, there.map(({ employee, request }) => ({ employee, request })));
    assert.equal((await groups.tally(group ?? "")).employees, walked.length);
  }
  const ids = targets.map(({ employee }) => employee.id);
  assert.deepEqual(
    await members.baselines(ids),
    targets.map(({ newcomer }) => ({
      v: 1,
      takenAt: 1,
      self: newcomer.master,
      family: [],
      housingLoan: null,
    })),
  );
  assert.deepEqual(
    await insurance.of(ids),
    targets.map(({ newcomer }) => newcomer.carried ?? NO_INSURANCE),
  );
  await seedMembers(kv, committerOf(kv), TEST_YEAR, TOTAL, memberAt);
  assert.deepEqual(await contents(kv), before);
});

Deno.test("a year that is over has a mark of its own", async () => {
  using kv = await seeded(TOTAL);
  const before = { ...TEST_YEAR, year: TEST_YEAR.year - 1 };
  const seed = () => seedMembers(kv, committerOf(kv), before, 30, memberAt, { past: true });
  await seed();
  const stored = await contents(kv);
  assert.equal((await storesOf(kv, before).groups.tally("g1")).employees, 9);
  await seed();
  assert.deepEqual(await contents(kv), stored);
});

Deno.test("seeding that died goes on where it was, and a larger company gets the rest", async () => {
  using clean = await seeded(TOTAL);
  using kv = await Deno.openKv(":memory:");
  let left = 2;
  const dying: Committer = {
    commit: (...change) =>
      left-- > 0 ? committerOf(kv).commit(...change) : Promise.reject(new Error("killed")),
  };
  await assert.rejects(seedMembers(kv, dying, TEST_YEAR, TOTAL, memberAt), /killed/);
  await seedMembers(kv, committerOf(kv), TEST_YEAR, TOTAL, memberAt);
  assert.deepEqual(await contents(kv), await contents(clean));
  using grown = await seeded(130, TOTAL);
  assert.deepEqual(await contents(grown), await contents(clean));
});

Deno.test("two processes that seed at once store everybody once", async () => {
  using clean = await seeded(TOTAL);
  using kv = await Deno.openKv(":memory:");
  const seed = () => seedMembers(kv, committerOf(kv), TEST_YEAR, TOTAL, memberAt);
  await Promise.all([seed(), seed()]);
  assert.deepEqual(await contents(kv), await contents(clean));
});

Deno.test("what people changed after the seeding stays", async () => {
  using kv = await seeded(TOTAL);
  const { members } = storesOf(kv, TEST_YEAR);
  const [member] = await members.byCodes(["000001"]);
  await kv.set(["t", "acme", "y", 2026, "employee", "g1", "000001"], {
    ...member!.employee,
    department: "人事部",
  });
  await seedMembers(kv, committerOf(kv), TEST_YEAR, TOTAL, memberAt);
  assert.equal((await members.byCodes(["000001"]))[0]?.employee.department, "人事部");
});
