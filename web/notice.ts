import { safePath } from "./safe_path.ts";

const PARAMETER = "notice";

/** What was done at once, by the word that travels in the address; the sentences are ours, never the address's. */
const NOTICES = {
  group_created: () => "依頼グループを追加しました。",
  group_renamed: () => "依頼グループ名を変更しました。",
  group_deleted: () => "依頼グループを削除しました。",
  group_changed: () => "従業員の依頼グループを変更しました。",
  employees_deleted: (n: number) => `${n.toLocaleString("ja-JP")}名の従業員を削除しました。`,
  hint_saved: (n: number) => `設問${n}のヒントを保存しました。`,
  answers_submitted: () => "回答を提出しました。",
  mails_resent: (n: number) => `${n.toLocaleString("ja-JP")}件のメールをもう一度送信します。`,
  settings_saved: () => "設定を保存しました。",
  identity_unlinked: () => "外部IDとの結び付きを解除しました。",
  memo_added: () => "管理者メモを追加しました。",
  correction_requested: () => "修正依頼をしました。",
  corrections_cancelled: () => "修正依頼を取り消しました。",
  document_deleted: () => "書類を削除しました",
  collected_saved: () => "収集情報を保存しました",
  review_checked: () => "チェック済みにしました。",
  review_double_checked: () => "ダブルチェック待ちにしました。",
  review_undone: () => "確認状況を「チェック待ち」に戻しました。",
  review_returned: () => "差し戻しました。",
  review_return_cancelled: () => "差し戻しを取り消しました。",
  walk_checked: () => "ひとつ前のものをチェック済みにしました。続けて確認してください。",
  walk_double_checked: () => "ひとつ前のものをダブルチェック待ちにしました。続けて確認してください。",
  walk_returned: () => "ひとつ前のものを差し戻しました。続けて確認してください。",
  walk_ended: () => "選択したものの最後まで確認しました。",
  reviews_checked: (n: number) => `${n.toLocaleString("ja-JP")}件をチェック済みにしました。`,
} as const;
export type Notice = keyof typeof NOTICES;

/** The page to go to, with the word of what was done; `n` where the sentence counts. */
export function withNotice(path: unknown, notice: Notice, n?: number): string {
  const url = new URL(safePath(path), "http://here.invalid");
  url.searchParams.set(PARAMETER, n === undefined ? notice : `${notice}.${n}`);
  return url.pathname + url.search;
}

/** What the page says was done just now, or null. */
export function noticeIn(url: URL): string | null {
  const match = /^([a-z_]+)(?:\.(\d{1,6}))?$/.exec(url.searchParams.get(PARAMETER) ?? "");
  if (!match || !Object.hasOwn(NOTICES, match[1]!)) return null;
  return NOTICES[match[1] as Notice](Number(match[2] ?? 0));
}

/** `path` with what the page at `url` would have said: for addresses that only lead on. */
export function carryNotice(url: URL, path: string): string {
  const word = url.searchParams.get(PARAMETER);
  if (word === null || noticeIn(url) === null) return path;
  const on = new URL(safePath(path), "http://here.invalid");
  on.searchParams.set(PARAMETER, word);
  return on.pathname + on.search;
}
