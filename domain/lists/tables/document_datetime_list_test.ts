import assert from "node:assert/strict";
import { collected } from "../../declaration/declaration_fixture.ts";
import {
  DOCUMENT_KINDS,
  type Request,
  REQUEST_STATUS_LABELS,
  REQUEST_STATUSES,
  REVIEWED,
} from "../../request.ts";
import { type Acted, isRefused } from "../../request_acts/acted.ts";
import { restart, resubmit, saveCollected, submit } from "../../request_acts/answering.ts";
import { requestCorrection } from "../../request_acts/correcting.ts";
import { newReview } from "../../request_acts/documents.ts";
import { backToWaiting, check, deleteDocument, doubleCheck, sendBack } from "../../request_acts/reviewing.ts";
import { recordsOf, rowOf } from "../row_fixture.ts";
import columns from "../testdata/lists.json" with { type: "json" };
import { DOCUMENT_DATETIME_LIST } from "./document_datetime_list.ts";

const COLUMNS = columns.document_datetime_list;
const { group, employee, request: FRESH } = rowOf(collected());
const EVERYTHING = { documents: DOCUMENT_KINDS, previousJob: true };
const OF = "this_year_dependants";

const recordOf = (request: Partial<Request>) =>
  recordsOf(DOCUMENT_DATETIME_LIST, { group, employee, request: { ...FRESH, ...request } })[0]!;

/** The five times of 今年のマルフ, `DD HH:mm` of November 2026; "" is blank. */
const times = (request: Request) =>
  ["作成", "更新", "差戻し", "ダブルチェック待ち", "確認"].map((word) =>
    recordOf(request)[`今年のマルフ${word}日時`]!.replace("2026/11/", "")
  );

const at = (text: string) => Date.parse(`${text}+09:00`);
const november = (day: number) => at(`2026-11-${String(day).padStart(2, "0")}T09:30:59.999`);

function done(acted: Acted): Request {
  assert.ok(!isRefused(acted), JSON.stringify(acted));
  return acted.request;
}

Deno.test("the columns are those of the table, in its order", () => {
  assert.deepEqual(DOCUMENT_DATETIME_LIST.header, COLUMNS.map(({ header }) => header));
  assert.equal(COLUMNS.length, 35);
});

Deno.test("the acts of the example give the times of the example", () => {
  const made = done(
    submit({ ...FRESH, status: "answering" }, EVERYTHING, null, at("2020-10-30T16:05:00")),
  );
  const back = REVIEWED.reduce(
    (request, of) => done(sendBack(request, of, ["self"], "直してください", at("2020-11-09T16:05:59"))),
    made,
  );
  const again = done(
    resubmit(back, EVERYTHING, null, { any: true, of: [] }, at("2020-11-10T16:05:00")),
  );
  const doubly = REVIEWED.reduce(
    (request, of) => done(doubleCheck(request, of, at("2020-11-11T16:05:00"))),
    again,
  );
  const checked = REVIEWED.reduce(
    (request, of) => done(check(request, of, at("2020-11-12T16:05:00"))),
    doubly,
  );
  const examples = Object.fromEntries(COLUMNS.map(({ header, example }) => [header, example]));
  // Nobody is 未依頼 whose documents were sent back.
  assert.deepEqual(recordOf(checked), { ...examples, "ステータス": "再回答" });
});

Deno.test("every status has its word; who has no document has no time", () => {
  const fixed = { "依頼グループ": "依頼グループ1", "社員番号": "1", "姓": "須磨", "名": "太郎" };
  for (const status of REQUEST_STATUSES) {
    const { "ステータス": word, ...rest } = recordOf({ status });
    assert.equal(word, REQUEST_STATUS_LABELS[status]);
    const blanks = Object.fromEntries(COLUMNS.slice(5).map(({ header }) => [header, ""]));
    assert.deepEqual(rest, { ...fixed, ...blanks });
  }
});

Deno.test("作成 is also when staff edit 収集情報 before the request; a saved change makes nothing newer", () => {
  const made = done(saveCollected(FRESH, EVERYTHING, november(1)));
  assert.deepEqual([made.status, times(made)], ["not_requested", ["01 09:30", "", "", "", ""]]);
  assert.deepEqual(times(done(saveCollected(made, EVERYTHING, november(2)))), times(made));
});

const ANSWERED: Request = {
  ...FRESH,
  status: "answered",
  documents: { this_year_dependants: newReview(november(1)) },
};

Deno.test("a 修正依頼 is no 差戻し, and its correction no 更新", () => {
  const asked = done(requestCorrection(ANSWERED, ["self"], "直してください", november(2)));
  assert.deepEqual(times(asked), ["01 09:30", "", "", "", ""]);
  const corrected = done(resubmit(asked, EVERYTHING, null, { any: true, of: [OF] }, november(3)));
  assert.deepEqual(times(corrected), ["01 09:30", "", "", "", ""]);
});

Deno.test("what is set to the same state again has the time of the last; what is taken back keeps it", () => {
  const first = done(check(ANSWERED, OF, november(2)));
  const again = done(check(first, OF, november(3)));
  assert.deepEqual(times(again), ["01 09:30", "", "", "", "03 09:30"]);
  const doubly = done(doubleCheck(ANSWERED, OF, november(2)));
  assert.deepEqual(times(done(doubleCheck(doubly, OF, november(4)))), ["01 09:30", "", "", "04 09:30", ""]);
  assert.deepEqual(times(done(backToWaiting(again, OF))), times(again));
});

Deno.test("a deleted document has no times, nor one that やり直し deleted; made again it is new", () => {
  const checked = done(doubleCheck(ANSWERED, OF, november(2)));
  const gone = ["", "", "", "", ""];
  assert.deepEqual(times(done(deleteDocument(checked, OF))), gone);
  const over = done(restart(checked));
  assert.deepEqual(times(over), gone);
  const anew = done(resubmit(over, EVERYTHING, null, { any: true, of: [] }, november(5)));
  assert.deepEqual(times(anew), ["05 09:30", "", "", "", ""]);
});
