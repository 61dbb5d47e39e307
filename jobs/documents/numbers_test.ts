import assert from "node:assert/strict";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, type DocumentKind } from "../../domain/request.ts";
import { DEFAULT_GROUP_SETTINGS } from "../../domain/group_settings.ts";
import { set } from "../../kv/commit.ts";
import { myNumberKeys } from "../../kv/keys.ts";
import { numberPagesOf } from "../my_numbers_fixture.ts";
import { GROUP, idOf, write } from "../requests_fixture.ts";
import { ADMIN, cellsOf, type Company, TENANT, testUser } from "../test_tools.ts";
import { documentCompany, downloadDocuments, NUMBERS, pdfsOf, putNumbers } from "./documents_fixture.ts";

/** 000001 whose numbers are there, 000002 without any. */
async function company(has: readonly DocumentKind[] = DOCUMENT_KINDS): Promise<Company> {
  const c = await documentCompany([{ has }, { has }]);
  await putNumbers(c, 1);
  return c;
}

async function settings(c: Company, printMyNumber: boolean): Promise<void> {
  const changed = { ...DEFAULT_GROUP_SETTINGS, printMyNumber };
  await write(c, () => Promise.resolve(c.stores.settings.putGroup(GROUP, changed)));
}

const usesOf = async (c: Company) => (await numberPagesOf(c).uses(null)).uses;

Deno.test("管理者 of a group that prints them: opened for who has some, and on record with whose and what for", async () => {
  await using c = await company();
  const { job } = await downloadDocuments(c, [
    "basic_spouse_adjustment",
    "this_year_dependants",
    "insurance",
  ]);
  assert.equal(job.status, "completed");
  const uses = await usesOf(c);
  assert.deepEqual(
    uses.map(({ what, actor, job, purpose, whose }) => ({ what, actor, job, purpose, whose })),
    [{
      what: "opened",
      actor: { id: ADMIN.id, email: ADMIN.email },
      job: job.id,
      purpose: [DOCUMENT_LABELS.this_year_dependants, DOCUMENT_LABELS.basic_spouse_adjustment].join("、"),
      whose: {
        employee: idOf(1),
        code: "000001",
        relations: NUMBERS.map(({ holder }) => holder.relation),
      },
    }],
  );
});

Deno.test("no number is opened for a form without a box for one, for another role, or where the group prints none", async () => {
  await using c = await company();
  await downloadDocuments(c, ["insurance", "housing_loan"]);
  const user = await c.user(testUser("download", { role: "download" }));
  const ofRole = await pdfsOf(await downloadDocuments(c, ["this_year_dependants"], user));
  await settings(c, false);
  const declared = await pdfsOf(await downloadDocuments(c, ["this_year_dependants"]));
  assert.deepEqual(await usesOf(c), []);
  await settings(c, true);
  const printed = await pdfsOf(await downloadDocuments(c, ["this_year_dependants"]));
  const [first, second] = Object.keys(printed);
  assert.equal((await usesOf(c)).length, 1);
  // The same but for the numbers; 000002 has none.
  assert.notDeepEqual(printed[first!], ofRole[first!]);
  assert.deepEqual(printed[second!], ofRole[second!]);
  assert.notDeepEqual(declared[second!], ofRole[second!]);
});

Deno.test("numbers that do not open: the forms are printed without them, and the employee is told of", async () => {
  await using c = await company(["this_year_dependants", "next_year_dependants"]);
  await putNumbers(c, 2);
  const key = myNumberKeys.record(TENANT.id, TENANT.year, idOf(1));
  const { value } = await c.files.kv.get<{ numbers: { box: Uint8Array }[] }>(key);
  value!.numbers[0]!.box[20]! ^= 1;
  await c.committer.commit({ checks: [], mutations: [set(key, value)] });
  const ended = await downloadDocuments(c, ["this_year_dependants", "next_year_dependants"]);
  assert.equal(ended.job.status, "completed_with_errors");
  assert.equal(Object.keys(await pdfsOf(ended)).length, 4);
  const [, ...rows] = await cellsOf(ended.files[1]!.bytes);
  assert.equal(rows.length, 1, "once, not for each document");
  assert.equal(rows[0]![0], "000001");
  assert.match(rows[0]![3]!, /マイナンバーが壊れています/);
  assert.deepEqual((await usesOf(c)).map(({ whose }) => whose!.code), ["000002"]);
});

Deno.test("nothing that people read of the job holds a number", async () => {
  await using c = await company();
  const { job, result, files } = await downloadDocuments(c, DOCUMENT_KINDS);
  const told = JSON.stringify([job, result, c.logged, files.map(({ name }) => name), await usesOf(c)]);
  const stored = await Array.fromAsync(c.files.kv.list({ prefix: [] }));
  const latin = new TextDecoder("latin1");
  const bytes = stored.map(({ value }) =>
    value instanceof Uint8Array ? latin.decode(value) : JSON.stringify(value)
  );
  for (const { number } of NUMBERS) {
    assert.equal(told.includes(number), false);
    assert.equal(bytes.some((text) => text.includes(number)), false);
    assert.equal(latin.decode(files[0]!.bytes).includes(number), false, "glyphs, not digits");
  }
});
