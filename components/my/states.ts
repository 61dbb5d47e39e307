import type { RequestStatus } from "../../domain/request.ts";

/** 依頼ステータス in which there is something that was submitted. */
export const SUBMITTED: readonly RequestStatus[] = ["answered", "reanswered", "correcting", "confirmed"];

/** The heading of each. */
export const HEADINGS: Record<RequestStatus, string> = {
  not_requested: "年末調整の依頼はまだ届いていません",
  requested: "年末調整の依頼が届いています",
  answering: "アンケートの入力の途中です",
  answered: "回答を提出しました",
  correcting: "入力内容が差し戻されました",
  reanswered: "修正した回答を提出しました",
  confirmed: "提出内容が確定しました",
  expired: "受け付けは終了しました",
};
