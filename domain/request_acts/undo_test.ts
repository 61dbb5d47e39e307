import assert from "node:assert/strict";
import fc from "fast-check";
import { newRequest, type Request, REVIEWED, type Reviewed } from "../request.ts";
import { isRefused } from "./acted.ts";
import {
  type ActKind,
  ACTS,
  type Details,
  LATER,
  play,
  type Played,
  someAct,
  someDetails,
  someRequest,
} from "./acts_fixture.ts";
import { CANDIDATE_FOR, exclude, reset, type StaffExclusion } from "./asking.ts";
import { reviewOf, withReview } from "./documents.ts";

/** The 依頼 after acts; null where one of them is not possible. */
function after({ request, point }: Played, details: Details, ...kinds: ActKind[]): Request | null {
  let next = request;
  for (const kind of kinds) {
    const acted = ACTS[kind](next, details, LATER, point);
    if (isRefused(acted)) return null;
    next = acted.request;
  }
  return next;
}

/** An act that was taken back, for any 依頼 that allows it. */
function undone(
  [act, undo]: [ActKind, ActKind],
  expected: (request: Request, details: Details) => Request,
  more: Partial<Details> = {},
) {
  let times = 0;
  fc.assert(
    fc.property(someRequest, someDetails, (played, drawn) => {
      const details = { ...drawn, ...more };
      if (after(played, details, act) === null) return;
      times++;
      const left = after(played, details, act, undo);
      assert.deepEqual(left, expected(played.request, details));
    }),
    { numRuns: 1_000 },
  );
  assert.ok(times > 10, `${act} was possible ${times} times`);
}

Deno.test("確定 that is taken back leaves no trace", () => {
  undone(["confirm", "unconfirm"], (request) => request);
});

Deno.test("対象外 that is taken back leaves the reason, in the status of that moment", () => {
  undone(["exclude", "unconfirm"], (request, { reason }) => ({ ...request, exclusion: reason }));
});

Deno.test("who had a reason when 確定 was taken back can be 対象外 and 確定 again, and loses the reason with 未依頼に戻す only", () => {
  let kept = 0;
  let candidates = 0;
  fc.assert(
    fc.property(someRequest, someDetails, (played, drawn) => {
      const reason = CANDIDATE_FOR[played.request.exclusion!] ?? drawn.reason;
      const details = { ...drawn, reason, changed: true, candidate: null };
      const request = after(played, details, "exclude", "unconfirm");
      if (!request) return;
      const then = (...kinds: ActKind[]) => after({ request, point: played.point }, details, ...kinds);
      assert.equal(then("confirm", "unconfirm")?.exclusion, reason);
      const excluded = then("exclude")!;
      assert.deepEqual([excluded.status, excluded.exclusion], ["confirmed", reason]);
      assert.deepEqual(then("exclude", "unconfirm"), request);
      if (request.status === "answered") candidates++;
      assert.equal(then("reset")?.exclusion, null);
      assert.equal(then("send"), null);
      const again = then("requestCorrection", "resubmit");
      if (again) kept++;
      assert.equal((again ?? request).exclusion, reason);
    }),
    { numRuns: 2_000 },
  );
  assert.ok(kept > 0 && candidates > 0);
});

Deno.test("回答期限切れ is what it was before in a group that is open, and stays in one that is closed", () => {
  undone(["expire", "move"], (request) => request, { open: true });
  fc.assert(fc.property(someRequest, someDetails, (played, details) => {
    const expired = after(played, details, "expire");
    assert.deepEqual(after(played, { ...details, open: false }, "expire", "move"), expired);
  }));
});

/** 差戻し日 and 差戻し日時 tell of the last time, also when it was taken back. */
function sentBackAt(request: Request, of: Reviewed | null, at: number): Request {
  const review = of && reviewOf(request, of);
  const told = { ...request, returnedAt: at };
  return of && review ? withReview(told, of, { ...review, returnedAt: at }) : told;
}

Deno.test("差し戻し that is taken back: document and 依頼 are what they were", () => {
  undone(["sendBack", "cancelReturn"], (request, { of }) => sentBackAt(request, of, LATER));
});

Deno.test("修正依頼 that is taken back: all of them, never a 差し戻し", () => {
  undone(["requestCorrection", "cancelCorrections"], (request, details) => {
    const asked = request.corrections.some(({ from }) => from === "request");
    const before = asked ? after({ request, point: {} }, details, "cancelCorrections")! : request;
    return sentBackAt(before, null, LATER);
  });
});

Deno.test("whatever was sent back, and in whatever order it is taken back: with nothing left all is as before", () => {
  const everything = [...REVIEWED, "request"] as const;
  const sent = fc.subarray([...everything], { minLength: 1 });
  const order = fc.shuffledSubarray([...everything], { minLength: everything.length });
  let times = 0;
  fc.assert(
    fc.property(someRequest, someDetails, sent, order, ({ request }, details, sent, order) => {
      if (request.status !== "answered" && request.status !== "reanswered") return;
      let next = request;
      const act = (kind: ActKind, of: Reviewed) => {
        const acted = ACTS[kind](next, { ...details, of }, LATER, {});
        assert.ok(!isRefused(acted), kind);
        next = acted.request;
      };
      const back = sent.filter((of) => of === "request" || reviewOf(request, of));
      if (back.length === 0) return;
      for (const of of back) of === "request" ? act("requestCorrection", "insurance") : act("sendBack", of);
      for (const of of order.filter((of) => back.includes(of))) {
        assert.equal(next.status, "correcting");
        of === "request" ? act("cancelCorrections", "insurance") : act("cancelReturn", of);
      }
      const documents = back.filter((of) => of !== "request");
      const told = sentBackAt(request, null, LATER);
      assert.deepEqual(next, documents.reduce((so, of) => sentBackAt(so, of, LATER), told));
      times++;
    }),
    { numRuns: 2_000 },
  );
  assert.ok(times > 10);
});

Deno.test("ダブルチェック待ち and チェック済み that are taken back: チェック待ち, with the times of what was done", () => {
  const waiting = (request: Request, of: Reviewed, time: "doubleWaitingAt" | "checkedAt") =>
    withReview(request, of, { ...reviewOf(request, of)!, status: "waiting", [time]: LATER });
  undone(["doubleCheck", "backToWaiting"], (request, { of }) => waiting(request, of, "doubleWaitingAt"));
  undone(["check", "backToWaiting"], (request, { of }) => waiting(request, of, "checkedAt"));
});

Deno.test("未依頼に戻す after whatever happened since the sending: as it was sent, without 前職情報", () => {
  let times = 0;
  fc.assert(
    fc.property(
      someRequest,
      fc.array(someAct, { maxLength: 40, size: "max" }),
      someDetails,
      (before, acts, details) => {
        const sent = play(before, { kind: "send", details }, LATER);
        if (before.request.status !== "not_requested" || sent.request.status !== "requested") return;
        const { previousJob: _, ...asSent } = before.request;
        let played = sent;
        for (const [n, act] of acts.entries()) {
          if (act.kind === "reset" || act.kind === "resetByCsv") continue;
          played = play(played, act, LATER + n);
          const back = reset(played.request, played.point);
          if (isRefused(back)) assert.equal(played.request.status, "confirmed");
          else {
            times++;
            assert.deepEqual(back.request, asSent);
            assert.deepEqual([back.restore, back.history], ["back", [{ kind: "reset" }]]);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
  assert.ok(times > 100);
});

Deno.test("未依頼 with a 対象外理由 loses the reason alone; code 99 leaves it alone", () => {
  const request: Request = {
    ...newRequest("e1"),
    exclusion: "paper",
    memos: [{ text: "x", at: 1, by: "a" }],
  };
  assert.deepEqual(reset(request, {}), {
    request: { ...request, exclusion: null },
    history: [{ kind: "reset" }],
  });
  assert.ok(isRefused(reset(request, {}, ["requested", "answering", "answered", "reanswered"])));
  assert.ok(isRefused(reset(newRequest("e1"), {})));
});

Deno.test("候補 becomes 対象外 with the same reason only", () => {
  for (const [candidate, reason] of Object.entries(CANDIDATE_FOR)) {
    for (const status of ["answered", "reanswered"] as const) {
      const request: Request = { ...newRequest("e1"), status, exclusion: candidate as Request["exclusion"] };
      const other = reason === "otsu" ? "retired" : "otsu";
      const act = (reason: StaffExclusion) => exclude(request, reason);
      assert.ok(!isRefused(act(reason)));
      assert.deepEqual([act(other), act("paper")].map((acted) => isRefused(acted) && acted.refuse), [
        "exclude_other_reason",
        "exclude_other_reason",
      ]);
    }
  }
});
