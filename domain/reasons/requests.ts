import { type Reason, reason, REJECTED } from "./reason.ts";

/** Requests in general. */
export const REQUESTS = {
  bad_request: reason(
    400,
    REJECTED,
    "送信された内容が正しくありません（{what}）",
    "画面を再読み込みしてやり直してください",
  ),
  not_signed_in: reason(
    401,
    "サインインが必要です",
    "サインインしていないか、時間が経過して無効になりました",
    "サインインしてください",
  ),
  forbidden: reason(
    403,
    "この操作はできません",
    "この操作に必要な権限がありません",
    "管理者に権限の変更を依頼してください",
  ),
  cross_site: reason(
    403,
    REJECTED,
    "ほかのサイトから送信された可能性があります",
    "このサイトの画面から操作してください",
  ),
  not_found: reason(
    404,
    "ページが見つかりません",
    "削除されたか、アドレスが正しくありません",
    "アドレスを確認するか、メニューから開いてください",
  ),
  method_not_allowed: reason(
    405,
    REJECTED,
    "このアドレスではその操作を受け付けていません",
    "画面から操作してください",
  ),
  too_many_attempts: reason(
    429,
    "サインインできません",
    "短い時間に失敗が続きました",
    "{minutes}分ほど待ってからやり直してください",
  ),
  wrong_credentials: reason(
    401,
    "サインインできませんでした",
    "メールアドレス（または社員番号）かパスワードが正しくありません",
    "入力内容を確認してください",
  ),
  wrong_password: reason(
    403,
    REJECTED,
    "パスワードが正しくありません",
    "ご自分のパスワードを入力してください",
  ),
  link_expired: reason(
    410,
    "このリンクは使えません",
    "有効期限が過ぎたか、すでに使われました",
    "管理者に新しいリンクの発行を依頼してください",
  ),
  weak_password: reason(
    422,
    "パスワードを設定できませんでした",
    "{why}",
    "{min}文字以上の推測されにくいパスワードにしてください",
  ),
  email_taken: reason(
    422,
    "招待できませんでした",
    "このメールアドレスのアカウントがすでにあります",
    "一覧から該当するアカウントを確認してください",
  ),
  overtaken: reason(
    409,
    "保存できませんでした",
    "同じデータがほかの操作で続けて変更されています",
    "少し待ってからやり直してください",
  ),
  invalid_field: reason(422, "保存できませんでした", "{field}が正しくありません", "{hint}"),
  last_admin: reason(
    422,
    "変更できませんでした",
    "管理者が1人もいなくなります",
    "先にほかのアカウントを管理者にしてください",
  ),
} satisfies Record<string, Reason>;
