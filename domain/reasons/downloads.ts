import { type Reason, rowReason } from "./reason.ts";

/** Rows of a download. */
export const DOWNLOADS = {
  not_in_shift_jis: rowReason(
    "Shift_JISにない文字を「〓」にしました（{characters}）",
    "取り込み先で正しい文字を入力してください",
  ),
} satisfies Record<string, Reason>;
