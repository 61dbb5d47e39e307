import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import type { Member } from "../domain/stores.ts";
import { commitChange } from "./guarded.ts";
import { addTestMembers, newcomerOf, openTestYear, testMaster } from "./test_year.ts";

Deno.test("a change that was overtaken is computed again on what is there now", async () => {
  using year = await openTestYear();
  const { members, groups } = year.stores;
  const add = (code: string) => members.add(`id-${code}`, newcomerOf(testMaster(code)), "g1", 1);
  let tries = 0;
  await commitChange(year.kv, year.committer, {
    guards: [members.guard("g1")],
    compute: async () => {
      if (tries++ === 0) {
        const meanwhile = { guards: [members.guard("g1")], compute: () => Promise.resolve(add("2")) };
        await commitChange(year.kv, year.committer, meanwhile);
      }
      return add("1");
    },
  });
  assert.equal(tries, 2);
  assert.equal((await groups.tally("g1")).employees, 2);
});

Deno.test("when others are always quicker the person is told, and nothing of the change is stored", async () => {
  using year = await openTestYear();
  const { members } = year.stores;
  let n = 0;
  const change = commitChange(year.kv, year.committer, {
    guards: [members.guard("g1")],
    compute: async () => {
      const other = members.add(`other-${n}`, newcomerOf(testMaster(`other-${n++}`)), "g1", 1);
      await commitChange(year.kv, year.committer, {
        guards: [members.guard("g1")],
        compute: () => Promise.resolve(other),
      });
      return members.add("mine", newcomerOf(testMaster("mine")), "g1", 1);
    },
  });
  await assert.rejects(change, (error) => error instanceof Refusal && error.code === "overtaken");
  assert.equal(n, 25);
  assert.equal(await members.byId("mine"), null);
});

Deno.test("no writes, no commit: the guard does not move", async () => {
  using year = await openTestYear();
  const guards = [year.stores.members.guard("g1")];
  await commitChange(year.kv, year.committer, { guards, compute: () => Promise.resolve([]) });
  assert.deepEqual(await Array.fromAsync(year.kv.list({ prefix: [] })), []);
});

Deno.test("who is elsewhere by the time of the computing is looked up again", async () => {
  using year = await openTestYear();
  const { members, groups } = year.stores;
  await addTestMembers(year, "g1", [testMaster("1")]);
  const find = async () => (await members.byCodes(["1"]))[0]!;
  const move = (member: Member, group: string) =>
    commitChange(year.kv, year.committer, {
      guards: [members.guard(member.employee.groupId), members.guard(group)],
      compute: () => Promise.resolve(members.move(member, group)),
    });
  let tries = 0;
  await commitChange(year.kv, year.committer, {
    guards: async () => [members.guard((await find()).employee.groupId)],
    async compute() {
      if (tries++ === 0) await move(await find(), "g2");
      return members.remove(await find());
    },
  });
  assert.equal(tries, 2);
  assert.equal(await members.byId("id-1"), null);
  assert.deepEqual([(await groups.tally("g1")).employees, (await groups.tally("g2")).employees], [0, 0]);
});
