import { type Reason, reason, REJECTED, rowReason } from "./reason.ts";

const LIFE = "一般の生命保険料・介護医療保険料・個人年金保険料";

/** Imports of insurance and 企業型確定拠出年金; the texts that reference/imports.md §1.1 gives, as it gives them. */
export const INSURANCE = {
  insurance_header: reason(
    422,
    REJECTED,
    "不正なヘッダが含まれています（{problems}）",
    "サンプルファイルの1行目と見比べて修正してください",
  ),
  payment_start_invalid: rowReason(
    "支払い開始日の書式が不正です（{column}）",
    "実在する日付を2017/04/01のように入力してください",
  ),
  nothing_to_import: rowReason(
    "インポートするデータがありませんでした",
    "保険の項目を入力してください",
  ),
  too_many_life: rowReason(
    `社員番号{code}に対する「${LIFE}」の件数が多すぎます`,
    "登録済みのものと合わせて20件以内にしてください",
  ),
  too_many_earthquake: rowReason(
    "社員番号{code}に対する「地震保険料控除」の件数が多すぎます",
    "登録済みのものと合わせて10件以内にしてください",
  ),
  too_many_social: rowReason(
    "社員番号{code}に対する「社会保険料控除」の件数が多すぎます",
    "登録済みのものと合わせて、社会保険の種類ごとに10件以内にしてください",
  ),
} satisfies Record<string, Reason>;
