import { type Reason, reason } from "./reason.ts";

const NOT_SAVED = "保存できませんでした";

/** 依頼グループ. */
export const GROUPS = {
  group_name_empty: reason(
    422,
    NOT_SAVED,
    "依頼グループ名が入力されていません",
    "依頼グループ名を入力してください",
  ),
  group_name_too_long: reason(
    422,
    NOT_SAVED,
    "依頼グループ名の文字数が上限を超えています（{count}文字）",
    "{max}文字以内にしてください",
  ),
  group_name_characters: reason(
    422,
    NOT_SAVED,
    "依頼グループ名に使えない文字があります",
    "改行や制御文字などの見えない文字を取り除いてください",
  ),
  group_name_taken: reason(
    422,
    NOT_SAVED,
    "同じ名前の依頼グループがすでにあります",
    "別の名前を入力してください",
  ),
  group_not_empty: reason(
    409,
    "依頼グループを削除できませんでした",
    "従業員が所属しています（{count}名）",
    "従業員の依頼グループを変更するか、従業員を削除してからやり直してください",
  ),
  group_deleted: reason(
    404,
    NOT_SAVED,
    "依頼グループが見つかりません",
    "ほかの人が削除した可能性があります。一覧を確認してください",
  ),
  employee_deleted: reason(
    404,
    NOT_SAVED,
    "従業員が見つかりません",
    "ほかの人が削除した可能性があります。一覧を確認してください",
  ),
} satisfies Record<string, Reason>;
