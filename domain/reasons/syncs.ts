import { type Reason, rowReason } from "./reason.ts";

/** People whom a sync of the master leaves out. */
export const SYNCS = {
  source_code_duplicated: rowReason(
    "同じ社員番号の従業員が基本機能に2名以上います（{code}）",
    "基本機能で社員番号を修正してから、同期し直してください",
  ),
} satisfies Record<string, Reason>;
