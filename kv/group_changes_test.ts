import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { Guard } from "../domain/write.ts";
import { type Committer, set } from "./commit.ts";
import { groupChangesOf } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { yearKeys } from "./keys.ts";
import { GuardMissing, seal } from "./write.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

/** A year and what pages change about its groups. */
async function openChanges() {
  const year = await openTestYear();
  return { ...year, changes: groupChangesOf(year.kv, year.committer, TEST_YEAR) };
}

const asKey = (guard: Guard) => guard as unknown as Deno.KvKey;
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const names = async ({ stores }: Awaited<ReturnType<typeof openChanges>>) =>
  (await stores.groups.list()).map(({ name }) => name);

Deno.test("groups come, change their names and go; newest first", async () => {
  using year = await openChanges();
  let at = 1_000;
  const restore = setClock({ now: () => at++ });
  try {
    const head = await year.changes.create(" 本社　");
    const plant = await year.changes.create("工場");
    assert.deepEqual(await names(year), ["工場", "本社"]);
    await year.changes.rename(head.id, "東京本社");
    assert.deepEqual(await names(year), ["工場", "東京本社"]);
    await year.changes.rename(plant.id, "本社");
    await year.changes.rename(plant.id, "本社");
    await year.changes.remove(head.id);
    await year.changes.create("東京本社");
    assert.deepEqual(await names(year), ["東京本社", "本社"]);
    const held = year.kv.list({ prefix: yearKeys.groupName(TEST_YEAR.id, TEST_YEAR.year, "").slice(0, -1) });
    assert.deepEqual(await Array.fromAsync(held, ({ key }) => key.at(-1)), ["本社", "東京本社"].toSorted());
  } finally {
    restore();
  }
});

Deno.test("a name is used once, whatever surrounds it", async () => {
  using year = await openChanges();
  const { id } = await year.changes.create("本社");
  const other = await year.changes.create("工場");
  await assert.rejects(year.changes.create(" 本社 "), refusal("group_name_taken"));
  await assert.rejects(year.changes.rename(other.id, "本社"), refusal("group_name_taken"));
  await assert.rejects(year.changes.rename(id, "あ".repeat(51)), refusal("group_name_too_long"));
  await assert.rejects(year.changes.create("　"), refusal("group_name_empty"));
  await assert.rejects(year.changes.create("本\u0007社"), refusal("group_name_characters"));
  await assert.rejects(year.changes.rename("gone", "店舗"), refusal("group_deleted"));
  assert.deepEqual((await names(year)).toSorted(), ["工場", "本社"].toSorted());
});

Deno.test("twenty people who type the same name at once make one group", async () => {
  using year = await openChanges();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => year.changes.create("本社")));
  assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
  assert.deepEqual(await names(year), ["本社"]);
});

Deno.test("a group with people stays; an empty one goes with its hints, and only with its own", async () => {
  using year = await openChanges();
  const group = await year.changes.create("本社");
  const other = await year.changes.create("工場");
  const hint = (id: string) => yearKeys.hint(TEST_YEAR.id, TEST_YEAR.year, id, 2);
  await year.committer.commit({
    checks: [],
    mutations: [group, other].map(({ id }) => set(hint(id), { v: 1 })),
  });
  await addTestMembers(year, group.id, [testMaster("1")]);
  await assert.rejects(year.changes.remove(group.id), refusal("group_not_empty"));
  const [member] = await year.stores.members.byCodes(["1"]);
  const { members } = year.stores;
  await commitChange(year.kv, year.committer, {
    guards: [members.guard(group.id), members.guard(other.id)],
    compute: () => Promise.resolve(members.move(member!, other.id)),
  });
  await year.changes.remove(group.id);
  assert.deepEqual(await names(year), ["工場"]);
  assert.equal((await year.kv.get(hint(group.id))).versionstamp, null);
  assert.notEqual((await year.kv.get(hint(other.id))).versionstamp, null);
});

Deno.test("somebody who comes in while the group is being deleted keeps it", async () => {
  using year = await openTestYear();
  const quiet = groupChangesOf(year.kv, year.committer, TEST_YEAR);
  const group = await quiet.create("本社");
  let late = true;
  const committer: Committer = {
    async commit(change, priority) {
      if (late) {
        late = false;
        await addTestMembers(year, group.id, [testMaster("1")]);
      }
      return await year.committer.commit(change, priority);
    },
  };
  await assert.rejects(
    groupChangesOf(year.kv, committer, TEST_YEAR).remove(group.id),
    refusal("group_not_empty"),
  );
  assert.equal((await year.stores.groups.get(group.id))?.name, "本社");
});

Deno.test("whoever rests on a group notices every change of it", async () => {
  using year = await openChanges();
  const group = await year.changes.create("本社");
  const guard = yearKeys.guard(TEST_YEAR.id, TEST_YEAR.year, group.id);
  const stamps = [(await year.kv.get(guard)).versionstamp];
  await year.changes.rename(group.id, "東京本社");
  stamps.push((await year.kv.get(guard)).versionstamp);
  await year.changes.setDeadline(group.id, { closesOn: "2026-11-27", closedMessage: "終わりました" });
  stamps.push((await year.kv.get(guard)).versionstamp);
  const changed = await year.stores.groups.get(group.id);
  assert.deepEqual([changed?.closesOn, changed?.closedMessage], ["2026-11-27", "終わりました"]);
  await year.changes.remove(group.id);
  stamps.push((await year.kv.get(guard)).versionstamp);
  assert.equal(new Set(stamps).size, 4);
  assert.ok(stamps.every((stamp) => stamp !== null));
});

Deno.test("a change of a group counts on the guard of the names and on that of its members", async () => {
  using year = await openChanges();
  const { groups, members } = year.stores;
  const group = await year.changes.create("本社");
  const changes = [groups.create(group), groups.update(group, group), await groups.remove(group)];
  for (const writes of changes) {
    for (const guard of [groups.guard(), members.guard(group.id)]) {
      assert.throws(
        () => seal([{ key: asKey(guard), value: null, versionstamp: null }], writes),
        GuardMissing,
      );
    }
  }
});
