import assert from "node:assert/strict";
import { TAX_YEARS } from "../../domain/tax/years.ts";
import { createGroup } from "../../kv/group_changes.ts";
import { storesOf } from "../../kv/stores.ts";
import { addTestMembers } from "../../kv/test_year.ts";
import { ADMIN, cellsOf, type Company, type Ended, openCompany, person, TENANT } from "../test_tools.ts";

/** A year for which there is no tax table yet. */
const YEAR = Math.max(...TAX_YEARS) + 2;
const TENANT_THEN = { ...TENANT, year: YEAR };
const GROUP = { v: 1 as const, id: "01A", name: "本社", createdAt: 0, closesOn: null, closedMessage: null };

/** What such a job says of itself. */
const FAILED = `計算できません。${YEAR}年分の税額表が登録されていません（計算できる年: ${
  TAX_YEARS.join("・")
}）。`;

/** 本社 of that year, with one person who was not asked yet. */
async function company(): Promise<Company> {
  const c = await openCompany();
  const { files: { kv }, committer } = c;
  await createGroup(kv, committer, TENANT_THEN, GROUP);
  await addTestMembers({ kv, committer, stores: storesOf(kv, TENANT_THEN) }, GROUP.id, [person("000001")]);
  return c;
}

async function run(c: Company, group: string | null, operation: string, fields: Record<string, string> = {}) {
  const submission = { operation, group, key: null, fields: Object.entries(fields), file: null };
  const { id } = await c.service.accept({ tenant: TENANT_THEN, user: ADMIN }, submission);
  return await c.ended(id);
}

function collected(c: Company, group: string | null, format: string, item: string): Promise<Ended> {
  const options = { format, item, year: "this", layout: "horizontal" };
  return run(c, group, "download_collected_information", options);
}

Deno.test("in a year without a tax table, lists that need no figures are there as always", async () => {
  await using c = await company();
  const lists = ["request_statuses", "document_timestamps", "differences", "family_import_file", "originals"];
  for (const list of lists) {
    const { job } = await run(c, GROUP.id, `download_${list}`);
    assert.equal(job.status, "completed", `${list}: ${job.message}`);
  }
  for (const item of ["previous_jobs", "housing_loan"]) {
    const { job } = await collected(c, GROUP.id, "generic", item);
    assert.equal(job.status, "completed", `${item}: ${job.message}`);
  }
});

Deno.test("in a year without a tax table, lists with figures end as エラー that names the year, without a file", async () => {
  await using c = await company();
  for (const item of ["employee", "spouse", "dependants", "insurance", "all"]) {
    const { job, files } = await collected(c, GROUP.id, "generic", item);
    assert.deepEqual([job.status, job.message, files.length], ["failed", FAILED, 0], item);
  }
  const { job, files } = await collected(c, GROUP.id, "bugyo", "");
  assert.deepEqual([job.status, job.message, files.length], ["failed", FAILED, 0]);
});

Deno.test("of all groups in such a year, the file beside says of each why it is not there", async () => {
  await using c = await company();
  const { job, files } = await collected(c, null, "generic", "all");
  assert.deepEqual([job.status, job.message], [
    "completed_with_errors",
    "0名分のすべての申告情報を作成しました。1件はエラーです（対象の年分の税額表が登録されていません：1件）。",
  ]);
  const [, [group, reason] = []] = await cellsOf(files[1]!.bytes);
  assert.equal(group, "本社");
  assert.match(reason!, new RegExp(`^この依頼グループを出力できませんでした。${YEAR}年分の税額表が`));
});
