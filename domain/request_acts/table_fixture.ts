import type { RequestStatus } from "../request.ts";
import type { ActKind } from "./acts_fixture.ts";

/**
 * For tests: what an act leads to. `before`: to where the 依頼 stood before 確定, 回答期限切れ or 修正依頼中; `same`: it stays; in the
 * order of likelihood where several are possible.
 */
export type Leads = RequestStatus | "before" | "same";

type From = Partial<Record<RequestStatus, Leads>>;

const each = (statuses: readonly RequestStatus[], to: Leads): From =>
  Object.fromEntries(statuses.map((status) => [status, to]));

const EVERY = [
  "not_requested",
  "requested",
  "answering",
  "answered",
  "correcting",
  "reanswered",
  "confirmed",
] as const;

/**
 * The allowed transitions, by the facts: reference/screens.md §3 (moves), §4.6 (収集情報, 修正依頼), §5.1 (the table, やり直し), §5.3 and
 * §7.1 (確認状況), §7.2 (依頼の操作); operations.md, Decisions (rows 28–35). Where a status is not named the act is refused.
 */
export const TABLE: Record<ActKind, From> = {
  send: { not_requested: "requested" },
  exclude: each(["not_requested", "answered", "reanswered"], "confirmed"),
  confirm: each(["not_requested", "answered", "reanswered"], "confirmed"),
  unconfirm: { confirmed: "before" },
  remind: each(["requested", "answering", "correcting"], "same"),
  reset: each(
    ["not_requested", "requested", "answering", "answered", "reanswered", "correcting", "expired"],
    "not_requested",
  ),
  resetByCsv: each(["requested", "answering", "answered", "reanswered"], "not_requested"),
  expire: each(["requested", "answering"], "expired"),
  move: { ...each(EVERY, "same"), expired: "before" },
  startAnswering: each(["requested", "answering"], "answering"),
  submit: { answering: "answered" },
  restart: each(["answered", "reanswered", "correcting"], "correcting"),
  resubmit: { correcting: "reanswered" },
  saveCollected: each(["not_requested", "answered", "reanswered", "expired"], "same"),
  requestCorrection: each(["answered", "reanswered", "correcting"], "correcting"),
  cancelCorrections: { correcting: "before" },
  check: each(["not_requested", "answered", "reanswered", "correcting"], "same"),
  doubleCheck: each(["not_requested", "answered", "reanswered", "correcting"], "same"),
  backToWaiting: each(["not_requested", "answered", "reanswered", "correcting"], "same"),
  sendBack: each(["answered", "reanswered", "correcting"], "correcting"),
  cancelReturn: { correcting: "before" },
  deleteDocument: each(["not_requested", "answered", "reanswered"], "same"),
};
