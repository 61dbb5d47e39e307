import assert from "node:assert/strict";
import fc from "fast-check";
import {
  newRequest,
  type Request,
  REQUEST_STATUSES,
  type RequestStatus,
  type Review,
  REVIEW_STATUSES,
  REVIEWED,
  type Reviewed,
  type ReviewStatus,
} from "../domain/request.ts";
import { newReview, reviewOf, withReview } from "../domain/request_acts/documents.ts";
import { changeReviews, REVIEW_COLUMNS, reviewCells } from "./review_cells.ts";

const AT = 1_000;

const CODES = ["1", "2", "3", "99"] as const;
type Code = typeof CODES[number];

/** The request statuses and, of the document, the 確認状況 that each value needs (reference/screens.md §7.1). */
const FOUR: RequestStatus[] = ["not_requested", "answered", "reanswered", "correcting"];
const NEEDS: Record<
  Code,
  { request: RequestStatus[]; review: ReviewStatus[]; becomes: ReviewStatus | null }
> = {
  "1": { request: FOUR, review: ["waiting", "double_waiting"], becomes: "checked" },
  "2": { request: FOUR, review: ["waiting"], becomes: "double_waiting" },
  "3": { request: FOUR, review: ["double_waiting", "checked"], becomes: "waiting" },
  "99": { request: FOUR.slice(0, 3), review: ["waiting", "double_waiting"], becomes: null },
};

/** Where the value is possible: what stands so already is no error, 前職情報 is never deleted. */
function possible(
  code: Code,
  of: Reviewed,
  request: RequestStatus,
  review: ReviewStatus | null,
  admin: boolean,
) {
  const { request: requests, review: reviews, becomes } = NEEDS[code];
  if (code === "99" && (!admin || of === "previous_job")) return false;
  return requests.includes(request) && review !== null && (reviews.includes(review) || review === becomes);
}

const standing = (status: ReviewStatus): Review => ({ ...newReview(1), status });

const columnOf = (of: Reviewed) => REVIEW_COLUMNS.find((one) => one.of === of)!.name;

function rowOf(values: Partial<Record<Reviewed, string>>) {
  return Object.fromEntries(Object.entries(values).map(([of, value]) => [columnOf(of as Reviewed), value]));
}

Deno.test("the columns are those of the facts, in their order", () => {
  assert.deepEqual(REVIEW_COLUMNS.map(({ name }) => name), [
    "今年のマルフ",
    "来年のマルフ",
    "基配所",
    "保険料控除申告書",
    "住宅借入金等控除申告書",
    "前職情報",
  ]);
  assert.deepEqual(REVIEW_COLUMNS.map(({ of }) => of), [...REVIEWED]);
});

Deno.test("every value is possible from exactly the statuses of the facts", () => {
  for (const code of CODES) {
    for (const of of REVIEWED) {
      for (const status of REQUEST_STATUSES) {
        for (const review of [...REVIEW_STATUSES, null]) {
          for (const mayDelete of [true, false]) {
            const request: Request = { ...newRequest("e1"), status };
            const before = withReview(request, of, review ? standing(review) : undefined);
            const changed = changeReviews(before, reviewCells(rowOf({ [of]: code })), { mayDelete, at: AT });
            const name = [code, of, status, review, mayDelete].join(" ");
            assert.equal("done" in changed, possible(code, of, status, review, mayDelete), name);
            if ("done" in changed) {
              assert.equal(reviewOf(changed.done.request, of)?.status ?? null, NEEDS[code].becomes, name);
              assert.equal(changed.done.request.status, status);
              assert.deepEqual([changed.done.mail, changed.done.restore], [undefined, undefined]);
            }
          }
        }
      }
    }
  }
});

const someRow = fc.record(
  Object.fromEntries(
    REVIEWED.map((of) => [of, fc.constantFrom("", "", "", "", "", "", ...CODES, "1", "x")]),
  ) as Record<
    Reviewed,
    fc.Arbitrary<string>
  >,
);
const someReviews = fc.record(
  Object.fromEntries(
    REVIEWED.map((
      of,
    ) => [of, fc.option(fc.constantFrom("waiting", "waiting", ...REVIEW_STATUSES), { freq: 9 })]),
  ) as Record<Reviewed, fc.Arbitrary<ReviewStatus | null>>,
);

Deno.test("a row is all or nothing, cell by cell as the facts say, and every reason is told", () => {
  const status = fc.constantFrom(...FOUR, ...FOUR, ...REQUEST_STATUSES);
  let [done, refused] = [0, 0];
  fc.assert(
    fc.property(someRow, someReviews, status, fc.boolean(), (row, reviews, status, mayDelete) => {
      const request = REVIEWED.reduce<Request>(
        (so, of) => withReview(so, of, reviews[of] ? standing(reviews[of]) : undefined),
        { ...newRequest("e1"), status },
      );
      const cells = reviewCells(rowOf(row));
      const isFine = (of: Reviewed) =>
        row[of] === "" ||
        (row[of] !== "x" && possible(row[of] as Code, of, status, reviews[of], mayDelete));
      const changed = changeReviews(request, cells, { mayDelete, at: AT });
      assert.equal("done" in changed, REVIEWED.every(isFine));
      if ("done" in changed) {
        done++;
        assert.equal(changed.counts.length, cells.length);
        for (const of of REVIEWED) {
          if (row[of] === "") assert.deepEqual(reviewOf(changed.done.request, of), reviewOf(request, of));
        }
      } else {
        refused++;
        const text = JSON.stringify(changed.params);
        const aboutAll = !FOUR.includes(status) || status === "correcting";
        for (const of of REVIEWED) {
          if (!isFine(of) && !aboutAll) {
            assert.ok(text.includes(columnOf(of)) || changed.refuse === "cell_previous_job", text);
          }
        }
      }
    }),
    { numRuns: 3_000 },
  );
  assert.ok(done > 100 && refused > 100);
});

Deno.test("the time of what is said again is that of now, and 操作履歴 says it again", () => {
  const before = withReview({ ...newRequest("e1"), status: "answered" }, "insurance", {
    ...standing("checked"),
    checkedAt: 5,
    doubleWaitingAt: 4,
  });
  const changed = changeReviews(before, reviewCells({ 保険料控除申告書: "1" }), { mayDelete: false, at: AT });
  assert.ok("done" in changed);
  assert.deepEqual(changed.done.request.documents.insurance, {
    ...standing("checked"),
    checkedAt: AT,
    doubleWaitingAt: 4,
  });
  assert.deepEqual(changed.done.history, [{ kind: "checked", of: "insurance" }]);
});
