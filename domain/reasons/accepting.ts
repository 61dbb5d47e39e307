import { type Reason, reason, REJECTED } from "./reason.ts";

/** Accepting an operation. */
export const ACCEPTING = {
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
  nothing_chosen: reason(
    400,
    REJECTED,
    "「{what}」が選択されていません",
    "1つ以上選択してください",
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
} satisfies Record<string, Reason>;
