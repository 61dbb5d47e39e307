import { DOCUMENT_KINDS, type DocumentKind, type Request, type Review, type Reviewed } from "../request.ts";

/** What a declaration makes: the documents, and whether there is 前職情報 to look at. */
export interface Needed {
  documents: readonly DocumentKind[];
  previousJob: boolean;
}

/** A document or 前職情報 as it is made at the moment `at` (ms): チェック待ち. */
export function newReview(at: number): Review {
  return {
    status: "waiting",
    createdAt: at,
    updatedAt: null,
    returnedAt: null,
    doubleWaitingAt: null,
    checkedAt: null,
    beforeReturn: null,
  };
}

/** The 確認状況 of a document or of 前職情報; undefined: 未作成. */
export function reviewOf(request: Request, of: Reviewed): Review | undefined {
  return of === "previous_job" ? request.previousJob : request.documents[of];
}

/** The 依頼 with another 確認状況; undefined: 未作成. */
export function withReview(request: Request, of: Reviewed, review: Review | undefined): Request {
  if (of === "previous_job") {
    const { previousJob: _, ...rest } = request;
    return review ? { ...rest, previousJob: review } : rest;
  }
  const { [of]: _, ...documents } = request.documents;
  return { ...request, documents: review ? { ...documents, [of]: review } : documents };
}

/** The 依頼 with exactly the documents that the declaration makes: those that are there stay as they are. */
export function settleDocuments(request: Request, needed: Needed, at: number): Request {
  const wanted: Reviewed[] = [...needed.documents, ...(needed.previousJob ? ["previous_job"] as const : [])];
  return [...DOCUMENT_KINDS, "previous_job" as const].reduce((next, of) => {
    const there = reviewOf(next, of);
    if (!wanted.includes(of)) return there ? withReview(next, of, undefined) : next;
    return there ? next : withReview(next, of, newReview(at));
  }, request);
}
