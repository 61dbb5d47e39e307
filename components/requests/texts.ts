/** What the dialogs of 依頼詳細 and their pages say alike (reference/screens.md §4.6). */

/** Codes of refusals that are about the text of a 管理者メモ, and about 修正内容. */
export const MEMO_ERRORS = "memo_";
export const COMMENT_ERRORS = "correction_comment_";

export const HISTORY_TITLE = "操作履歴";
export const ANSWERS_TITLE = "アンケート回答履歴";
export const ADD_MEMO = { title: "管理者メモの追加", button: "追加" };
export const ASK_CORRECTION = { title: "従業員への修正依頼", button: "修正依頼" };
export const CANCEL_CORRECTIONS = { title: "修正依頼を取り消しますか？", button: "修正依頼を取り消し" };
export const DELETE_DOCUMENT = { title: "書類を削除する", button: "削除する" };
/** The step before, which asks who it is. */
export const CONFIRM_PASSWORD = { title: "パスワードの確認", button: "確認する" };

/** What cancelling comes to. */
export const CANCELLATION_EFFECT = [
  "この依頼のすべての修正依頼を取り消します。書類の差し戻しは取り消されません。",
  "差し戻しが残っていない場合は、修正依頼をする前の依頼ステータスに戻ります。従業員への通知は送られません。",
];

/** What a deletion comes to. */
export const DELETION_EFFECT =
  "書類は「未作成」になります。収集情報と操作履歴は残り、収集情報をもう一度保存すると、書類は改めて作成されます。";
