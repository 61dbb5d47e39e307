import assert from "node:assert/strict";
import type { Employee } from "./employee.ts";
import { FILTER_FIELDS, isUnfiltered, memberFilterOf, memberTest } from "./member_filter.ts";
import { newRequest, type Request, type Review, type ReviewStatus } from "./request.ts";
import { newReview } from "./request_acts/documents.ts";
import { documentsRollUp, rollUp } from "./roll_up.ts";
import type { Member } from "./stores.ts";

const EMPLOYEE = {
  code: "000123",
  lastName: "髙橋",
  firstName: "ﾏﾘｱ",
  lastNameKana: "タカハシ",
  firstNameKana: "マリア",
  department: "営業部",
  employmentType: null,
} as Employee;

function review(status: ReviewStatus): Review {
  return { ...newReview(1), status };
}

function passes(query: string, request: Partial<Request> | null = {}): boolean {
  const member: Member = { employee: EMPLOYEE, request: request && { ...newRequest("1"), ...request } };
  return memberTest(memberFilterOf(new URLSearchParams(query)))(member);
}

Deno.test("text finds 社員番号, 氏名 and カナ whatever their width, spaces and kind of kana", () => {
  for (const text of ["0123", "髙橋 マリア", "髙橋　ﾏﾘｱ", "髙橋マ", "たかはし", "ﾀｶﾊｼ まりあ", "１２３"]) {
    assert.equal(passes(`q=${encodeURIComponent(text)}`), true, text);
  }
  for (const text of ["高橋", "124", "たなか"]) {
    assert.equal(passes(`q=${encodeURIComponent(text)}`), false, text);
  }
});

Deno.test("values of one field are alternatives, fields are all asked for", () => {
  assert.equal(passes("status=answered&status=not_requested"), true);
  assert.equal(passes("status=answered"), false);
  assert.equal(passes("status=not_requested&department=人事部"), false);
  assert.equal(passes("department=営業部&employment="), true);
  assert.equal(passes("employment=正社員"), false);
});

Deno.test("conditions on the 依頼", () => {
  assert.equal(passes("exclusion=paper", { exclusion: "paper" }), true);
  assert.equal(passes("exclusion=paper", { exclusion: null }), false);
  assert.equal(passes("created=insurance", { documents: { insurance: review("checked") } }), true);
  assert.equal(passes("created=housing_loan", { documents: { insurance: review("checked") } }), false);
  assert.equal(passes("documents=checked", { documents: { insurance: review("checked") } }), true);
  assert.equal(passes("previous_job=none"), true);
  assert.equal(passes("previous_job=none", { previousJob: review("waiting") }), false);
  assert.equal(passes("previous_job=none", null), false, "no 依頼, no condition on it is met");
});

Deno.test("what is unknown in an address is left out, and long texts are cut", () => {
  const filter = memberFilterOf(new URLSearchParams(`status=x&documents=&q=${"a".repeat(500)}`));
  assert.deepEqual([filter.statuses, filter.documents, filter.text.length], [[], [], 100]);
  assert.equal(isUnfiltered(memberFilterOf(new URLSearchParams("status=x&q=%20"))), true);
  for (const name of Object.values(FILTER_FIELDS)) {
    const value = { status: "answered", exclusion: "paper", created: "insurance", q: "a" }[name as string] ??
      "none";
    assert.equal(isUnfiltered(memberFilterOf(new URLSearchParams({ [name]: value }))), false, name);
  }
});

Deno.test("several 確認状況 come to one: 差し戻し wins, ダブルチェック待ち is waiting", () => {
  const of = (...statuses: ReviewStatus[]) => rollUp(statuses.map(review));
  assert.equal(of(), "none");
  assert.equal(rollUp([undefined]), "none");
  assert.equal(of("checked", "returned", "waiting"), "returned");
  assert.equal(of("checked", "double_waiting"), "waiting");
  assert.equal(of("checked", "checked"), "checked");
  assert.equal(
    documentsRollUp({ ...newRequest("1"), documents: { insurance: review("waiting") } }),
    "waiting",
  );
});
