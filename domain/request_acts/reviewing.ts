import type { HistoryKind } from "../history.ts";
import {
  type CollectedPart,
  type Request,
  type RequestStatus,
  type Review,
  REVIEW_STATUS_LABELS,
  type Reviewed,
  REVIEWED_LABELS,
  type ReviewStatus,
} from "../request.ts";
import { type Acted, type Done, isRefused, type Refused, refusedBy } from "./acted.ts";
import { CORRECTABLE, sentBack, withCorrections } from "./correcting.ts";
import { reviewOf, withReview } from "./documents.ts";

/** Where the 依頼 may stand while its documents are looked at (reference/screens.md §7.1). */
const REVIEWABLE: readonly RequestStatus[] = ["not_requested", "answered", "reanswered", "correcting"];
/** Where it may stand when a document is deleted. */
const DELETABLE: readonly RequestStatus[] = ["not_requested", "answered", "reanswered"];

/** チェック済みにする. Who is チェック済み is so again, with the time of now (reference/screens.md §6.5). */
export function check(request: Request, of: Reviewed, at: number): Acted {
  const from = ["waiting", "double_waiting", "checked"] as const;
  return moved(request, of, from, (review) => ({ ...review, status: "checked", checkedAt: at }), "checked");
}

/** ダブルチェック待ちにする. */
export function doubleCheck(request: Request, of: Reviewed, at: number): Acted {
  const from = ["waiting", "double_waiting"] as const;
  const next = (review: Review) => ({ ...review, status: "double_waiting" as const, doubleWaitingAt: at });
  return moved(request, of, from, next, "double_waiting");
}

/** ダブルチェック待ち or チェック済み を取り消す: → チェック待ち. Who is チェック待ち stays so. */
export function backToWaiting(request: Request, of: Reviewed): Acted {
  const was = reviewOf(request, of)?.status;
  const kind = was === "checked" ? "checked_cancelled" : "double_waiting_cancelled";
  const from = ["waiting", "double_waiting", "checked"] as const;
  const acted = moved(request, of, from, (review) => ({ ...review, status: "waiting" }), kind);
  return was === "waiting" && !isRefused(acted) ? { ...acted, history: [] } : acted;
}

/** 差し戻す: the document is 差し戻し, the 依頼 修正依頼中, and the employee hears of it. */
export function sendBack(
  request: Request,
  of: Reviewed,
  parts: readonly CollectedPart[],
  comment: string,
  at: number,
): Acted {
  const refused = refusedBy(request, CORRECTABLE, "correct_status");
  if (refused) return refused;
  const found = reviewIn(request, of, ["waiting", "double_waiting", "checked"]);
  if ("refuse" in found) return found;
  const review: Review = { ...found, status: "returned", returnedAt: at, beforeReturn: found.status };
  const next = sentBack(withReview(request, of, review), { from: of, parts: [...parts], comment, at });
  if ("refuse" in next) return next;
  return {
    request: next,
    history: [{ kind: "returned", of, comment }],
    mail: { kind: "returned", comment },
  };
}

/** 差し戻しを取り消す: the document is what it was; with nothing left to correct, the 依頼 too. */
export function cancelReturn(request: Request, of: Reviewed): Acted {
  const refused = refusedBy(request, ["correcting"], "cancel_correction_status");
  if (refused) return refused;
  const found = reviewIn(request, of, ["returned"]);
  if ("refuse" in found) return found;
  const review: Review = { ...found, status: found.beforeReturn ?? "waiting", beforeReturn: null };
  const left = request.corrections.filter(({ from }) => from !== of);
  return {
    request: withCorrections(withReview(request, of, review), left),
    history: [{ kind: "returned_cancelled", of }],
  };
}

/** Deletes a document: 未作成, until 収集情報 is saved again (reference/screens.md §5.3). 前職情報 is never deleted. */
export function deleteDocument(request: Request, of: Exclude<Reviewed, "previous_job">): Acted {
  const refused = refusedBy(request, DELETABLE, "delete_document_status");
  if (refused) return refused;
  const found = reviewIn(request, of, ["waiting", "double_waiting"]);
  if ("refuse" in found) return found;
  return { request: withReview(request, of, undefined), history: [{ kind: "deleted", of }] };
}

function moved(
  request: Request,
  of: Reviewed,
  from: readonly ReviewStatus[],
  next: (review: Review) => Review,
  kind: HistoryKind,
): Done | Refused {
  const refused = refusedBy(request, REVIEWABLE, "review_request_status");
  if (refused) return refused;
  const found = reviewIn(request, of, from);
  if ("refuse" in found) return found;
  return { request: withReview(request, of, next(found)), history: [{ kind, of }] };
}

function reviewIn(request: Request, of: Reviewed, from: readonly ReviewStatus[]): Review | Refused {
  const review = reviewOf(request, of);
  const document = REVIEWED_LABELS[of];
  if (!review) return { refuse: "review_missing", params: { document } };
  if (from.includes(review.status)) return review;
  return { refuse: "review_status", params: { document, review: REVIEW_STATUS_LABELS[review.status] } };
}
