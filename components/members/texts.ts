/** What the dialogs of 対象従業員設定 and their pages say alike. */

/** Codes of refusals that are about the name of a group. */
export const NAME_ERRORS = "group_name";

export const ADD_GROUP = { title: "依頼グループの追加", button: "追加" };
export const RENAME_GROUP = { title: "依頼グループ名の編集", button: "保存" };
export const DELETE_GROUP = { title: "依頼グループを削除しますか？", button: "削除" };
export const CHANGE_GROUP = { title: "依頼グループの変更", button: "変更" };
export const DELETE_PEOPLE = { title: "選択した従業員の削除", button: "削除" };

/** What happens to a 依頼 that moves with its person. */
export const MOVE_EFFECT =
  "依頼の状況と収集した情報は引き継がれます。回答期限切れの依頼は、受付中の依頼グループに移すと、期限切れになる前の状況に戻ります。";

/** What a deletion means to the people. */
export const DELETION_EFFECT = [
  "年末調整の対象から削除します。基本機能の従業員情報は削除されません。取り込んだ昨年の保険料・団体保険料・企業型確定拠出年金は削除されます。",
  "依頼ステータスが「未依頼」でない従業員は削除されません。",
];
