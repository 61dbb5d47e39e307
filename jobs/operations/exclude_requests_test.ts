import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { STAFF_EXCLUSIONS } from "../../domain/request_acts/asking.ts";
import { ADMIN, cellsOf } from "../test_tools.ts";
import { findOperation } from "../registry.ts";
import {
  askedCompany,
  carryOut,
  countsAgree,
  excluded,
  GROUP,
  historyOf,
  mailsOf,
  membersOf,
  statesOf,
} from "../requests_fixture.ts";

const KIND = "exclude_requests";
const because = (reason: string): [string, string][] => [["all", "1"], ["reason", reason]];

Deno.test("未依頼 and a 候補 of the same reason become 確定 with it, without a mail; the others are listed", async () => {
  await using c = await askedCompany([
    {},
    excluded("otsu_candidate", { status: "answered" }),
    excluded("retired_candidate", { status: "reanswered" }),
    { request: { status: "requested" } },
    excluded("otsu"),
    excluded("paper"),
  ]);
  const { job, result, files } = await carryOut(c, KIND, because("otsu"));
  assert.equal(job.title, "本社の依頼の一括対象外設定");
  assert.equal(job.status, "completed_with_errors");
  assert.deepEqual(result.details, [
    "3名の依頼を対象外にしました。",
    "2件はエラーです（別の対象外理由か対象外候補が設定されています）。",
    "1件はエラーです（対象外にできるのは「未依頼」と、対象外候補か対象外理由のある「回答済み」「再回答」だけです）。",
  ]);
  assert.deepEqual(await statesOf(c), [
    "confirmed otsu",
    "confirmed otsu",
    "reanswered retired_candidate",
    "requested",
    "confirmed otsu",
    "not_requested paper",
  ]);
  const before = (await membersOf(c, [1, 2, 5])).map(({ request }) => request.beforeConfirmation);
  assert.deepEqual(before, ["not_requested", "answered", "not_requested"]);
  assert.deepEqual(await historyOf(c, 2), [`${ADMIN.email}が依頼を対象外にしました`]);
  assert.deepEqual(await mailsOf(c), []);
  await countsAgree(c);
  const [, third] = await cellsOf(files[0]!.bytes);
  assert.equal(third![0], "000003");
  assert.match(third![3]!, /^別の対象外理由か対象外候補が設定されています（退職対象外候補）。/);
});

Deno.test("each of the six reasons, and no other, is taken; the dialog names them as the CSVs do", async () => {
  await using c = await askedCompany(STAFF_EXCLUSIONS.map(() => ({})));
  for (const [i, reason] of STAFF_EXCLUSIONS.entries()) {
    const id = `id-${String(i + 1).padStart(6, "0")}`;
    await carryOut(c, KIND, [["ids", id], ["reason", reason]]);
  }
  assert.deepEqual(await statesOf(c), STAFF_EXCLUSIONS.map((reason) => `confirmed ${reason}`));
  for (const fields of [[], [["reason", "otsu_candidate"]]] as [string, string][][]) {
    await assert.rejects(
      c.accept({ operation: KIND, group: GROUP, fields: [["all", "1"], ...fields] }),
      (error) => error instanceof Refusal && error.code === "bad_request",
    );
  }
  assert.deepEqual(findOperation(KIND)!.fields![0]!.choices.map(({ label }) => label), [
    "対象外(紙による提出)",
    "対象外(乙欄)",
    "対象外(退職)",
    "対象外(給与支給なし)",
    "対象外(源泉)",
    "対象外(収入)",
  ]);
});
