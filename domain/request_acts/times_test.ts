import assert from "node:assert/strict";
import fc from "fast-check";
import { type Request, type Review, REVIEWED, type Reviewed } from "../request.ts";
import { isRefused } from "./acted.ts";
import { type ActKind, ACTS, type Details, LATER, someAct, someRequest } from "./acts_fixture.ts";
import { reviewOf } from "./documents.ts";

type Time = Exclude<keyof Review, "status" | "beforeReturn">;

const TIMES: readonly Time[] = ["createdAt", "updatedAt", "returnedAt", "doubleWaitingAt", "checkedAt"];

/** What a document or 前職情報 that is made now says. */
const MADE: Record<Time, number | null> = {
  createdAt: LATER,
  updatedAt: null,
  returnedAt: null,
  doubleWaitingAt: null,
  checkedAt: null,
};

/**
 * The times that an act sets, by reference/screens.md §6.5 and csv-columns.md 2.21: 更新 is the correction of a 差し戻し,
 * 差戻し of a document only, 確認 チェック済み; やり直し deletes 処理日時 (§5.1).
 */
function set(kind: ActKind, of: Reviewed, { of: named }: Details, before: Review): Partial<Review> {
  switch (kind) {
    case "check":
      return of === named ? { checkedAt: LATER } : {};
    case "doubleCheck":
      return of === named ? { doubleWaitingAt: LATER } : {};
    case "sendBack":
      return of === named ? { returnedAt: LATER } : {};
    case "resubmit":
      return before.status === "returned" ? { updatedAt: LATER } : {};
    case "restart":
      return before.status === "double_waiting" || before.status === "checked"
        ? { doubleWaitingAt: null, checkedAt: null }
        : {};
    default:
      return {};
  }
}

const MAKES: readonly ActKind[] = ["submit", "resubmit", "saveCollected"];

const timesOf = (review: Review) => Object.fromEntries(TIMES.map((time) => [time, review[time]]));

function compare(kind: ActKind, details: Details, before: Request, after: Request) {
  for (const of of REVIEWED) {
    const [was, is] = [reviewOf(before, of), reviewOf(after, of)];
    if (!is) continue;
    if (!was) {
      assert.ok(MAKES.includes(kind), `${kind} made ${of}`);
      assert.deepEqual([is.status, timesOf(is)], ["waiting", MADE]);
    } else {
      assert.deepEqual(timesOf(is), timesOf({ ...was, ...set(kind, of, details, was) }), `${kind}: ${of}`);
    }
  }
}

/** 差戻し日 is of both, of 差し戻し and of 修正依頼. */
const SENDS_BACK: readonly ActKind[] = ["sendBack", "requestCorrection"];

Deno.test("each time moves with the act that it tells of, and with no other", () => {
  const done = new Map<ActKind, number>();
  fc.assert(
    fc.property(someRequest, someAct, ({ request, point }, { kind, details }) => {
      if (kind === "reset" || kind === "resetByCsv") return;
      const acted = ACTS[kind](request, details, LATER, point);
      if (isRefused(acted)) return;
      done.set(kind, (done.get(kind) ?? 0) + 1);
      compare(kind, details, request, acted.request);
      assert.equal(acted.request.returnedAt, SENDS_BACK.includes(kind) ? LATER : request.returnedAt, kind);
      assert.deepEqual(acted.request.memos, request.memos);
    }),
    { numRuns: 5_000 },
  );
  for (const kind of ["check", "doubleCheck", "sendBack", "resubmit", "restart", ...MAKES] as ActKind[]) {
    assert.ok(done.get(kind)! > 0, kind);
  }
});
