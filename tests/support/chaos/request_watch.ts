import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { historyEntrySchema, type HistoryKind } from "../../../domain/history.ts";
import { type Mail, mailSchema } from "../../../domain/mail.ts";
import { type Request, requestSchema, type RequestStatus } from "../../../domain/request.ts";
import { ACT_KINDS, type ActKind } from "../../../domain/request_acts/acts_fixture.ts";
import { isExcluded } from "../../../domain/request_acts/asking.ts";
import { TABLE } from "../../../domain/request_acts/table_fixture.ts";
import type { Change, Committer } from "../../../kv/commit.ts";

/** The acts that 操作履歴 tells of by these words; whatever else it tells of, the others leave. */
const ACTS_OF: Partial<Record<HistoryKind, ActKind[]>> = {
  requested: ["send"],
  excluded: ["exclude"],
  confirmed: ["confirm"],
  unconfirmed: ["unconfirm"],
  reminded: ["remind"],
  reset: ["reset", "resetByCsv"],
  expired: ["expire"],
  moved: ["move"],
  moved_reopened: ["move"],
};
const TOLD_APART = new Set(Object.values(ACTS_OF).flat());
/** All others. */
const OTHERS = ACT_KINDS.filter((kind) => !TOLD_APART.has(kind));
/** What 操作履歴 is silent about: 依頼中 → 入力中, チェック待ち that stays so, and a move of what did not run out. */
const SILENT: ActKind[] = ["startAnswering", "backToWaiting"];

/** Watches every commit for what it does to 依頼. */
export interface Watch {
  /** The committer, watched. */
  over(committer: Committer): Committer;
  /** Takes note of 依頼 that lay in a group before. */
  know(requests: readonly Request[], group: string): void;
  /** Ids of those that were sent and not set back since, sorted. */
  sent(): string[];
  /** What was wrong: a worker would take it for a fault of its job. */
  faults: unknown[];
}

/**
 * Checks of each commit that every 依頼 in it goes where the table of the facts lets it, that 操作履歴 tells of it with the
 * next numbers, and that an act which sends a mail posts exactly one. `addressOf`: null for who has none.
 */
export function watchRequests(addressOf: (id: string) => string | null): Watch {
  const known = new Map<string, Request>();
  const sent = new Set<string>();
  const groups = new Map<string, string>();
  const faults: unknown[] = [];

  function look({ mutations }: Change) {
    const sets = mutations.filter((mutation) => mutation.type === "set");
    const ofYear = (kind: string) => sets.filter(({ key }) => key[2] === "y" && key[4] === kind);
    const mails = sets.filter(({ key }) => key[2] === "mail").map(({ value }) => mailSchema.parse(value));
    const entries = ofYear("history").map(({ key, value }) => ({
      id: key[5],
      n: Number(key[6]),
      ...historyEntrySchema.parse(value),
    }));
    const after = ofYear("request").map(({ key, value }) => ({
      ...requestSchema.parse(value),
      group: String(key[5]),
    }));
    strictEqual(new Set(after.map(({ id }) => id)).size, after.length, "somebody twice in one commit");
    for (const { group, ...request } of after) {
      const before = known.get(request.id)!;
      const moved = group !== groups.get(request.id);
      const told = entries.filter(({ id }) => id === request.id);
      deepStrictEqual(told.map(({ n }) => n), told.map((_, i) => before.acts + i), "numbers of 操作履歴");
      strictEqual(request.acts, before.acts + told.length);
      checkAct(before, request, told.map(({ kind }) => kind), moved);
      checkMails(before, told.map(({ kind }) => kind), mails, addressOf(request.id));
      for (const { kind } of told) {
        if (kind === "requested") sent.add(request.id);
        if (kind === "reset") sent.delete(request.id);
      }
      known.set(request.id, request);
      groups.set(request.id, group);
    }
    ok(entries.every(({ id }) => after.some((request) => request.id === id)), "操作履歴 without its 依頼");
  }

  return {
    over: (committer) => ({
      async commit(change, priority) {
        const result = await committer.commit(change, priority);
        try {
          if (result.ok) look(change);
        } catch (error) {
          faults.push(error);
        }
        return result;
      },
    }),
    know(requests, group) {
      for (const request of requests) {
        known.set(request.id, request);
        groups.set(request.id, group);
      }
    },
    sent: () => [...sent].sort(),
    faults,
  };
}

/** Throws unless one of the acts that 操作履歴 may mean leads from one to the other. */
function checkAct(before: Request, after: Request, told: readonly HistoryKind[], moved: boolean) {
  const acts = told.flatMap((kind) => ACTS_OF[kind] ?? []);
  const silent = moved && before.status !== "expired" ? ["move" as const] : SILENT;
  const possible = told.length === 0 ? silent : acts.length > 0 ? acts : OTHERS;
  strictEqual(
    moved,
    possible.includes("move"),
    `${told.join()} of somebody who ${moved ? "moved" : "stayed"}`,
  );
  const leads = possible.some((act) => leadsTo(before, act).includes(after.status));
  ok(leads, `${before.status} → ${after.status} by ${possible.join("/")}`);
}

function leadsTo(before: Request, act: ActKind): RequestStatus[] {
  const to = TABLE[act][before.status];
  if (to === undefined) return [];
  if (to === "same") return [before.status];
  if (to !== "before") return [to];
  const { beforeConfirmation, beforeExpiry, beforeCorrection } = before;
  const former = { confirmed: beforeConfirmation, expired: beforeExpiry, correcting: beforeCorrection };
  const back = former[before.status as keyof typeof former];
  // A cancelled correction, and a move into a closed group, may leave it where it is.
  return [before.status, ...(back ? [back] : [])];
}

const SENT_WITH: Partial<Record<HistoryKind, Mail["kind"]>> = {
  requested: "requested",
  reminded: "reminded",
  expired: "expired",
  confirmed: "confirmed",
};

/** Throws unless each act that sends a mail posted one, and nobody else got one of its kind. */
function checkMails(
  before: Request,
  told: readonly HistoryKind[],
  mails: readonly Mail[],
  address: string | null,
) {
  for (const [kind, mail] of Object.entries(SENT_WITH)) {
    const silent = address === null || (kind === "confirmed" && isExcluded(before));
    const expected = silent ? 0 : told.filter((one) => one === kind).length;
    const posted = mails.filter((one) => one.kind === mail && one.to === address).length;
    strictEqual(posted, expected, `${mail} to ${address}`);
  }
}
