import { isClosed } from "./deadline.ts";
import type { Group } from "./group.ts";
import type { HistoryAct } from "./history.ts";
import type { Request } from "./request.ts";

/**
 * What a move to another group at the moment `at` (ms) makes of a 依頼 (reference/screens.md §3 "Status effects of a
 * move"): in a group that is open a 回答期限切れ is again what it was before, everything else stays. What goes on in a
 * closed group runs out by itself at the next 08:00. 操作履歴 tells of a 回答期限切れ only (§8).
 */
export function afterMove(
  request: Request,
  target: Pick<Group, "closesOn">,
  at: number,
): { request: Request; history: HistoryAct[] } {
  if (request.status !== "expired") return { request, history: [] };
  if (isClosed(target, at)) return { request, history: [{ kind: "moved" }] };
  // A 依頼 that ran out before its former status was kept: people are asked again.
  const status = request.beforeExpiry ?? "requested";
  return {
    request: { ...request, status, beforeExpiry: null },
    history: [{ kind: "moved_reopened", status }],
  };
}
