import assert from "node:assert/strict";
import { REASON_CODES } from "../domain/reasons.ts";
import { factText } from "./audit_view.ts";

Deno.test("監査ログ says why in whole words, also where what a reason is about was not kept", () => {
  assert.equal(factText({ reason: "no_pages" }, "reason"), "作成する書類がありません");
  assert.equal(factText({ reason: "employee_not_found" }, "reason"), "従業員が見つかりませんでした");
  assert.equal(factText({ reason: "of_another_version" }, "reason"), "of_another_version");
  for (const code of REASON_CODES) {
    const said = factText({ reason: code }, "reason");
    assert.doesNotMatch(said, /[{}]|「」|^$|^[がのにを]|、が/, code);
  }
});
