import assert from "node:assert/strict";
import type { UploadSpec } from "../../jobs/service.ts";
import { checkFile, checkForm } from "./check_form.ts";

const upload: UploadSpec = {
  accept: ".csv",
  extensions: [".csv"],
  maxBytes: 1024 * 1024,
  maxRows: 10,
  template: "/t",
  columns: [],
  columnsText: null,
  encoding: "UTF-8",
};
const check = (...files: { name: string; size: number }[]) => checkFile(files, upload);

Deno.test("checkFile lets a good file pass, whatever the case of its extension", () => {
  assert.equal(check({ name: "社員.csv", size: 1 }), null);
  assert.equal(check({ name: "A.CSV", size: 1024 * 1024 }), null);
});

Deno.test("checkFile names what is wrong and what to do", () => {
  assert.equal(check(), "ファイルが選択されていません。取り込むファイルを選択してください。");
  assert.match(check({ name: "a.xlsx", size: 1 })!, /a\.xlsx.*\.csvファイルを選択してください。/);
  assert.match(check({ name: "a.csv", size: 0 })!, /中身が空です/);
  assert.match(check({ name: "a.csv", size: 1024 * 1024 + 1 })!, /上限（1MB）/);
  assert.match(check({ name: "a.csv", size: 1 }, { name: "b.csv", size: 1 })!, /1つだけ/);
});

Deno.test("checkForm asks for a choice of several first, by its name", () => {
  const unanswered = [{ name: "documents", legend: "書類" }];
  assert.deepEqual(checkForm({ password: { value: "" }, file: null, upload: null, unanswered }), {
    options: { documents: "「書類」が選択されていません。1つ以上選択してください。" },
  });
});

Deno.test("checkForm looks at what is asked for only, and names every field that is wrong", () => {
  const file = { files: [{ name: "a.csv", size: 1 }] };
  assert.deepEqual(checkForm({ password: null, file: null, upload: null }), {});
  assert.deepEqual(checkForm({ password: { value: "x" }, file, upload }), {});
  assert.deepEqual(Object.keys(checkForm({ password: { value: "" }, file: { files: [] }, upload })), [
    "password",
    "file",
  ]);
});
