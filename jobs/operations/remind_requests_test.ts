import assert from "node:assert/strict";
import { REQUEST_STATUSES } from "../../domain/request.ts";
import { ADMIN } from "../test_tools.ts";
import { askedCompany, carryOut, countsAgree, historyOf, mailsOf, statesOf } from "../requests_fixture.ts";

Deno.test("依頼中, 入力中 and 修正依頼中 get the mail again and stay as they are; the others are listed", async () => {
  const people = REQUEST_STATUSES.map((status) => ({ request: { status } }));
  await using c = await askedCompany([
    ...people,
    { request: { status: "requested" }, master: { account: { email: "" } } },
  ]);
  const before = await statesOf(c);
  const { job, result } = await carryOut(c, "remind_requests", [["all", "1"]]);
  assert.equal(job.title, "本社の依頼の一括再通知");
  assert.deepEqual(result.details, [
    "4名の依頼を再通知しました。",
    "1名はメールアドレスが登録されていないため、メールを送信していません。",
    "5件はエラーです（再通知できるのは「依頼中」「入力中」「修正依頼中」だけです）。",
  ]);
  assert.deepEqual(await statesOf(c), before);
  const reminded = ["requested", "answering", "correcting"]
    .map((status) => REQUEST_STATUSES.findIndex((one) => one === status) + 1);
  assert.deepEqual(
    await mailsOf(c),
    reminded.map((n) => `reminded ${String(n).padStart(6, "0")}@acme.example`),
  );
  for (const n of reminded) {
    assert.deepEqual(await historyOf(c, n), [`${ADMIN.email}が依頼を再通知しました`]);
  }
  await countsAgree(c);
});

Deno.test("doing it again sends again", async () => {
  await using c = await askedCompany([{ request: { status: "requested" } }]);
  for (let i = 0; i < 2; i++) await carryOut(c, "remind_requests", [["all", "1"]]);
  assert.equal((await mailsOf(c)).length, 2);
  assert.equal((await historyOf(c, 1)).length, 2);
});
