import type { HistoryAct } from "../history.ts";
import type { ReasonCode, ReasonParams } from "../reasons.ts";
import { type Request, REQUEST_STATUS_LABELS, type RequestStatus } from "../request.ts";

/** The mails that acts send (reference/screens.md §9). */
export type ActMail = "requested" | "confirmed" | "reminded" | "expired" | "returned" | "submitted";

/** What an act makes of a 依頼. */
export interface Done {
  request: Request;
  /** What 操作履歴 says of it, in this order. */
  history: HistoryAct[];
  mail?: { kind: ActMail; comment?: string };
  /** Takes the restore point, or gives back what it holds. */
  restore?: "take" | "back";
}

/** An act that the 依頼 does not allow now. */
export interface Refused {
  refuse: ReasonCode;
  params: ReasonParams;
}

export type Acted = Done | Refused;

/** True for an act that was refused. */
export function isRefused(acted: Acted): acted is Refused {
  return "refuse" in acted;
}

/** Refuses with the code of the act, unless the 依頼 stands where the act may begin. */
export function refusedBy(
  request: Request,
  from: readonly RequestStatus[],
  refuse: ReasonCode,
): Refused | null {
  if (from.includes(request.status)) return null;
  return { refuse, params: { status: REQUEST_STATUS_LABELS[request.status] } };
}
