import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { readRange } from "./range_form.ts";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

Deno.test("everybody and 本人 need no more; a condition takes its lists", () => {
  assert.deepEqual(readRange(form(["range", "all"], ["department", "営業部"])), { kind: "all" });
  assert.deepEqual(readRange(form(["range", "own"])), { kind: "own", self: null });
  assert.deepEqual(
    readRange(form(
      ["range", "condition"],
      ["department", "営業部"],
      ["department", "営業部"],
      ["department", ""],
      ["below", "製造部"],
      ["employment_type", "正社員"],
      ["own_department", "both"],
    )),
    {
      kind: "condition",
      departments: ["営業部"],
      below: ["製造部"],
      employmentTypes: ["正社員"],
      ownDepartment: "both",
      self: null,
    },
  );
});

Deno.test("a condition that says nothing is not everybody, and what is made up is refused", () => {
  assert.throws(() => readRange(form(["range", "condition"])), refused("invalid_field"));
  assert.throws(() => readRange(form(["range", "everything"])), refused("bad_request"));
  assert.throws(() => readRange(form()), refused("bad_request"));
  assert.throws(
    () => readRange(form(["range", "condition"], ["own_department", "theirs"])),
    refused("bad_request"),
  );
  const many = Array.from({ length: 201 }, (_, i): [string, string] => ["department", `部${i}`]);
  assert.throws(() => readRange(form(["range", "condition"], ...many)), refused("bad_request"));
});
