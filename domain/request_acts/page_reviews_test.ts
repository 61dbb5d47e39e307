import assert from "node:assert/strict";
import fc from "fast-check";
import { type Request, REVIEW_STATUSES, REVIEWED, type ReviewStatus } from "../request.ts";
import { newRequest } from "../request.ts";
import { type Acted, isRefused } from "./acted.ts";
import { newReview, reviewOf, withReview } from "./documents.ts";
import {
  checkWaiting,
  requestCorrectionOnPage,
  REVIEW_ACTS,
  type ReviewAct,
  reviewOnPage,
  sendBackOnPage,
} from "./page_reviews.ts";

const AT = 1_000;

/** An answered 依頼 whose document `insurance` stands there. */
function standing(status: ReviewStatus): Request {
  const request: Request = { ...newRequest("id"), status: "answered", answeredOnce: true };
  const waiting = withReview(request, "insurance", newReview(1));
  if (status !== "returned") return withReview(request, "insurance", { ...newReview(1), status });
  return done(sendBackOnPage(waiting, "insurance", ["insurance"], "直してください", 2)).request;
}

function done(acted: Acted) {
  if (isRefused(acted)) assert.fail(acted.refuse);
  return acted;
}

const GOALS: Record<ReviewAct, (status: ReviewStatus) => boolean> = {
  check: (status) => status === "checked",
  double_check: (status) => status === "double_waiting",
  undo: (status) => status === "waiting",
  cancel_return: (status) => status !== "returned",
};

Deno.test("an act that is sent twice is done once: the second changes nothing, and 操作履歴 says nothing of it", () => {
  let seenActs = 0;
  for (const act of REVIEW_ACTS) {
    for (const seen of REVIEW_STATUSES) {
      const first = reviewOnPage(standing(seen), "insurance", act, seen, AT);
      if (isRefused(first) || first.history.length === 0) continue;
      seenActs++;
      assert(GOALS[act](reviewOf(first.request, "insurance")!.status), `${act} of ${seen}`);
      const second = done(reviewOnPage(first.request, "insurance", act, seen, AT + 1));
      assert.deepEqual(second, { request: first.request, history: [] }, `${act} of ${seen}`);
    }
  }
  assert(seenActs >= 6);
});

Deno.test("what somebody else did meanwhile is not undone unseen", () => {
  for (const [seen, now] of [["double_waiting", "checked"], ["checked", "double_waiting"]] as const) {
    const acted = reviewOnPage(standing(now), "insurance", "undo", seen, AT);
    assert(isRefused(acted) && acted.refuse === "review_status");
  }
  const acted = reviewOnPage(standing("returned"), "insurance", "check", "waiting", AT);
  assert(isRefused(acted));
});

Deno.test("差し戻す twice with the same words is once; with other words the second is refused", () => {
  const first = done(sendBackOnPage(standing("waiting"), "insurance", ["insurance"], "金額", AT));
  assert.equal(first.request.status, "correcting");
  assert.equal(first.mail?.kind, "returned");
  const again = done(sendBackOnPage(first.request, "insurance", ["insurance"], "金額", AT + 1));
  assert.deepEqual(again, { request: first.request, history: [] });
  const other = sendBackOnPage(first.request, "insurance", ["insurance"], "氏名", AT + 1);
  assert(isRefused(other) && other.refuse === "review_status");
});

Deno.test("many at once: チェック待ち and ダブルチェック待ち only", () => {
  const outcome = (status: ReviewStatus) => {
    const acted = checkWaiting(standing(status), "insurance", AT);
    return isRefused(acted) ? acted.refuse : reviewOf(acted.request, "insurance")!.status;
  };
  assert.deepEqual(REVIEW_STATUSES.map(outcome), ["checked", "checked", "review_status", "review_status"]);
  const missing = checkWaiting(standing("waiting"), "housing_loan", AT);
  assert(isRefused(missing) && missing.refuse === "review_missing");
});

Deno.test("no act on a page touches another document", () => {
  const others = REVIEWED.filter((of) => of !== "insurance");
  fc.assert(
    fc.property(
      fc.constantFrom(...REVIEW_STATUSES),
      fc.constantFrom(...REVIEW_ACTS),
      fc.option(fc.constantFrom(...REVIEW_STATUSES)),
      (status, act, seen) => {
        const request = others.reduce((next, of) => withReview(next, of, newReview(5)), standing(status));
        const acted = reviewOnPage(request, "insurance", act, seen, AT);
        if (isRefused(acted)) return;
        for (const of of others) assert.deepEqual(reviewOf(acted.request, of), newReview(5));
      },
    ),
  );
});

Deno.test("修正依頼 twice with the same words is once, one mail; other words, and the same ones later, are another", () => {
  const first = done(requestCorrectionOnPage(standing("waiting"), ["self"], "住所", AT));
  assert.deepEqual([first.request.corrections.length, first.mail?.kind], [1, "returned"]);
  const again = done(requestCorrectionOnPage(first.request, ["self"], "住所", AT + 1));
  assert.deepEqual(again, { request: first.request, history: [] });
  const other = done(requestCorrectionOnPage(first.request, ["self"], "氏名", AT + 1));
  assert.equal(other.request.corrections.length, 2);
  const answered: Request = { ...first.request, status: "reanswered", corrections: [] };
  assert.equal(done(requestCorrectionOnPage(answered, ["self"], "住所", AT + 9)).mail?.kind, "returned");
});
