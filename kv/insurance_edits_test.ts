import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { NO_INSURANCE } from "../domain/insurance.ts";
import type { Committer } from "./commit.ts";
import { commitChange } from "./guarded.ts";
import { insuranceEditsOf } from "./insurance_edits.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const DC = { amount: 120_000, editable: false };
const notFound = (error: unknown) => error instanceof Refusal && error.code === "not_found";

async function openYear() {
  const year = await openTestYear();
  await addTestMembers(year, null, [testMaster("000001"), testMaster("000002")]);
  const member = (await year.stores.members.byId("id-000001"))!;
  await commitChange(year.kv, year.committer, {
    guards: [year.stores.members.guard(null)],
    compute: () => Promise.resolve(year.stores.insurance.put(member, { ...NO_INSURANCE, dc: DC })),
  });
  const dc = async () => (await year.stores.insurance.of(["id-000001"]))[0]!.dc;
  return { ...year, dc };
}

Deno.test("従業員による情報の編集 is changed and the amount stays", async () => {
  using year = await openYear();
  const edits = insuranceEditsOf(year.kv, year.committer, TEST_YEAR);
  await edits.allowDcEdit("id-000001", true);
  assert.deepEqual(await year.dc(), { ...DC, editable: true });
  await edits.allowDcEdit("id-000001", false);
  assert.deepEqual(await year.dc(), DC);
});

Deno.test("nobody, and somebody without 掛金, are not found", async () => {
  using year = await openYear();
  const edits = insuranceEditsOf(year.kv, year.committer, TEST_YEAR);
  await assert.rejects(edits.allowDcEdit("nobody", true), notFound);
  await assert.rejects(edits.allowDcEdit("id-000002", true), notFound);
});

Deno.test("what is so already is not written, and a person who is moved meanwhile is changed where they are", async () => {
  using year = await openYear();
  let commits = 0;
  let before: (() => Promise<void>) | null = null;
  const committer: Committer = {
    async commit(change, priority) {
      commits++;
      const meanwhile = before;
      before = null;
      await meanwhile?.();
      return await year.committer.commit(change, priority);
    },
  };
  const edits = insuranceEditsOf(year.kv, committer, TEST_YEAR);
  await edits.allowDcEdit("id-000001", false);
  assert.equal(commits, 0);
  const { members } = year.stores;
  before = () =>
    commitChange(year.kv, year.committer, {
      guards: [members.guard(null), members.guard("g")],
      compute: async () => members.move((await members.byId("id-000001"))!, "g"),
    });
  await edits.allowDcEdit("id-000001", true);
  assert.equal(commits, 2);
  assert.deepEqual(await year.dc(), { ...DC, editable: true });
});
