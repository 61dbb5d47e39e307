import type { HistoryAct } from "../history.ts";
import { type Exclusion, type Request, type Review, REVIEWED, type Reviewed } from "../request.ts";
import { type Acted, refusedBy } from "./acted.ts";
import { isExcluded } from "./asking.ts";
import { type Needed, reviewOf, settleDocuments, withReview } from "./documents.ts";

/** The first page of the questionnaire was answered: 依頼中 → 入力中. 操作履歴 says nothing of it. */
export function startAnswering(request: Request): Acted {
  const refused = refusedBy(request, ["requested", "answering"], "answer_status");
  return refused ?? { request: { ...request, status: "answering" }, history: [] };
}

/**
 * The questionnaire is finished: 入力中 → 回答済み, with its documents and, where the answers say so, a 候補. Who finishes it
 * has answered a page (`startAnswering`).
 */
export function submit(request: Request, needed: Needed, candidate: Exclusion | null, at: number): Acted {
  const refused = refusedBy(request, ["answering"], "answer_status");
  if (refused) return refused;
  return {
    request: {
      ...settleDocuments(request, needed, at),
      status: "answered",
      exclusion: candidate,
      answeredOnce: true,
    },
    history: [{ kind: "answered" }],
    mail: { kind: "submitted" },
  };
}

/**
 * アンケートのやり直し: the documents go, 前職情報 that was looked at is チェック待ち again as if it never was, and the 依頼 is
 * 修正依頼中 until everything is answered anew (reference/screens.md §5.1).
 */
export function restart(request: Request): Acted {
  const refused = refusedBy(request, ["answered", "reanswered", "correcting"], "restart_status");
  if (refused) return refused;
  const { previousJob } = request;
  const looked = previousJob?.status === "double_waiting" || previousJob?.status === "checked";
  const unseen = { status: "waiting" as const, doubleWaitingAt: null, checkedAt: null };
  const kept = previousJob && looked ? { ...previousJob, ...unseen } : previousJob;
  return {
    request: {
      ...withReview(request, "previous_job", kept),
      status: "correcting",
      documents: {},
      restarted: true,
      beforeCorrection: null,
    },
    history: [{ kind: "restarted" }],
  };
}

/** What an employee corrected: anything at all, and which documents say something else than before. */
export interface Changes {
  any: boolean;
  of: readonly Reviewed[];
}

/**
 * What was sent back is corrected, or the whole questionnaire answered again: 修正依頼中 → 再回答. 差し戻し become チェック待ち,
 * and so does what was looked at and says something else now [ours]: チェック済み is of what was seen. Without a change only
 * a questionnaire that was answered again goes. A 対象外理由 that staff chose stays until 未依頼に戻す.
 */
export function resubmit(
  request: Request,
  needed: Needed,
  candidate: Exclusion | null,
  changes: Changes,
  at: number,
): Acted {
  const refused = refusedBy(request, ["correcting"], "answer_status");
  if (refused) return refused;
  if (!changes.any && !request.restarted) return { refuse: "nothing_changed", params: {} };
  const returned = REVIEWED.filter((of) => reviewOf(request, of)?.status === "returned");
  const outdated = changes.of.filter((of) => isLookedAt(reviewOf(request, of)));
  const waiting = [
    ...returned.map((of) => [of, at] as const),
    ...outdated.map((of) => [of, null] as const),
  ].reduce((next, [of, updatedAt]) => waitingAgain(next, of, updatedAt), request);
  const settled = settleDocuments(waiting, needed, at);
  return {
    request: {
      ...settled,
      status: "reanswered",
      exclusion: isExcluded(request) ? request.exclusion : candidate,
      answeredOnce: true,
      corrections: [],
      restarted: false,
      beforeCorrection: null,
    },
    history: historyOf(
      request,
      REVIEWED.filter((of) => [...returned, ...outdated].includes(of) && reviewOf(settled, of)),
    ),
    mail: { kind: "submitted" },
  };
}

function isLookedAt(review: Review | undefined): boolean {
  return review?.status === "checked" || review?.status === "double_waiting";
}

/** @param updatedAt 更新: when what was 差し戻し was corrected (reference/screens.md §6.5); null: it was not 差し戻し */
function waitingAgain(request: Request, of: Reviewed, updatedAt: number | null): Request {
  const review = reviewOf(request, of)!;
  return withReview(request, of, {
    ...review,
    status: "waiting",
    beforeReturn: null,
    updatedAt: updatedAt ?? review.updatedAt,
  });
}

function historyOf({ restarted }: Request, updated: readonly Reviewed[]): HistoryAct[] {
  if (restarted) return [{ kind: "reanswered" }];
  const documents = updated.filter((of) => of !== "previous_job");
  return [{ kind: "collected_saved" }, ...documents.map((of) => ({ kind: "document_updated" as const, of }))];
}

/**
 * Staff saved 収集情報: documents come and go with it (reference/screens.md §4.6). What was looked at stays as it is: who
 * saves is who looks. `changed`: what says something else now, which 操作履歴 tells.
 */
export function saveCollected(
  request: Request,
  needed: Needed,
  at: number,
  changed: readonly Reviewed[] = needed.documents,
): Acted {
  const refused = refusedBy(
    request,
    ["not_requested", "answered", "reanswered", "expired"],
    "collect_status",
  );
  if (refused) return refused;
  const next = settleDocuments(request, needed, at);
  const touched = needed.documents.filter((of) => request.documents[of] && changed.includes(of));
  return {
    request: next,
    history: [
      { kind: "collected_saved" },
      ...touched.map((of) => ({ kind: "document_updated" as const, of })),
    ],
  };
}
