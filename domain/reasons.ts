/**
 * Every refusal of the product: HTTP status and Japanese text in one place. A text has three parts: 事象 (what
 * happened), 原因 (why), 対処 (what to do). `{name}` takes a parameter. Stored errors hold code and parameters only.
 */
export interface Reason {
  status: number;
  event: string;
  cause: string;
  remedy: string;
}

/** Parameters of a reason: short texts and numbers, never another person's data. */
export type ReasonParams = Record<string, string | number>;

function reason(status: number, event: string, cause: string, remedy: string): Reason {
  return { status, event, cause, remedy };
}

const REJECTED = "受け付けできませんでした";

const CATALOGUE = {
  // Requests in general
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

  // Accepting an operation
  unknown_operation: reason(
    404,
    REJECTED,
    "この操作は見つかりません",
    "画面を再読み込みしてやり直してください",
  ),
  group_gone: reason(
    404,
    REJECTED,
    "対象の依頼グループが見つかりません",
    "依頼グループの一覧を確認してください",
  ),
  no_file: reason(400, REJECTED, "ファイルが選択されていません", "取り込むファイルを選択してください"),
  wrong_extension: reason(
    415,
    REJECTED,
    "ファイルの種類が違います（{name}）",
    "{expected}ファイルを選択してください",
  ),
  empty_file: reason(422, REJECTED, "ファイルの中身が空です", "データの入ったファイルを選択してください"),
  too_large: reason(
    413,
    REJECTED,
    "ファイルの大きさが上限（{limit}）を超えています",
    "ファイルを分けてから取り込んでください",
  ),
  not_decodable: reason(
    415,
    REJECTED,
    "文字コードがUTF-8でもShift_JISでもありません",
    "UTF-8またはShift_JISのCSVとして保存し直してください",
  ),
  bad_header: reason(
    422,
    REJECTED,
    "項目名に問題があります（{problems}）",
    "サンプルファイルの1行目と見比べて修正してください",
  ),
  bad_key: reason(
    422,
    REJECTED,
    "受付番号の形式が正しくありません",
    "画面を再読み込みしてやり直してください",
  ),
  key_reused: reason(
    422,
    REJECTED,
    "同じ受付番号で、内容の違う操作がすでに受け付けられています",
    "画面を再読み込みしてやり直してください",
  ),
  already_open: reason(
    409,
    REJECTED,
    "同じ操作がすでに実行中です",
    "［バックグラウンド処理］で終わったことを確認してからやり直してください",
  ),
  too_many_open: reason(
    429,
    REJECTED,
    "実行中の処理が上限（{limit}件）に達しています",
    "処理が終わるのを待ってからやり直してください",
  ),
  upload_broken: reason(
    400,
    REJECTED,
    "ファイルの送信が途中で終わりました",
    "通信状態を確認してやり直してください",
  ),

  // Jobs as a whole
  job_not_found: reason(
    404,
    "処理が見つかりません",
    "保存期間が過ぎたか、アドレスが正しくありません",
    "［バックグラウンド処理］の一覧から開いてください",
  ),
  job_ended: reason(
    409,
    "これはもう終わっています",
    "処理がすでに終わっています",
    "処理結果を確認してください",
  ),
  not_rerunnable: reason(
    409,
    "再実行できませんでした",
    "この操作は同じ内容で再実行できません",
    "もう一度、画面から操作してください",
  ),
  still_running: reason(
    409,
    "再実行できませんでした",
    "処理がまだ終わっていません",
    "処理が終わるのを待ってからやり直してください",
  ),
  result_forbidden: reason(
    403,
    "この処理の結果を確認する権限がありません。",
    "実行した人と同じ範囲の権限がありません",
    "実行した人または管理者に確認してください",
  ),
  permission_lost: reason(
    403,
    "処理を実行できませんでした",
    "実行した人の権限がなくなりました",
    "権限のある人が同じ操作をやり直してください",
  ),
  job_group_gone: reason(
    404,
    "処理を実行できませんでした",
    "対象の依頼グループが削除されました",
    "依頼グループの一覧を確認してください",
  ),
  no_rows: reason(
    422,
    "ファイルの取り込みに失敗しました",
    "データの行がありません",
    "2行目以降にデータを入力して取り込み直してください",
  ),
  too_many_rows: reason(
    422,
    "ファイルの取り込みに失敗しました",
    "行数が上限（{limit}行）を超えています",
    "ファイルを分けてから取り込んでください",
  ),
  broken_csv: reason(
    422,
    "ファイルの取り込みに失敗しました",
    "{line}行目でCSVの形式が崩れています",
    '引用符（"）の対応を確認して保存し直してください',
  ),
  lost: reason(
    500,
    "処理を完了できませんでした",
    "処理の途中でサーバーが{times}回停止しました",
    "時間をおいて同じ操作をやり直してください",
  ),
  unknown: reason(
    500,
    "処理を完了できませんでした",
    "原因不明なエラーが発生しました",
    "時間をおいてやり直してください。続くときは番号 {number} をお知らせください",
  ),
  database_locked: reason(
    503,
    "処理を完了できませんでした",
    "ほかの書き込みが長く続いています",
    "少し待ってから、同じ操作をやり直してください",
  ),
  source_unavailable: reason(
    503,
    "処理を完了できませんでした",
    "基本機能に接続できませんでした",
    "時間をおいて同じ操作をやり直してください",
  ),
  input_gone: reason(
    410,
    "処理を実行できませんでした",
    "取り込むファイルの保存期間が過ぎました",
    "ファイルを選択してやり直してください",
  ),

  // Attachments
  attachment_taken: reason(
    409,
    "このファイルはダウンロードできません",
    "{who}がすでにダウンロードしました",
    "必要な場合は、ダウンロードした人に確認するか、同じ操作をやり直してください",
  ),
  attachment_gone: reason(
    410,
    "このファイルはダウンロードできません",
    "ダウンロード期限が過ぎたか、ダウンロード後に削除されました",
    "必要な場合は、同じ操作をやり直してください",
  ),
  attachment_broken: reason(
    500,
    "ファイルを読み出せませんでした",
    "保存されているファイルが壊れています",
    "同じ操作をやり直してください",
  ),
  attachment_unclaimed: reason(
    409,
    "ファイルはまだ受け取られていません",
    "ダウンロードの手続きがされていません",
    "処理の詳細画面の［ダウンロード］を押してください",
  ),
  range_not_satisfiable: reason(
    416,
    "ファイルを読み出せませんでした",
    "指定された範囲がファイルの大きさ（{size}バイト）を超えています",
    "はじめからダウンロードし直してください",
  ),

  // Rows of an import
  code_missing: reason(
    422,
    "取り込めない行があります",
    "社員番号が入力されていません",
    "社員番号を入力してください",
  ),
  code_too_long: reason(
    422,
    "取り込めない行があります",
    "社員番号が長すぎます（{count}文字）",
    "社員番号を確認してください",
  ),
  code_duplicated: reason(
    422,
    "取り込めない行があります",
    "次の社員番号が重複しています（{code}）",
    "1行だけ残して取り込み直してください",
  ),
  column_count: reason(
    422,
    "取り込めない行があります",
    "列の数が項目名と合いません（{count}列）",
    "項目名と同じ数の列にしてください",
  ),
  employee_not_found: reason(
    422,
    "取り込めない行があります",
    "従業員が見つかりませんでした",
    "社員番号を確認してください",
  ),
  employee_not_found_zeros: reason(
    422,
    "取り込めない行があります",
    "従業員が見つかりませんでした",
    "社員番号を確認してください。先頭の0が消えていませんか（例：{example}）",
  ),
  account_missing: reason(
    422,
    "取り込めない行があります",
    "アカウントが未設定です",
    "基本機能でアカウントを設定してください",
  ),
  employment_excluded: reason(
    422,
    "取り込めない行があります",
    "雇用形態が「業務委託」「派遣社員」です",
    "年末調整の対象かどうかを確認してください",
  ),
  already_in_group: reason(
    422,
    "取り込めない行があります",
    "すでに依頼グループに登録されています",
    "登録先の依頼グループを確認してください",
  ),
  master_incomplete: reason(
    422,
    "取り込めない行があります",
    "基本機能の情報が足りません（{fields}）",
    "基本機能に情報を登録してください",
  ),
} satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof CATALOGUE;

/** Every code of the catalogue. */
export const REASON_CODES = Object.keys(CATALOGUE) as ReasonCode[];

/** The reason behind `code` with its parameters filled in. */
export function explain(code: ReasonCode, params: ReasonParams = {}): Reason {
  const { status, event, cause, remedy } = CATALOGUE[code];
  return { status, event: fill(event, params), cause: fill(cause, params), remedy: fill(remedy, params) };
}

/** The cause behind `code` without the brackets that hold parameters: what many rows have in common. */
export function commonCause(code: ReasonCode): string {
  return fill(CATALOGUE[code].cause.replace(/（[^（）]*\{\w+\}[^（）]*）/g, ""), {});
}

/** True for a code of the catalogue: stored codes of other versions may not be. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(CATALOGUE, code);
}

function fill(template: string, params: ReasonParams): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}
