import { type Reason, reason } from "./reason.ts";

const MEMO = "管理者メモを追加できませんでした";
const CORRECTION = "差し戻しまたは修正依頼ができませんでした";
const UNSEEN = "目に見えない文字（制御文字など）を取り除いてください";

/** What staff write about a single 依頼. */
export const REQUEST_DETAILS = {
  memo_empty: reason(422, MEMO, "管理者メモが入力されていません", "メモを入力してください"),
  memo_too_long: reason(
    422,
    MEMO,
    "管理者メモの文字数が上限を超えています（{count}文字）",
    "{max}文字以内にしてください",
  ),
  memo_characters: reason(422, MEMO, "管理者メモに使えない文字があります", UNSEEN),
  memo_room: reason(
    422,
    MEMO,
    "この依頼の管理者メモが、保存できる量の上限に達しています",
    "短いメモにするか、依頼の外で記録してください",
  ),
  correction_parts: reason(
    422,
    CORRECTION,
    "修正項目が選択されていません",
    "修正してほしい項目を1つ以上選択してください",
  ),
  correction_comment_empty: reason(
    422,
    CORRECTION,
    "修正内容が入力されていません",
    "どのように修正してほしいかを入力してください",
  ),
  correction_comment_too_long: reason(
    422,
    CORRECTION,
    "修正内容の文字数が上限を超えています（{count}文字）",
    "{max}文字以内にしてください",
  ),
  correction_comment_characters: reason(422, CORRECTION, "修正内容に使えない文字があります", UNSEEN),
  correction_comment_room: reason(
    422,
    CORRECTION,
    "この依頼の修正内容が、保存できる量の上限に達しています",
    "修正内容を短くするか、先に修正依頼または差し戻しを取り消してください",
  ),
  review_moved: reason(
    409,
    "確認状況を変更できませんでした",
    "この画面を開いたあとに、収集情報が変更されました",
    "表示し直した今の内容を確認してから、もう一度操作してください",
  ),
  collected_moved: reason(
    409,
    "収集情報を保存できませんでした",
    "この画面を開いたあとに、ほかの人または別の画面で収集情報が変更されました",
    "画面を開き直し、今の内容を確認してから入力し直してください",
  ),
} satisfies Record<string, Reason>;
