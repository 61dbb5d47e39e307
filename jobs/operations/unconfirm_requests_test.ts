import assert from "node:assert/strict";
import { ADMIN } from "../test_tools.ts";
import {
  askedCompany,
  carryOut,
  countsAgree,
  DOCUMENTS,
  excluded,
  historyOf,
  mailsOf,
  membersOf,
  statesOf,
  ticked,
} from "../requests_fixture.ts";

const ALL: [string, string][] = [["all", "1"]];

Deno.test("確定 and taken back, every 依頼 is what it was; a 対象外理由 given meanwhile stays", async () => {
  await using c = await askedCompany([
    {},
    { request: { ...DOCUMENTS, status: "answered", answeredOnce: true } },
    { request: { status: "reanswered" } },
    { request: { status: "requested" } },
    excluded("retired_candidate", { status: "answered" }),
  ]);
  const all = [1, 2, 3, 4, 5];
  const requests = async () => (await membersOf(c, all)).map(({ request: { acts: _, ...rest } }) => rest);
  const before = await requests();
  await carryOut(c, "confirm_requests", ticked(1, 2, 3));
  await carryOut(c, "exclude_requests", [...ticked(5), ["reason", "retired"]]);
  const mails = await mailsOf(c);
  const { job, result } = await carryOut(c, "unconfirm_requests", ALL);
  assert.equal(job.title, "本社の確定の一括取り消し");
  assert.deepEqual(result.details, [
    "4名の依頼の確定を取り消しました。",
    "1件はエラーです（確定を取り消せるのは「確定」だけです）。",
  ]);
  const after = await requests();
  assert.deepEqual(after.slice(0, 4), before.slice(0, 4));
  assert.deepEqual(after[4], { ...before[4], exclusion: "retired" });
  assert.deepEqual(await mailsOf(c), mails);
  assert.deepEqual(await historyOf(c, 2), [
    `${ADMIN.email}が依頼を確定にしました`,
    `${ADMIN.email}が依頼を確定取り消ししました`,
  ]);
  await countsAgree(c);
});

Deno.test("what was 確定 before its former status was kept: 対象外 goes to 未依頼, the others to 回答済み", async () => {
  await using c = await askedCompany([
    { request: { status: "confirmed" } },
    excluded("paper", { status: "confirmed" }),
  ]);
  await carryOut(c, "unconfirm_requests", ALL);
  assert.deepEqual(await statesOf(c), ["answered", "not_requested paper"]);
});
