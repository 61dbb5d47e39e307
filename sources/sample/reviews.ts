import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Exclusion,
  type Request,
  type RequestStatus,
  type Review,
  REVIEW_STATUSES,
  type ReviewStatus,
} from "../../domain/request.ts";
import type { Draws } from "./draws.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** 未作成 and the four 確認状況. */
const REVIEW_CHOICES: (ReviewStatus | null)[] = [null, ...REVIEW_STATUSES];
const CHOICES = REVIEW_CHOICES.length;
/** Ways to choose one of five for each of five documents and 前職情報. */
export const COMBINATIONS = CHOICES ** 6;
/**
 * How much each column moves from one combination to the next, beside its own digit. None but the first is 0 and none
 * is a multiple of 5, so any nine combinations in a row give each column each of its five values.
 */
const PACE = [0, 1, 2, 3, 4, 1] as const;
/** The documents that can be there when the survey ended early (reference/screens.md §5.2). */
const CANDIDATE_DOCUMENTS: Partial<Record<Exclusion, DocumentKind[]>> = {
  otsu_candidate: ["next_year_dependants"],
  withholding_candidate: ["this_year_dependants", "next_year_dependants"],
};
/** Only these have documents to look at (reference/csv-columns.md §2.20). 差し戻し is something to correct: 修正依頼中 alone has it. */
const REVIEWED: ReadonlySet<RequestStatus> = new Set(["answered", "correcting", "reanswered", "confirmed"]);

export type Reviews = Pick<Request, "documents" | "previousJob">;

/**
 * The documents and 前職情報 of the `count`-th 依頼 of its kind: all that the CSV 依頼状況一覧 can show together, one
 * combination after the other (where 差し戻し cannot be, チェック待ち stands instead).
 */
export function reviewsOf(
  status: RequestStatus,
  exclusion: Exclusion | null,
  count: number,
  startedAt: number,
  draws: Draws,
): Reviews {
  const review = (choice: ReviewStatus | null) => {
    const possible = choice === "returned" && status !== "correcting" ? "waiting" : choice;
    return possible ? reviewAt(possible, status, startedAt, draws) : undefined;
  };
  if (status === "not_requested") return withPreviousJob({}, review(REVIEW_CHOICES[count % CHOICES]!));
  if (!REVIEWED.has(status)) return { documents: {} };
  const allowed = exclusion ? CANDIDATE_DOCUMENTS[exclusion] ?? [] : DOCUMENT_KINDS;
  const documents: Request["documents"] = {};
  for (const [n, kind] of DOCUMENT_KINDS.entries()) {
    const made = review(choiceOf(count, n));
    if (made && allowed.includes(kind)) documents[kind] = made;
  }
  return withPreviousJob(documents, review(previousJobOf(exclusion, choiceOf(count, 5))));
}

/** A 候補 because of a 源泉徴収票 that cannot be had named the employer; the others end before, or name none. */
function previousJobOf(exclusion: Exclusion | null, choice: ReviewStatus | null): ReviewStatus | null {
  if (exclusion === null) return choice;
  return exclusion === "withholding_candidate" ? choice ?? "waiting" : null;
}

/** Leaves the field out where there is nothing: absent means 未作成. */
function withPreviousJob(documents: Request["documents"], previousJob: Review | undefined): Reviews {
  return previousJob ? { documents, previousJob } : { documents };
}

/**
 * The value of column `n` in combination number `count`: the n-th digit of it in base 5, shifted by the pace, and by
 * `n` so that the columns do not begin alike.
 */
function choiceOf(count: number, n: number): ReviewStatus | null {
  const digit = Math.floor(count / CHOICES ** n);
  return REVIEW_CHOICES[(digit + PACE[n]! * count + n) % CHOICES]!;
}

/** What is チェック待ち in a 再回答 was 差し戻し before, and corrected. */
function reviewAt(status: ReviewStatus, of: RequestStatus, startedAt: number, draws: Draws): Review {
  const createdAt = startedAt + draws.int(3) * DAY + draws.int(HOUR);
  const doubled = status === "double_waiting" || (status === "checked" && draws.oneIn(3));
  const lookedAt = createdAt + (1 + draws.int(3)) * DAY + draws.int(2 * HOUR);
  const corrected = of === "reanswered" && status === "waiting";
  return {
    status,
    createdAt,
    updatedAt: corrected ? lookedAt + DAY : null,
    returnedAt: status === "returned" || corrected ? lookedAt : null,
    doubleWaitingAt: doubled ? createdAt + HOUR : null,
    checkedAt: status === "checked" ? lookedAt : null,
    beforeReturn: status === "returned" ? "waiting" : null,
  };
}

/** 差戻し日: of the document that was sent back last, or of a 修正依頼 without a document. */
export function returnedOf(status: RequestStatus, reviews: Reviews, startedAt: number): number | null {
  const all = [...Object.values(reviews.documents), ...(reviews.previousJob ? [reviews.previousJob] : [])];
  const dates = all.flatMap((review) => review.returnedAt ?? []);
  if (dates.length > 0) return Math.max(...dates);
  return status === "correcting" || status === "reanswered" ? startedAt + 5 * DAY : null;
}
