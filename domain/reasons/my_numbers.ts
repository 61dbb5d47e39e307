import { type Reason, reason, rowReason } from "./reason.ts";

/** 個人番号. No text and no parameter ever holds a number. */
export const MY_NUMBERS = {
  my_number_invalid: rowReason(
    "マイナンバーに不正な値が指定されました",
    "12桁の数字であることと、入力の誤りがないことを確認してください",
  ),
  my_number_misplaced: rowReason(
    "社員番号の欄に12桁の数字が入力されています",
    "社員番号の欄にマイナンバーが入力されていないか、列の順序を確認してください",
  ),
  my_number_in_name: rowReason(
    "続柄か姓名の欄に12桁の数字が入力されています",
    "続柄・姓・名の欄にマイナンバーが入力されていないか、列の順序を確認してください",
  ),
  my_number_absent: {
    ...rowReason(
      "{relation} {name}が存在しませんでした",
      "連携元にマイナンバーが登録されているか、氏名と続柄が一致しているか確認して、同期し直してください",
    ),
    common: "対象者のマイナンバーが存在しませんでした",
  },
  my_number_system_error: rowReason(
    "マイナンバーはシステムエラーにより取り込みに失敗しました",
    "マイナンバーを取り込み直してから、同期し直してください",
  ),
  my_number_damaged: reason(
    500,
    "マイナンバーを読み出せませんでした",
    "保存されているマイナンバーが壊れています（社員番号：{code}）",
    "マイナンバーを同期し直してください",
  ),
} satisfies Record<string, Reason>;
