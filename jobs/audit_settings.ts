import { PICTURE_LABELS, PRINTED_LABELS, PROOF_LABELS } from "../domain/document_settings.ts";
import { EDITABLE_MAIL_LABELS } from "../domain/mail_template.ts";
import { PRINTED_ADDRESS_LABELS } from "../domain/tenant_settings.ts";

type Words = Record<string, string>;

const ASKED = { on: "依頼する", off: "依頼しない" };
const TOLD = { on: "通知する", off: "通知しない" };
const WRITTEN = { changed: "変更", none: "なし" };

/** Settings by the path under which the audit log holds them (domain/settings_event.ts): name, and words of its values. */
const SETTINGS: Record<string, { label: string; words: Words }> = {
  "set.closesOn": { label: "受付終了日", words: { none: "なし" } },
  "set.closedMessage": { label: "受付終了後表示メッセージ", words: WRITTEN },
  "set.reminder": { label: "再通知", words: { none: "なし" } },
  "set.reminder.baseOn": { label: "再通知基準日", words: {} },
  "set.reminder.daysBefore": { label: "再通知開始日（基準日の何日前）", words: {} },
  "set.reminder.everyDays": { label: "再通知送信間隔（日）", words: {} },
  "set.notice": { label: "管理者からのお知らせ", words: WRITTEN },
  ...each(EDITABLE_MAIL_LABELS, "set.mails", "メールフォーマット", { changed: "変更", none: "初期の文面" }),
  ...each(PRINTED_LABELS, "set.print", "従業員への書類印刷依頼", ASKED),
  "set.printMyNumber": { label: "書類へのマイナンバー印字", words: { on: "印字する", off: "印字しない" } },
  ...each(PROOF_LABELS, "set.pictures", "証明書の画像添付", PICTURE_LABELS),
  "set.makeInsurance": {
    label: "保険料控除申告書の作成設定",
    words: { on: "申告書を作成する", off: "申告書を作成しない" },
  },
  "set.mountingSheet": {
    label: "原本の提出方法",
    words: {
      on: "生命保険等証明書原本の台紙を使って提出する",
      off: "生命保険等証明書原本の台紙を使わずに提出する",
    },
  },
  "set.notify.answered": { label: "担当者への通知：「回答済」", words: TOLD },
  "set.notify.reanswered": { label: "担当者への通知：「再回答」", words: TOLD },
  "set.notify.confirmed": { label: "従業員への通知：「確定」", words: TOLD },
  "set.address": { label: "印字する住所", words: PRINTED_ADDRESS_LABELS },
};

function each(names: Words, path: string, of: string, words: Words): typeof SETTINGS {
  return Object.fromEntries(
    Object.entries(names).map(([name, label]) => [`${path}.${name}`, { label: `${of}（${label}）`, words }]),
  );
}

/** Names of settings, by path. */
export const SETTING_LABELS: Words = Object.fromEntries(
  Object.entries(SETTINGS).map(([path, { label }]) => [path, label]),
);

/** Words of the values of settings, by path. */
export const SETTING_WORDS: Record<string, Words> = Object.fromEntries(
  Object.entries(SETTINGS).map(([path, { words }]) => [path, words]),
);
