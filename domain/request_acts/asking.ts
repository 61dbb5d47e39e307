import { type Exclusion, EXCLUSION_LABELS, type Request, type RequestStatus } from "../request.ts";
import { type Acted, refusedBy } from "./acted.ts";

/** 依頼を送信: 未依頼 → 依頼中. */
export function send(request: Request): Acted {
  const refused = refusedBy(request, ["not_requested"], "send_status");
  if (refused) return refused;
  if (request.exclusion) {
    return { refuse: "send_excluded", params: { exclusion: EXCLUSION_LABELS[request.exclusion] } };
  }
  return {
    request: { ...request, status: "requested" },
    history: [{ kind: "requested" }],
    mail: { kind: "requested" },
    restore: "take",
  };
}

/** The reasons that staff choose from, in the order of the dialog (reference/screens.md §5.2). */
export const STAFF_EXCLUSIONS = ["paper", "otsu", "retired", "no_salary", "withholding", "income"] as const;
export type StaffExclusion = typeof STAFF_EXCLUSIONS[number];

/** 候補 → the 対象外理由 that it becomes. */
export const CANDIDATE_FOR: Partial<Record<Exclusion, StaffExclusion>> = {
  otsu_candidate: "otsu",
  retired_candidate: "retired",
  withholding_candidate: "withholding",
  income_candidate: "income",
};

/**
 * 対象外にする: 未依頼, or a 候補 with the same reason, → 確定 with the reason (operations.md, row 30). Whose reason stayed
 * when 確定 was taken back, a former 候補 too, can be given the same one again.
 */
export function exclude(request: Request, reason: StaffExclusion): Acted {
  const { exclusion } = request;
  const from: RequestStatus[] = exclusion ? ["not_requested", "answered", "reanswered"] : ["not_requested"];
  const refused = refusedBy(request, from, "exclude_status");
  if (refused) return refused;
  if (exclusion && (CANDIDATE_FOR[exclusion] ?? exclusion) !== reason) {
    return { refuse: "exclude_other_reason", params: { exclusion: EXCLUSION_LABELS[exclusion] } };
  }
  return {
    request: { ...request, status: "confirmed", exclusion: reason, beforeConfirmation: request.status },
    history: [{ kind: "excluded" }],
  };
}

/** 確定: 未依頼, 回答済み or 再回答 → 確定. Nobody who is 対象外 hears of it. */
export function confirm(request: Request): Acted {
  const refused = refusedBy(request, ["not_requested", "answered", "reanswered"], "confirm_status");
  if (refused) return refused;
  return {
    request: { ...request, status: "confirmed", beforeConfirmation: request.status },
    history: [{ kind: "confirmed" }],
    ...(isExcluded(request) ? {} : { mail: { kind: "confirmed" } }),
  };
}

/** True where staff chose a 対象外理由; a 候補 is none. */
export function isExcluded({ exclusion }: Request): boolean {
  return STAFF_EXCLUSIONS.some((reason) => reason === exclusion);
}

/** 確定を取り消す: back to the status before. A 対象外理由 stays until 未依頼に戻す (reference/screens.md §7.2). */
export function unconfirm(request: Request): Acted {
  const refused = refusedBy(request, ["confirmed"], "unconfirm_status");
  if (refused) return refused;
  // What was 確定 before its former status was kept had been answered.
  const status = request.beforeConfirmation ?? (isExcluded(request) ? "not_requested" : "answered");
  return {
    request: { ...request, status, beforeConfirmation: null },
    history: [{ kind: "unconfirmed" }],
  };
}

/** 再通知: the mail again, nothing else. */
export function remind(request: Request): Acted {
  const refused = refusedBy(request, ["requested", "answering", "correcting"], "remind_status");
  if (refused) return refused;
  return { request, history: [{ kind: "reminded" }], mail: { kind: "reminded" } };
}

/** What ［まとめて未依頼に戻す］ takes beside 未依頼 with a 対象外理由 (operations.md, row 33). */
const RESETTABLE: readonly RequestStatus[] = [
  "requested",
  "answering",
  "answered",
  "reanswered",
  "correcting",
  "expired",
];
/** What code 99 of row 28 takes (reference/screens.md §7.1). */
export const RESETTABLE_BY_CSV: readonly RequestStatus[] = [
  "requested",
  "answering",
  "answered",
  "reanswered",
];

/**
 * 未依頼に戻す: as before the request was sent, `documents` being those of the restore point. 管理者メモ stay. Who is
 * 未依頼 with a 対象外理由 loses the reason only.
 */
export function reset(
  request: Request,
  documents: Request["documents"],
  from: readonly RequestStatus[] | null = null,
): Acted {
  if (from === null && request.status === "not_requested" && request.exclusion) {
    return { request: { ...request, exclusion: null }, history: [{ kind: "reset" }] };
  }
  const refused = request.status === "confirmed"
    ? refusedBy(request, [], "reset_confirmed")
    : refusedBy(request, from ?? RESETTABLE, "reset_status");
  if (refused) return refused;
  const { previousJob: _, ...rest } = request;
  return {
    request: {
      ...rest,
      status: "not_requested",
      exclusion: null,
      beforeExpiry: null,
      beforeCorrection: null,
      corrections: [],
      restarted: false,
      answeredOnce: false,
      documents,
      returnedAt: null,
    },
    history: [{ kind: "reset" }],
    restore: "back",
  };
}

/** 受付終了日 has come: 依頼中 and 入力中 → 回答期限切れ (reference/screens.md §5.1). */
export function expire(request: Request): Acted {
  const refused = refusedBy(request, ["requested", "answering"], "expire_status");
  if (refused) return refused;
  return {
    request: { ...request, status: "expired", beforeExpiry: request.status },
    history: [{ kind: "expired" }],
    mail: { kind: "expired" },
  };
}
