import { ROLE_LABELS } from "../domain/permission.ts";
import { causeOrEvent, isReasonCode } from "../domain/reasons.ts";
import { SOURCE_LABELS } from "../domain/source_settings.ts";
import { SETTING_LABELS, SETTING_WORDS } from "./audit_settings.ts";
import { STATUS_LABELS } from "./view.ts";

/** What the audit log (監査ログ) tells of → the words on the page. */
export const AUDIT_LABELS = {
  accepted: "処理を受け付け",
  claimed: "処理を開始",
  lost: "処理が途絶",
  waiting: "処理を待機",
  handed_back: "処理を返却",
  cancelled: "処理を中断",
  finished: "処理を終了",
  attachment_claimed: "ファイルをダウンロード",
  attachment_shredded: "ファイルを削除",
  denied: "操作を拒否",
  log_exported: "監査ログを書き出し",
  source_changed: "データ連携を変更",
  mails_resent: "メールをもう一度送信",
  signed_in: "サインイン",
  sign_in_failed: "サインインに失敗",
  account_invited: "アカウントを招待",
  account_changed: "アカウントを変更",
  account_refreshed: "アカウント情報を再取得",
  password_reset: "パスワード設定リンクを発行",
  password_set: "リンクからパスワードを設定",
  password_changed: "パスワードを変更",
  role_changed: "権限の設定を変更",
  identity_linked: "外部IDと結び付け",
  identity_unlinked: "外部IDとの結び付きを解除",
  sign_in_changed: "サインインの設定を変更",
  group_settings_changed: "依頼グループ設定を変更",
  company_settings_changed: "通知・住所の印字設定を変更",
} as const;
export type AuditEventName = keyof typeof AUDIT_LABELS;
export const AUDIT_EVENT_NAMES = Object.keys(AUDIT_LABELS) as AuditEventName[];

/** Numbers and ids that tell more; texts are stored words. */
export type AuditFacts = Record<string, string | number | null>;

/** One entry of the log as the page and scripts see it. */
export interface AuditLineView {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  event: AuditEventName;
  eventLabel: string;
  /** E-mail of who did it, else 社員番号; null: the product itself. */
  actor: string | null;
  job: string | null;
  /** 処理名 of that job; null when the job is not kept any more. */
  title: string | null;
  /** Work of the system, which has no page. */
  system: boolean;
  kind: string | null;
  facts: AuditFacts;
}

/** A page of the log. */
export interface AuditPageView {
  entries: AuditLineView[];
  next: string | null;
}

/** Names of facts, in the order in which they are shown. */
const FACT_LABELS: Record<string, string> = {
  status: "結果",
  action: "操作",
  reason: "理由",
  attempt: "試行",
  losses: "途絶した回数",
  done: "処理件数",
  errors: "エラー件数",
  attachments: "ファイル数",
  purpose: "ファイルの種類",
  n: "ファイル番号",
  bytes: "サイズ（バイト）",
  sha256: "SHA-256",
  account: "アカウント",
  roleName: "権限の名称",
  roleId: "権限ID",
  role: "機能操作範囲",
  active: "アカウントの状態",
  groupName: "依頼グループ",
  group: "依頼グループID",
  rerunOf: "再実行元の処理ID",
  input: "取り込んだファイルのID",
  artifact: "ファイルID",
  owner: "プロセスID",
  event: "出来事",
  person: "実行者",
  job: "処理ID",
  source: "連携先",
  address: "アクセス先",
  token: "アクセストークン",
  way: "サインインの方法",
  issuer: "発行者（issuer）",
  clientId: "クライアントID",
  clientSecret: "クライアントシークレット",
  passwords: "パスワードでのサインイン",
  mails: "メールの件数",
  mailIds: "メールID",
  from: "日付（から）",
  to: "日付（まで）",
  ...SETTING_LABELS,
};

const WORDS: Record<string, Record<string, string>> = {
  role: ROLE_LABELS,
  active: { on: "有効", off: "無効" },
  status: STATUS_LABELS,
  action: { accept: "実行", cancel: "中断", rerun: "再実行", claim: "ダウンロード" },
  reason: {
    taken: "ダウンロード後の保存時間が終了",
    expired: "保存期間が終了",
  },
  purpose: { attachment: "添付ファイル", input: "取り込んだファイル" },
  source: SOURCE_LABELS,
  token: { changed: "変更", kept: "変更なし" },
  way: { identity: "外部ID", operator: "運用者のコマンド" },
  clientSecret: { changed: "変更", kept: "変更なし" },
  passwords: { on: "使う", off: "使わない" },
  event: AUDIT_LABELS,
  ...SETTING_WORDS,
};

/** A fact in words, such as `試行：2`; absent ones and those shown elsewhere are left out. */
export function factTexts(facts: AuditFacts): { label: string; text: string }[] {
  return Object.entries(FACT_LABELS).flatMap(([name, label]) => {
    const text = factText(facts, name);
    return text === "" ? [] : [{ label, text }];
  });
}

/** The fact `name` as people read it; "" when there is none. */
export function factText(facts: AuditFacts, name: string): string {
  const value = facts[name];
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  return WORDS[name]?.[value] ?? (name === "reason" ? causeOf(value) : value);
}

/** The cause behind a reason code; the code itself when another version wrote it. */
function causeOf(code: string): string {
  return isReasonCode(code) ? causeOrEvent(code).replace(/。$/, "") : code;
}
