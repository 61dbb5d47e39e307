import assert from "node:assert/strict";
import { EVERYONE } from "../domain/permission.ts";
import { readInvite } from "./account_form.ts";

function invite(fields: Record<string, string>) {
  const data = new FormData();
  const all = { name: "山田 花子", email: "hanako@example.co.jp", code: "", role: "confirm", ...fields };
  for (const [name, value] of Object.entries(all)) data.set(name, value);
  return readInvite(data);
}

Deno.test("a filled form makes an account, blanks trimmed and full-width letters plain", () => {
  assert.deepEqual(invite({ name: " 山田 花子 ", email: " Ｈanako@Example.co.jp ", code: "００１" }), {
    user: {
      name: "山田 花子",
      email: "hanako@example.co.jp",
      employeeCode: "001",
      role: "confirm",
      range: EVERYONE,
    },
  });
  assert.deepEqual(invite({ email: "", code: "000123" }), {
    user: { name: "山田 花子", email: null, employeeCode: "000123", role: "confirm", range: EVERYONE },
  });
});

const WRONG: [Record<string, string>, string][] = [
  [{ name: "  " }, "name"],
  [{ name: "あ".repeat(101) }, "name"],
  [{ email: "hanako" }, "email"],
  [{ email: `${"a".repeat(250)}@example.co.jp` }, "email"],
  [{ email: "", code: "" }, "email"],
  [{ code: "a@b" }, "code"],
  [{ code: "1".repeat(51) }, "code"],
  [{ role: "owner" }, "role"],
  [{ role: "" }, "role"],
];
for (const [fields, field] of WRONG) {
  Deno.test(`${JSON.stringify(fields).slice(0, 40)} is an error at ${field}, and nothing typed is lost`, () => {
    const result = invite(fields);
    assert("form" in result);
    assert.deepEqual(Object.keys(result.form.errors), [field]);
    assert.match(result.form.errors[field as "name"] ?? "", /^[^。]+。[^。]+。$/);
    for (const [name, value] of Object.entries(fields)) {
      assert.equal(result.form.values[name as "name"], value);
    }
  });
}
