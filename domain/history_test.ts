import assert from "node:assert/strict";
import fc from "fast-check";
import {
  entriesOf,
  HISTORY_KINDS,
  type HistoryAct,
  type HistoryEntry,
  historyEntrySchema,
  historyText,
  namedInHistory,
} from "./history.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, REQUEST_STATUS_LABELS, REQUEST_STATUSES } from "./request.ts";

const entry = (act: HistoryAct, who: string | null = "佐藤"): HistoryEntry => ({ v: 1, at: 0, who, ...act });

/** Every text of reference/screens.md §8, {a} being 佐藤. */
const REQUEST_TEXTS: [HistoryAct, string][] = [
  [{ kind: "collected_saved" }, "佐藤が収集情報を保存しました"],
  [{ kind: "requested" }, "佐藤が依頼を依頼中にしました"],
  [{ kind: "answered" }, "佐藤が依頼を回答済みにしました"],
  [{ kind: "restarted" }, "佐藤がアンケートのやり直しをしました"],
  [{ kind: "reanswered" }, "佐藤がアンケートの再回答を完了しました"],
  [{ kind: "reminded" }, "佐藤が依頼を再通知しました"],
  [{ kind: "excluded" }, "佐藤が依頼を対象外にしました"],
  [{ kind: "reset" }, "佐藤が依頼を未依頼にしました"],
  [{ kind: "confirmed" }, "佐藤が依頼を確定にしました"],
  [{ kind: "unconfirmed" }, "佐藤が依頼を確定取り消ししました"],
  [{ kind: "correction_requested", comment: "金額" }, "佐藤が収集情報を修正依頼しました"],
  [{ kind: "correction_cancelled" }, "佐藤が収集情報の修正依頼を取り消しました"],
  [{ kind: "moved" }, "佐藤が［回答期限切れ］の依頼を移動しました"],
];

/** Of 書類, after the name. */
const DOCUMENT_TEXTS: [HistoryAct["kind"], string][] = [
  ["document_updated", "を更新しました"],
  ["checked", "をチェック済みにしました"],
  ["double_waiting", "をダブルチェック待ちにしました"],
  ["returned", "を差し戻しにしました"],
  ["double_waiting_cancelled", "のダブルチェック待ちを取り消しました"],
  ["checked_cancelled", "のチェック済みを取り消しました"],
  ["returned_cancelled", "の差し戻しを取り消しました"],
  ["deleted", "を削除しました"],
];

const PREVIOUS_JOB_TEXTS: [HistoryAct["kind"], string][] = [
  ["checked", "佐藤が前職情報をチェック済みにしました"],
  ["double_waiting", "佐藤が前職情報をダブルチェック待ちにしました"],
  ["returned", "佐藤が前職情報を差し戻しました"],
  ["double_waiting_cancelled", "佐藤が前職情報のダブルチェック待ちを取り消しました"],
  ["checked_cancelled", "佐藤が前職情報のチェック済みを取り消しました"],
  ["returned_cancelled", "佐藤が前職情報の差し戻しを取り消しました"],
];

const EXPIRED = "設定した受付終了日を過ぎたため、システムにより依頼が［回答期限切れ］に変更されました";

Deno.test("操作履歴 says exactly what the facts say", () => {
  for (const [act, text] of REQUEST_TEXTS) assert.equal(historyText(entry(act)), text);
  for (const [kind, text] of DOCUMENT_TEXTS) {
    for (const of of DOCUMENT_KINDS) {
      assert.equal(historyText(entry({ kind, of })), `佐藤が${DOCUMENT_LABELS[of]}${text}`);
    }
  }
  for (const [kind, text] of PREVIOUS_JOB_TEXTS) {
    assert.equal(historyText(entry({ kind, of: "previous_job" })), text);
  }
  assert.equal(historyText(entry({ kind: "expired" }, null)), EXPIRED);
  for (const status of REQUEST_STATUSES) {
    assert.equal(
      historyText(entry({ kind: "moved_reopened", status })),
      "佐藤が「回答期限切れ」の依頼を移動しました。移動先の依頼グループの締切設定にあわせて、依頼は［" +
        `${REQUEST_STATUS_LABELS[status]}］に変更されました`,
    );
  }
  const told = [...REQUEST_TEXTS.map(([{ kind }]) => kind), ...DOCUMENT_TEXTS.map(([kind]) => kind)];
  assert.deepEqual([...told, "expired", "moved_reopened"].sort(), [...HISTORY_KINDS].sort());
});

Deno.test("the system is named where no person did it", () => {
  assert.equal(historyText(entry({ kind: "reminded" }, null)), "システムが依頼を再通知しました");
});

Deno.test("names stand as they are, whatever they look like", () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom("$&", "{a}", "{書類名}", "{ステータス}", "$1"),
  );
  fc.assert(fc.property(names, (who) => {
    assert.equal(
      historyText(entry({ kind: "deleted", of: "insurance" }, who)),
      `${who}が給与所得者の保険料控除申告書を削除しました`,
    );
    assert.ok(
      historyText(entry({ kind: "moved_reopened", status: "requested" }, who)).startsWith(`${who}が「`),
    );
  }));
});

Deno.test("the entries of an act have one moment and one person, in the order of the act, and can be stored", () => {
  const acts: HistoryAct[] = [{ kind: "collected_saved" }, { kind: "document_updated", of: "insurance" }];
  const entries = entriesOf(acts, "佐藤", 5);
  assert.deepEqual(entries, [
    { v: 1, at: 5, who: "佐藤", kind: "collected_saved" },
    { v: 1, at: 5, who: "佐藤", kind: "document_updated", of: "insurance" },
  ]);
  for (const one of entries) assert.deepEqual(historyEntrySchema.parse(one), one);
});

Deno.test("who is in the same 依頼グループ is named by 社員番号 and name, elsewhere by e-mail address", async () => {
  const places: Record<string, string | null> = { "000001": "g1", "000002": null };
  const members = {
    placesOf: (codes: readonly string[]) => Promise.resolve(codes.map((code) => places[code])),
  };
  const named = async (employeeCode: string | null, group: string | null, more = {}) => {
    const person = { id: "u1", email: "a@acme.example", name: "佐藤 花子", employeeCode, ...more };
    return (await namedInHistory(members, person))(group);
  };
  assert.equal(await named("000001", "g1"), "000001 佐藤 花子");
  assert.equal(await named("000001", "g1", { name: undefined }), "000001");
  for (const group of ["g2", null]) assert.equal(await named("000001", group), "a@acme.example");
  for (const code of ["000002", "000009", null]) assert.equal(await named(code, "g1"), "a@acme.example");
  assert.equal(await named("000002", null), "a@acme.example");
  assert.equal(await named("000001", "g2", { email: null }), "000001");
});
