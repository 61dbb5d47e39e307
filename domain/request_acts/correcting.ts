import { type CollectedPart, type Correction, type Request } from "../request.ts";
import { correctionsFit } from "../request_room.ts";
import { type Acted, type Refused, refusedBy } from "./acted.ts";

/** A 依頼 that can be sent back: answered, and not 確定 (reference/screens.md §5.1). */
export const CORRECTABLE = ["answered", "reanswered", "correcting"] as const;

/** 修正依頼: the employee corrects parts of 収集情報; → 修正依頼中. */
export function requestCorrection(
  request: Request,
  parts: readonly CollectedPart[],
  comment: string,
  at: number,
): Acted {
  const refused = refusedBy(request, CORRECTABLE, "correct_status");
  if (refused) return refused;
  const next = sentBack(request, { from: "request", parts: [...parts], comment, at });
  if ("refuse" in next) return next;
  return {
    request: next,
    history: [{ kind: "correction_requested", comment }],
    mail: { kind: "returned", comment },
  };
}

/** 修正依頼を取り消し: all of them, never a 差し戻し. With nothing left to correct the 依頼 is what it was before. */
export function cancelCorrections(request: Request): Acted {
  const refused = refusedBy(request, ["correcting"], "cancel_correction_status");
  if (refused) return refused;
  if (!request.corrections.some(({ from }) => from === "request")) {
    return { refuse: "no_correction", params: {} };
  }
  return {
    request: withCorrections(request, request.corrections.filter(({ from }) => from !== "request")),
    history: [{ kind: "correction_cancelled" }],
  };
}

/** The 依頼 with one more thing to correct; refused where it cannot hold more. */
export function sentBack(request: Request, correction: Correction): Request | Refused {
  const again = request.status === "correcting";
  const corrections = [...request.corrections, correction];
  if (!correctionsFit(corrections)) return { refuse: "correction_comment_room", params: {} };
  return {
    ...request,
    status: "correcting",
    beforeCorrection: again ? request.beforeCorrection : request.status,
    corrections,
    returnedAt: correction.at,
  };
}

/** The 依頼 with what is left to correct: with nothing left it is what it was before, unless all is answered again. */
export function withCorrections(request: Request, corrections: Correction[]): Request {
  if (corrections.length > 0 || request.restarted) return { ...request, corrections };
  // A 依頼 of an older version does not say what it was.
  const status = request.beforeCorrection ?? (request.answeredOnce ? "answered" : request.status);
  return { ...request, corrections, status, beforeCorrection: null };
}
