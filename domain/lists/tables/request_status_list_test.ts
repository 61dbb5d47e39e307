import assert from "node:assert/strict";
import fc from "fast-check";
import { collected } from "../../declaration/declaration_fixture.ts";
import {
  DOCUMENT_KINDS,
  EXCLUSION_LABELS,
  EXCLUSIONS,
  type Request,
  REQUEST_STATUS_LABELS,
  REQUEST_STATUSES,
  type Review,
  REVIEW_STATUS_LABELS,
  REVIEW_STATUSES,
} from "../../request.ts";
import { newReview } from "../../request_acts/documents.ts";
import { recordsOf, rowOf as employeeRow } from "../row_fixture.ts";
import type { AskedRow } from "../row.ts";
import columns from "../testdata/lists.json" with { type: "json" };
import { REQUEST_STATUS_LIST } from "./request_status_list.ts";

const { group, request: FRESH, employee } = employeeRow(collected());
const EMPLOYEE = { ...employee, department: "総務部", employmentType: "正社員" };

const review = (status: Review["status"]): Review => ({ ...newReview(0), status });

const recordOf = (row: AskedRow) => recordsOf(REQUEST_STATUS_LIST, row)[0]!;
const rowOf = (request: Partial<Request>) =>
  recordOf({ group, employee: EMPLOYEE, request: { ...FRESH, ...request } });

/** The column of each document. */
const DOCUMENTS = {
  this_year_dependants: "今年扶養控除",
  next_year_dependants: "来年扶養控除",
  insurance: "保険控除",
  basic_spouse_adjustment: "基礎控除兼所得控除兼配偶者控除",
  housing_loan: "住宅ローン",
} as const;

Deno.test("the columns and the example row are those of the table", () => {
  assert.deepEqual(REQUEST_STATUS_LIST.header, columns.request_status_list.map(({ header }) => header));
  const at = (text: string) => Date.parse(`${text}+09:00`);
  const checked = review("checked");
  const row = rowOf({
    status: "confirmed",
    exclusion: "paper",
    documents: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, checked])),
    previousJob: checked,
    returnedAt: at("2020-10-01T00:00:00"),
    memos: [
      { text: "古いメモ", at: at("2020-09-30T12:00:00"), by: "x" },
      {
        text: "海外出張中のため、イレギュラー対応。依頼は11月中旬に実施",
        at: at("2020-10-01T15:30:48"),
        by: "x",
      },
    ],
  });
  const examples = columns.request_status_list.map(({ header, example }) => [header, example]);
  // The one cell in which the examples of the table do not fit together: 未依頼 has no checked documents.
  assert.deepEqual(row, { ...Object.fromEntries(examples), ステータス: "確定" });
});

const allowed = new Map(columns.request_status_list.map(({ header, allowed }) => [header, allowed]));

Deno.test("every status and every 対象外理由 has its word of the table", () => {
  assert.deepEqual(
    REQUEST_STATUSES.map((status) => rowOf({ status })["ステータス"]),
    allowed.get("ステータス"),
  );
  const reasons = EXCLUSIONS.map((exclusion) => rowOf({ exclusion })["対象外理由"]);
  assert.deepEqual(reasons, Object.values(EXCLUSION_LABELS));
  for (const reason of allowed.get("対象外理由")!) {
    assert.ok(reasons.includes(reason as typeof reasons[0]), reason);
  }
  assert.equal(rowOf({})["対象外理由"], "");
});

Deno.test("documents: the status word before there are any, 未作成 after the deadline, else their own or 未作成", () => {
  for (const [kind, column] of Object.entries(DOCUMENTS)) {
    for (const status of REQUEST_STATUSES) {
      for (const own of [undefined, ...REVIEW_STATUSES]) {
        const cell = rowOf({ status, documents: own ? { [kind]: review(own) } : {} })[column];
        const expected = ["not_requested", "requested", "answering"].includes(status)
          ? REQUEST_STATUS_LABELS[status]
          : own && status !== "expired"
          ? REVIEW_STATUS_LABELS[own]
          : "未作成";
        assert.equal(cell, expected, `${column} ${status} ${own}`);
        assert.ok(allowed.get(column)!.includes(cell!));
      }
    }
  }
});

Deno.test("前職情報 of 未依頼 has a status of its own", () => {
  for (const status of REQUEST_STATUSES) {
    for (const own of [undefined, ...REVIEW_STATUSES]) {
      const cell = rowOf({ status, previousJob: own && review(own) })["前職情報"];
      const expected = ["requested", "answering"].includes(status)
        ? REQUEST_STATUS_LABELS[status]
        : own && status !== "expired"
        ? REVIEW_STATUS_LABELS[own]
        : "未作成";
      assert.equal(cell, expected, `${status} ${own}`);
      assert.ok(allowed.get("前職情報")!.includes(cell!));
    }
  }
});

Deno.test("a document of one kind shows in its own column only", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DOCUMENT_KINDS), fc.constantFrom(...REVIEW_STATUSES), (kind, own) => {
      const row = rowOf({ status: "answered", documents: { [kind]: review(own) } });
      for (const [other, column] of Object.entries(DOCUMENTS)) {
        assert.equal(row[column], other === kind ? REVIEW_STATUS_LABELS[own] : "未作成");
      }
    }),
  );
});

Deno.test("what is not there is blank; dates are of Tokyo", () => {
  const bare = { group, employee: { ...EMPLOYEE, department: null, employmentType: null }, request: FRESH };
  assert.deepEqual(REQUEST_STATUS_LIST.rows(bare), [[
    "依頼グループ1",
    "未依頼",
    "",
    "1",
    "",
    "須磨 太郎",
    "",
    "未依頼",
    "未依頼",
    "未依頼",
    "未依頼",
    "未作成",
    "未依頼",
    "",
    "",
    "",
  ]]);
  const late = Date.UTC(2026, 9, 31, 15, 0, 0);
  assert.equal(rowOf({ returnedAt: late })["差戻し日"], "2026/11/01");
  const memo = { text: "", at: late - 1_000, by: "x" };
  assert.equal(rowOf({ memos: [memo] })["コメント日時（直近のみ）"], "2026/10/31 23:59:59");
});
