import { type Reason, rowReason } from "./reason.ts";

/** Rows of an import. */
export const ROWS = {
  code_missing: rowReason(
    "社員番号が入力されていません",
    "社員番号を入力してください",
  ),
  code_too_long: rowReason(
    "社員番号が長すぎます（{count}文字）",
    "社員番号を確認してください",
  ),
  code_duplicated: rowReason(
    "次の社員番号が重複しています（{code}）",
    "1行だけ残して取り込み直してください",
  ),
  column_count: rowReason(
    "列の数が項目名と合いません（{count}列）",
    "項目名と同じ数の列にしてください",
  ),
  employee_not_found: rowReason(
    "従業員が見つかりませんでした",
    "社員番号を確認してください",
  ),
  employee_not_found_zeros: rowReason(
    "従業員が見つかりませんでした",
    "社員番号を確認してください。先頭の0が消えていませんか（例：{example}）",
  ),
  account_missing: rowReason(
    "アカウントが未設定です",
    "基本機能でアカウントを設定してから、やり直してください",
  ),
  employment_excluded: rowReason(
    "雇用形態が「業務委託」「派遣社員」です",
    "年末調整の対象かどうかを確認してください",
  ),
  already_in_group: rowReason(
    "すでに依頼グループに登録されています",
    "登録先の依頼グループを確認してください",
  ),
  master_incomplete: rowReason(
    "基本機能の情報が足りません（{fields}）",
    "基本機能に情報を登録してから、やり直してください",
  ),
  master_too_large: rowReason(
    "基本機能の情報が長すぎて保存できません",
    "基本機能で、文字数の多い項目か家族の人数に誤りがないか確認してください",
  ),
  value_missing: rowReason("必須の項目が入力されていません（{column}）", "{column}を入力してください"),
  value_duplicated: rowReason(
    "同じ内容の行が重複しています（{column}：{value}）",
    "1行だけ残して取り込み直してください",
  ),
  value_invalid: rowReason("項目の値が正しくありません（{column}）", "{hint}"),
  value_too_long: rowReason(
    "項目の文字数が上限を超えています（{column}：{count}文字）",
    "{max}文字以内にしてください",
  ),
  not_requested_only: rowReason(
    "依頼ステータスが「未依頼」ではありません（{status}）",
    "依頼を未依頼に戻してから、やり直してください",
  ),
  not_requested_confirmed: rowReason(
    "依頼ステータスが「未依頼」ではありません（{status}）",
    "確定を取り消し、依頼を未依頼に戻してから、やり直してください",
  ),
  target_not_found: rowReason("該当する従業員が見つかりませんでした", "社員番号を確認してください"),
  target_not_found_zeros: rowReason(
    "該当する従業員が見つかりませんでした",
    "社員番号を確認してください。先頭の0が消えていませんか（例：{example}）",
  ),
} satisfies Record<string, Reason>;
