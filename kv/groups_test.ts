import assert from "node:assert/strict";
import { createGroup } from "./group_changes.ts";
import { readFacets } from "./facets.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const group = (id: string, name: string) => ({ v: 1 as const, id, name, createdAt: 1, closesOn: null });

Deno.test("groups are listed newest first and stay within their tenant and year", async () => {
  using year = await openTestYear();
  for (const [id, name] of [["01A", "本社"], ["01C", "店舗"], ["01B", "工場"]] as const) {
    assert.equal(await createGroup(year.kv, year.committer, TEST_YEAR, group(id, name)), true);
  }
  await createGroup(year.kv, year.committer, { id: "other", year: 2026 }, group("01D", "支社"));
  await createGroup(year.kv, year.committer, { id: TEST_YEAR.id, year: 2025 }, group("01E", "去年"));
  assert.deepEqual((await year.stores.groups.list()).map((g) => g.name), ["店舗", "工場", "本社"]);
  assert.equal((await year.stores.groups.get("01B"))?.name, "工場");
  assert.equal(await year.stores.groups.get("01D"), null);
});

Deno.test("a name is used once a year", async () => {
  using year = await openTestYear();
  await createGroup(year.kv, year.committer, TEST_YEAR, group("01A", "本社"));
  assert.equal(await createGroup(year.kv, year.committer, TEST_YEAR, group("01B", "本社")), false);
  assert.equal(await year.stores.groups.get("01B"), null);
  assert.equal(
    await createGroup(year.kv, year.committer, { ...TEST_YEAR, year: 2027 }, group("01B", "本社")),
    true,
  );
});

Deno.test("a group without members counts zero in every status", async () => {
  using year = await openTestYear();
  const tally = await year.stores.groups.tally("none");
  assert.equal(tally.employees, 0);
  assert.deepEqual(new Set(Object.values(tally.byStatus)), new Set([0]));
  assert.equal(Object.keys(tally.byStatus).length, 8);
});

Deno.test("the filter menus know each 部署 and 雇用形態 of the targets once", async () => {
  using year = await openTestYear();
  await addTestMembers(year, "g1", [
    testMaster("1", { department: "総務部" }),
    testMaster("2", { department: "営業部", employmentType: null }),
    testMaster("3", { department: "営業部", employmentType: "アルバイト" }),
    testMaster("4", { department: null }),
    testMaster("5", { department: "長".repeat(2000) }),
  ]);
  assert.deepEqual(await readFacets(year.kv, TEST_YEAR), {
    departments: ["営業部", "総務部"],
    employmentTypes: ["アルバイト", "正社員"],
  });
});
