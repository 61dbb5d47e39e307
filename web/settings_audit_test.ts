import assert from "node:assert/strict";
import { auditLogOf } from "../jobs/audit_log.ts";
import { factTexts } from "../jobs/audit_view.ts";
import { committerOf } from "../kv/commit.ts";
import { documentForm } from "./document_settings_form.ts";
import { openDataPages } from "./data_pages_fixture.ts";

const { kv, services, get, post } = await openDataPages(20);
const sample = (await services.tenants.byHost("localhost"))!;
const { groups, settings } = services.stores(sample);
const [group] = await groups.list();
const address = (section: string) => `/groups/${group!.id}/settings/${section}`;
const log = auditLogOf({ kv, committer: committerOf(kv) });

/** The entries since `before`, oldest first: who, what, and the words of each. */
async function told(before = 0): Promise<string[]> {
  const user = (await services.accounts.find(sample.id, "admin@sample.example"))!;
  const { entries } = await log.list({ tenant: sample, user }, {});
  return entries.filter(({ event }) => event.endsWith("settings_changed")).reverse().slice(before)
    .map(({ actor, eventLabel, facts }) =>
      [`${actor} ${eventLabel}`, ...factTexts(facts).map(({ label, text }) => `${label}：${text}`)].join("、")
    );
}

const GROUP = `download@sample.example 依頼グループ設定を変更、依頼グループ：${
  group!.name
}、依頼グループID：${group!.id}`;
const COMPANY = "admin@sample.example 通知・住所の印字設定を変更";

Deno.test("every section of 依頼グループ設定 is told with its new values, free texts without their words", async () => {
  const { values } = documentForm(await settings.ofGroup(group!.id));
  const fields = { ...values, "print.insurance": "1", "pictures.abroad": "none", printMyNumber: "0" };
  await post("download", address("documents"), Object.entries(fields));
  await post("download", address("notice"), [["notice", "内密のお知らせ"]]);
  const mail = [["subject", "件名"], ["body", "内密の本文"], ["footer", ""]] as [string, string][];
  await post("download", `${address("mails")}?mail=reminded`, mail);
  await post("download", address("reminder"), [
    ["base_on", "2026-11-19"],
    ["days_before", "8"],
    ["every_days", "2"],
  ]);
  await post("download", address("deadline"), [["closes_on", "2026-11-30"], [
    "closed_message",
    "内密の締切",
  ]]);
  assert.deepEqual(await told(), [
    `${GROUP}、従業員への書類印刷依頼（給与所得者の保険料控除申告書）：依頼する、書類へのマイナンバー印字：印字しない、` +
    "証明書の画像添付（配偶者や扶養家族が海外居住の場合の必要書類）：不要",
    `${GROUP}、管理者からのお知らせ：変更`,
    `${GROUP}、メールフォーマット（依頼再通知）：変更`,
    `${GROUP}、再通知基準日：2026-11-19、再通知開始日（基準日の何日前）：8、再通知送信間隔（日）：2`,
    `${GROUP}、受付終了日：2026-11-30、受付終了後表示メッセージ：変更`,
  ]);
  const stored = await Array.fromAsync(kv.list({ prefix: ["t", sample.id, "audit"] }), ({ value }) => value);
  assert.doesNotMatch(JSON.stringify(stored), /内密/);
});

Deno.test("what is given up is told too, and what is saved as it was is not told", async () => {
  const before = (await told()).length;
  for (let n = 0; n < 2; n++) {
    await post("download", address("reminder"), [["base_on", ""], ["days_before", ""], ["every_days", ""]]);
    await post("download", address("deadline"), [["closes_on", ""], ["closed_message", ""]]);
  }
  assert.deepEqual(await told(before), [
    `${GROUP}、再通知：なし`,
    `${GROUP}、受付終了日：なし、受付終了後表示メッセージ：なし`,
  ]);
});

Deno.test("通知設定 and 住所の印字設定 are told with what was changed, a refused form is not", async () => {
  const before = (await told()).length;
  await post("admin", "/settings/notifications", [["answered", "1"], ["reanswered", "0"], [
    "confirmed",
    "0",
  ]]);
  await post("admin", "/settings/address", [["address", "current"]]);
  await post("admin", "/settings/address", [["address", "elsewhere"]]);
  assert.deepEqual(await told(before), [
    `${COMPANY}、担当者への通知：「再回答」：通知しない、従業員への通知：「確定」：通知しない`,
    `${COMPANY}、印字する住所：今年の書類：今年12月末時点の現住所 ／ 来年の書類：来年1月1日時点の現住所`,
  ]);
  assert.equal((await get("admin", "/settings/address")).status, 200);
});
