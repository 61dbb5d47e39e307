import assert from "node:assert/strict";
import fc from "fast-check";
import type { Member } from "../domain/stores.ts";
import { commitChange } from "./guarded.ts";
import { yearKeys } from "./keys.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const codes = (members: (Member | null)[]) => members.map((member) => member?.employee.code ?? null);
const numbered = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => testMaster(String(from + i).padStart(6, "0")));

async function walked(batches: AsyncIterable<Member[]>): Promise<Member[]> {
  return (await Array.fromAsync(batches)).flat();
}

Deno.test("a target of a group is found by 社員番号, by id and on the walk, with a fresh 依頼", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", [testMaster("000012")]);
  const [member, none] = await year.stores.members.byCodes(["000012", "12"]);
  assert.equal(none, null);
  assert.equal(member?.employee.groupId, "g1");
  assert.equal(member?.request?.status, "not_requested");
  assert.deepEqual(await year.stores.members.byId("id-000012"), member);
  assert.deepEqual(await walked(year.stores.members.walk("g1")), [member]);
  assert.equal(await year.stores.members.byId("id-999999"), null);
});

Deno.test("a target in no group has no 依頼 and is walked under null", async () => {
  using year = await openTestYear();
  await addTestMembers(year, null, [testMaster("000001")]);
  const people = await walked(year.stores.members.walk(null));
  assert.deepEqual(people.map(({ employee, request }) => [employee.code, request]), [["000001", null]]);
});

Deno.test("byCodes answers in the order asked, repeats included", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", numbered(25));
  const asked = ["000024", "x", "000003", "000003", "", "000011"];
  assert.deepEqual(codes(await year.stores.members.byCodes(asked)), [
    "000024",
    null,
    "000003",
    "000003",
    null,
    "000011",
  ]);
});

Deno.test("a walk passes slices in 社員番号 order and goes on after a given one", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", numbered(1203));
  await addTestMembers(year, "g2", numbered(3, 5000));
  const all = await walked(year.stores.members.walk("g1"));
  assert.deepEqual(codes(all), numbered(1203).map((person) => person.code));
  const rest = await walked(year.stores.members.walk("g1", "000999"));
  assert.deepEqual(codes(rest), codes(all).slice(1000));
  assert.deepEqual(codes(await walked(year.stores.members.walk("g1", "000999x"))), codes(all).slice(1000));
  assert.deepEqual(await walked(year.stores.members.walk("g1", "001202")), []);
});

Deno.test("a walk that is left early leaves no failing read behind", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", numbered(1100));
  for await (const batch of year.stores.members.walk("g1")) {
    assert.equal(batch.length, 500);
    break;
  }
});

Deno.test("whoever is moved while a walk reads is in it once or not at all, never without a 依頼", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", numbered(4));
  await year.kv.delete(yearKeys.request(TEST_YEAR.id, TEST_YEAR.year, "g1", "000001"));
  await year.kv.delete(yearKeys.employee(TEST_YEAR.id, TEST_YEAR.year, "g1", "000002"));
  assert.deepEqual(codes(await walked(year.stores.members.walk("g1"))), ["000000", "000003"]);
});

Deno.test("a move keeps the 依頼, a first group gives one, and the counts follow", async () => {
  using year = await openTestYear();
  const { members, groups } = year.stores;
  await addTestMembers(year, null, numbered(3));
  const move = (code: string, from: string | null, to: string) =>
    commitChange(year.kv, year.committer, {
      guards: [members.guard(from), members.guard(to)],
      compute: async () => members.move((await members.byCodes([code]))[0]!, to),
    });
  await move("000001", null, "g1");
  assert.equal((await groups.tally("g1")).byStatus.not_requested, 1);
  await move("000001", "g1", "g2");
  assert.deepEqual(await walked(members.walk("g1")), []);
  const [moved] = await walked(members.walk("g2"));
  assert.equal(moved?.employee.groupId, "g2");
  assert.equal(moved?.request?.id, "id-000001");
  const tallies = await Promise.all(["", "g1", "g2"].map((id) => groups.tally(id)));
  assert.deepEqual(tallies.map((t) => [t.employees, t.byStatus.not_requested]), [[2, 0], [0, 0], [1, 1]]);
});

Deno.test("a move to the same group writes nothing", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", numbered(1));
  const [member] = await year.stores.members.byCodes(["000000"]);
  assert.deepEqual(year.stores.members.move(member!, "g1"), []);
});

Deno.test("any 社員番号 come back in the order of their bytes, from any place", async () => {
  const code = fc.oneof(fc.stringMatching(/^[0-9A-Z-]{1,8}$/), fc.string({ minLength: 1, maxLength: 6 }))
    .filter((text) => text.isWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(code, { minLength: 1, maxLength: 30 }), fc.nat(), async (all, pick) => {
      using year = await openTestYear();
      await addTestMembers(year, "g1", all.map((text) => testMaster(text)));
      const order = codes(await walked(year.stores.members.walk("g1")));
      assert.deepEqual(new Set(order), new Set(all));
      const at = pick % all.length;
      const after = codes(await walked(year.stores.members.walk("g1", order[at])));
      assert.deepEqual(after, order.slice(at + 1));
    }),
    { numRuns: 30 },
  );
});
