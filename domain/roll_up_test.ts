import assert from "node:assert/strict";
import fc from "fast-check";
import { newReview } from "./request_acts/documents.ts";
import { newRequest, type Review, REVIEW_STATUSES } from "./request.ts";
import { documentsRollUp, previousJobRollUp, rollUp } from "./roll_up.ts";

const someReview: fc.Arbitrary<Review | undefined> = fc.option(
  fc.constantFrom(...REVIEW_STATUSES).map((status) => ({ ...newReview(1), status })),
  { nil: undefined },
);

Deno.test("作成状況: 差し戻し wins, then what waits; チェック済み is all of them; nothing made is 未作成", () => {
  fc.assert(fc.property(fc.array(someReview, { maxLength: 6 }), (reviews) => {
    const statuses = reviews.flatMap((review) => review ? [review.status] : []);
    const any = (...wanted: string[]) => statuses.some((status) => wanted.includes(status));
    const expected = any("returned")
      ? "returned"
      : any("waiting", "double_waiting")
      ? "waiting"
      : any("checked")
      ? "checked"
      : "none";
    assert.equal(rollUp(reviews), expected);
    assert.equal(rollUp(reviews.toReversed()), expected);
  }));
});

Deno.test("書類の作成状況 and 前職情報の作成状況 look at their own", () => {
  const request = {
    ...newRequest("e1"),
    documents: { insurance: { ...newReview(1), status: "checked" as const } },
    previousJob: { ...newReview(1), status: "double_waiting" as const },
  };
  assert.deepEqual([documentsRollUp(request), previousJobRollUp(request)], ["checked", "waiting"]);
  assert.deepEqual([documentsRollUp(newRequest("e1")), previousJobRollUp(newRequest("e1"))], [
    "none",
    "none",
  ]);
});
