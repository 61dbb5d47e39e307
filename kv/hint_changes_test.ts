import assert from "node:assert/strict";
import { questionOf } from "../domain/questionnaire.ts";
import { createGroup, groupChangesOf } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { hintChangesOf } from "./hint_changes.ts";
import { openTestYear, TEST_YEAR } from "./test_year.ts";

/** A year with the groups `a` and `b`. */
async function openHints() {
  const year = await openTestYear();
  const { kv, committer } = year;
  for (const id of ["a", "b"]) {
    await createGroup(kv, committer, TEST_YEAR, { v: 1, id, name: id, createdAt: 0, closesOn: null });
  }
  return {
    ...year,
    changes: hintChangesOf(kv, committer, TEST_YEAR),
    of: async (group: string) => [...await year.stores.hints.of(group)],
  };
}

const TWO = questionOf(2)!;
const HUNDRED = questionOf(110)!;

Deno.test("a group's own hints are found by their number; the default is no hint of its own", async () => {
  using year = await openHints();
  await year.changes.save("a", HUNDRED, " 百 ");
  await year.changes.save("a", TWO, "二");
  await year.changes.save("b", TWO, "b");
  assert.deepEqual(await year.of("a"), [[2, "二"], [110, "百"]]);
  await year.changes.save("a", TWO, TWO.hint!);
  await year.changes.save("a", HUNDRED, "");
  assert.deepEqual(await year.of("a"), []);
  assert.deepEqual(await year.of("b"), [[2, "b"]]);
});

Deno.test("what is no hint is refused and changes nothing", async () => {
  using year = await openHints();
  await assert.rejects(year.changes.save("a", TWO, "<b>x</b>"), { code: "hint_markup" });
  await assert.rejects(year.changes.save("a", TWO, "x".repeat(2_001)), { code: "hint_too_long" });
  assert.deepEqual(await year.of("a"), []);
});

Deno.test("hints go with their group, and none is left by who was slower", async () => {
  using year = await openHints();
  await year.changes.save("a", TWO, "二");
  await year.changes.save("b", TWO, "b");
  const { kv, committer, stores } = year;
  const groups = groupChangesOf(kv, committer, TEST_YEAR);
  let tries = 0;
  await commitChange(kv, committer, {
    guards: [stores.members.guard("a")],
    async compute() {
      const writes = await stores.groups.get("a") ? stores.hints.put("a", 3, "遅い") : [];
      if (tries++ === 0) await groups.remove("a");
      return writes;
    },
  });
  assert.equal(tries, 2, "the deletion moved the guard");
  assert.deepEqual(await year.of("a"), []);
  assert.deepEqual(await year.of("b"), [[2, "b"]]);
  await assert.rejects(year.changes.save("a", TWO, "x"), { code: "group_deleted" });
});
