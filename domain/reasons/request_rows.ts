import { type Reason, rowReason } from "./reason.ts";

/** Rows of the CSVs that change 依頼ステータス and 確認状況 of a group (rows 28 and 35). `items`: columns, and what is the matter. */
export const REQUEST_ROWS = {
  target_elsewhere: rowReason(
    "この依頼グループの従業員ではありません",
    "従業員が登録されている依頼グループの画面から取り込んでください",
  ),
  code_role: rowReason(
    "指定する権限がない値です（{code}）",
    "空欄にするか、{roles}に依頼してください",
  ),
  cell_invalid: rowReason(
    "確認状況に指定できない値です（{items}）",
    "1（チェック済み）、2（ダブルチェック待ち）、3（チェック待ち）、99（削除）のいずれかにするか、空欄にしてください",
  ),
  cell_admin_only: rowReason(
    "99（削除）を指定できるのは「管理者」だけです（{items}）",
    "空欄にするか、「管理者」に依頼してください",
  ),
  cell_previous_job: rowReason(
    "前職情報は削除できません",
    "前職情報を空欄にするか、99以外の値にしてください",
  ),
  cell_missing: rowReason(
    "書類または前職情報が作成されていません（{items}）",
    "空欄にするか、収集情報を確認してください",
  ),
  cell_status: rowReason(
    "今の確認状況からは変更できません（{items}）",
    "空欄にするか、書類の確認状況を確認してください",
  ),
  cell_several: { ...rowReason("{causes}", "{remedies}"), common: "変更できない項目が複数あります" },
} satisfies Record<string, Reason>;
