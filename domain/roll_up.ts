import type { Request, Review } from "./request.ts";

/** 書類・前職情報の作成状況: what several 確認状況 come to (reference/screens.md §4.3). */
export const ROLL_UP_LABELS = {
  none: "未作成",
  waiting: "チェック待ち",
  returned: "差し戻し",
  checked: "チェック済み",
} as const;
export type RollUp = keyof typeof ROLL_UP_LABELS;
export const ROLL_UPS = Object.keys(ROLL_UP_LABELS) as RollUp[];

/** 差し戻し wins, then チェック待ち (ダブルチェック待ち counts as such); チェック済み when all are; else 未作成. */
export function rollUp(reviews: readonly (Review | undefined)[]): RollUp {
  const made = reviews.filter((review) => review !== undefined);
  if (made.length === 0) return "none";
  if (made.some((review) => review.status === "returned")) return "returned";
  return made.every((review) => review.status === "checked") ? "checked" : "waiting";
}

/** 書類の作成状況 of a 依頼. */
export function documentsRollUp(request: Request): RollUp {
  return rollUp(Object.values(request.documents));
}

/** 前職情報の作成状況 of a 依頼; no 前職情報 counts as 未作成. */
export function previousJobRollUp(request: Request): RollUp {
  return rollUp([request.previousJob]);
}
