import {
  type CollectedPart,
  type Request,
  REVIEW_STATUS_LABELS,
  type Reviewed,
  REVIEWED_LABELS,
  type ReviewStatus,
} from "../request.ts";
import type { Acted, Done, Refused } from "./acted.ts";
import { reviewOf } from "./documents.ts";
import { requestCorrection } from "./correcting.ts";
import { backToWaiting, cancelReturn, check, doubleCheck, sendBack } from "./reviewing.ts";

/** What the buttons of ［書類をチェック］ do, but for 差し戻す. */
export const REVIEW_ACTS = ["check", "double_check", "undo", "cancel_return"] as const;
export type ReviewAct = typeof REVIEW_ACTS[number];

/**
 * An act of ［書類をチェック］. `seen`: the 確認状況 that the page showed. A form that is sent twice changes nothing the second
 * time, and what somebody else did meanwhile is not undone unseen.
 */
export function reviewOnPage(
  request: Request,
  of: Reviewed,
  act: ReviewAct,
  seen: ReviewStatus | null,
  at: number,
): Acted {
  const status = reviewOf(request, of)?.status;
  switch (act) {
    case "check":
      return status === "checked" ? unchanged(request) : check(request, of, at);
    case "double_check":
      return status === "double_waiting" ? unchanged(request) : doubleCheck(request, of, at);
    case "undo":
      if (status && status !== seen && status !== "waiting") return standsAt(of, status);
      return backToWaiting(request, of);
    case "cancel_return":
      if (status && status !== "returned" && seen === "returned") return unchanged(request);
      return cancelReturn(request, of);
  }
}

/** 差し戻す of ［書類をチェック］; the same form once more changes nothing. */
export function sendBackOnPage(
  request: Request,
  of: Reviewed,
  parts: readonly CollectedPart[],
  comment: string,
  at: number,
): Acted {
  const done = request.corrections.some((one) =>
    one.from === of && one.comment === comment && one.parts.join() === parts.join()
  );
  if (done && reviewOf(request, of)?.status === "returned") return unchanged(request);
  return sendBack(request, of, parts, comment, at);
}

/** 従業員への修正依頼; what is asked for in the same words already is not asked for again, nor mailed. */
export function requestCorrectionOnPage(
  request: Request,
  parts: readonly CollectedPart[],
  comment: string,
  at: number,
): Acted {
  const asked = request.status === "correcting" &&
    request.corrections.some((one) =>
      one.from === "request" && one.comment === comment && one.parts.join() === parts.join()
    );
  return asked ? unchanged(request) : requestCorrection(request, parts, comment, at);
}

/** ［選択した書類をチェック済みにする］: チェック待ち and ダブルチェック待ち only (reference/screens.md §4.4). */
export function checkWaiting(request: Request, of: Reviewed, at: number): Acted {
  const status = reviewOf(request, of)?.status;
  return status === "checked" ? standsAt(of, status) : check(request, of, at);
}

function unchanged(request: Request): Done {
  return { request, history: [] };
}

function standsAt(of: Reviewed, status: ReviewStatus): Refused {
  const params = { document: REVIEWED_LABELS[of], review: REVIEW_STATUS_LABELS[status] };
  return { refuse: "review_status", params };
}
