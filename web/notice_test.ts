import assert from "node:assert/strict";
import { noticeIn, withNotice } from "./notice.ts";

const at = (path: string) => new URL(path, "http://localhost");

Deno.test("what was done travels as a word, replaces an older one, and comes back as our sentence", () => {
  const path = withNotice("/employees?q=%E5%B1%B1&notice=group_created", "employees_deleted", 1234);
  assert.equal(path, "/employees?q=%E5%B1%B1&notice=employees_deleted.1234");
  assert.equal(noticeIn(at(path)), "1,234名の従業員を削除しました。");
  assert.equal(withNotice("https://elsewhere.example/", "group_created"), "/?notice=group_created");
});

Deno.test("an address of somebody's making says nothing of theirs", () => {
  for (const word of ["", "hello", "constructor", "group_created.x", "<b>", "employees_deleted.1e9"]) {
    assert.equal(noticeIn(at(`/employees?notice=${encodeURIComponent(word)}`)), null, word);
  }
  assert.equal(noticeIn(at("/employees")), null);
});
