import assert from "node:assert/strict";
import { DEFAULT_TENANT_SETTINGS } from "../../domain/tenant_settings.ts";
import { commitChange } from "../../kv/guarded.ts";
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
} from "../requests_fixture.ts";

const ALL: [string, string][] = [["all", "1"]];
const PEOPLE = [
  {},
  { request: { ...DOCUMENTS, status: "answered" as const } },
  { request: { status: "reanswered" as const }, master: { account: { email: null } } },
  excluded("otsu"),
  { request: { status: "correcting" as const } },
  { request: { status: "confirmed" as const } },
];

Deno.test("未依頼, 回答済み and 再回答 become 確定 with 確定通知; 対象外 hears of nothing; the others are listed", async () => {
  await using c = await askedCompany(PEOPLE);
  const { job, result } = await carryOut(c, "confirm_requests", ALL);
  assert.equal(job.title, "本社の依頼の一括確定");
  assert.deepEqual(result.details, [
    "4名の依頼を確定しました。",
    "1名はメールアドレスが登録されていないため、メールを送信していません。",
    "2件はエラーです（確定できるのは「未依頼」「回答済み」「再回答」だけです）。",
  ]);
  assert.equal(result.errors[0]?.key, "000005");
  assert.deepEqual(await statesOf(c), [
    "confirmed",
    "confirmed",
    "confirmed",
    "confirmed otsu",
    "correcting",
    "confirmed",
  ]);
  assert.deepEqual(await mailsOf(c), ["confirmed 000001@acme.example", "confirmed 000002@acme.example"]);
  assert.deepEqual(await historyOf(c, 2), [`${ADMIN.email}が依頼を確定にしました`]);
  const [, answered] = await membersOf(c, [1, 2]);
  assert.equal(answered!.request.beforeConfirmation, "answered");
  assert.deepEqual(answered!.request.documents, DOCUMENTS.documents);
  await countsAgree(c);
});

Deno.test("［通知設定］ 通知しない: nobody is written to, and 結果詳細 says so", async () => {
  await using c = await askedCompany(PEOPLE);
  const { settings } = c.stores;
  await commitChange(c.files.kv, c.committer, {
    guards: [settings.tenantGuard()],
    compute: () =>
      Promise.resolve(
        settings.putTenant({
          ...DEFAULT_TENANT_SETTINGS,
          notify: { ...DEFAULT_TENANT_SETTINGS.notify, confirmed: false },
        }),
      ),
  });
  const { job, result } = await carryOut(c, "confirm_requests", ALL);
  assert.deepEqual(result.details.slice(0, 2), [
    "4名の依頼を確定しました。",
    "3名には、［通知設定］が「通知しない」のため、メールを送信していません。",
  ]);
  assert.ok(job.message.startsWith("4名の依頼を確定しました。2件はエラーです"), job.message);
  assert.deepEqual(await mailsOf(c), []);
});
