import assert from "node:assert/strict";
import { collectedOf } from "../domain/declaration/collected.ts";
import { initialDeclaration } from "../domain/declaration/initial.ts";
import { NO_INSURANCE } from "../domain/insurance.ts";
import { commitChange } from "./guarded.ts";
import { yearKeys } from "./keys.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

Deno.test("what is collected: the stored declaration, else what the master said, else what is known", async () => {
  using db = await openTestYear();
  const people = ["000001", "000002", "000003"].map((code) => testMaster(code, { birthOn: "1980-01-01" }));
  await addTestMembers(db, "group", people);
  const members = (await db.stores.members.byCodes(people.map(({ code }) => code))).map((one) => one!);
  const initial = initialDeclaration({ self: people[0]!, family: [] });
  const said = { ...initial, progress: ["self" as const] };
  await commitChange(db.kv, db.committer, {
    guards: [db.stores.members.guard("group")],
    compute: () => Promise.resolve(db.stores.declarations.put(members[0]!, said)),
  });
  // Of somebody whom an older version took in there is no baseline.
  await db.kv.delete(yearKeys.baseline(TEST_YEAR.id, TEST_YEAR.year, members[2]!.employee.id));
  const found = await collectedOf(db.stores, members);
  assert.deepEqual(found.map(({ declaration }) => declaration), [said, initial, initial]);
  assert.deepEqual(found[1], { declaration: initial, insurance: NO_INSURANCE, housingLoan: null });
});
