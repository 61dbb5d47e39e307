import assert from "node:assert/strict";
import { newRequest, type Request } from "../request.ts";
import { isRefused } from "./acted.ts";
import { type Changes, resubmit } from "./answering.ts";
import { requestCorrection } from "./correcting.ts";
import { newReview } from "./documents.ts";
import { sendBack } from "./reviewing.ts";

const NEEDED = { documents: ["this_year_dependants", "insurance"] as const, previousJob: true };

/** 回答済み, and all of it looked at. */
const SEEN: Request = {
  ...newRequest("e1"),
  status: "answered",
  documents: {
    this_year_dependants: { ...newReview(1), status: "checked", checkedAt: 5 },
    insurance: { ...newReview(1), status: "double_waiting", doubleWaitingAt: 4 },
  },
  previousJob: { ...newReview(1), status: "checked", checkedAt: 6 },
};

function again(sent: ReturnType<typeof sendBack>, changes: Changes) {
  assert.ok(!isRefused(sent));
  const acted = resubmit(sent.request, NEEDED, null, changes, 9);
  assert.ok(!isRefused(acted));
  return acted;
}

Deno.test("what was looked at and says something else is チェック待ち again, the rest stays", () => {
  const asked = requestCorrection(SEEN, ["self"], "直してください", 8);
  const { request, history } = again(asked, { any: true, of: ["this_year_dependants", "previous_job"] });
  assert.deepEqual(request.documents, {
    this_year_dependants: { ...newReview(1), status: "waiting", checkedAt: 5 },
    insurance: SEEN.documents.insurance,
  });
  assert.equal(request.previousJob?.status, "waiting");
  assert.deepEqual(history, [
    { kind: "collected_saved" },
    { kind: "document_updated", of: "this_year_dependants" },
  ]);
});

Deno.test("更新日時 is of what was 差し戻し only", () => {
  const returned = sendBack(SEEN, "insurance", ["insurance"], "金額", 8);
  const { request, history } = again(returned, { any: true, of: ["this_year_dependants", "insurance"] });
  const { insurance, this_year_dependants: dependants } = request.documents;
  assert.deepEqual([insurance?.status, insurance?.updatedAt], ["waiting", 9]);
  assert.deepEqual([dependants?.status, dependants?.updatedAt], ["waiting", null]);
  assert.deepEqual(history.slice(1).map((act) => "of" in act && act.of), [
    "this_year_dependants",
    "insurance",
  ]);
});
