import { type Reason, reason } from "./reason.ts";

/** Attachments. */
export const ATTACHMENTS = {
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
} satisfies Record<string, Reason>;
