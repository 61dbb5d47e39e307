import { type Reason, reason, rowReason } from "./reason.ts";

/** Downloads as a whole, and rows of one. */
export const DOWNLOADS = {
  /** `who`: the employees whom the files would be of. */
  no_pages: reason(
    422,
    "作成する書類がありません",
    "この依頼グループに、{who}がいません",
    "従業員の回答が済んでから、もう一度実行してください",
  ),
  /** `places`: 書類名, 欄 and the characters. */
  not_in_font: rowReason(
    "印刷できない文字を「〓」にしました（{places}）",
    "印刷した書類に、正しい文字を手書きで記入してください",
  ),
  not_in_shift_jis: rowReason(
    "Shift_JISにない文字を「〓」にしました（{characters}）",
    "取り込み先で正しい文字を入力してください",
  ),
} satisfies Record<string, Reason>;
