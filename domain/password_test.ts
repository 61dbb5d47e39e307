import assert from "node:assert/strict";
import { Refusal } from "./errors.ts";
import { normalPassword, requireStrong } from "./password.ts";

const USER = { email: "hanako@sample.example", employeeCode: "000123" };

const TABLE: [string, boolean][] = [
  ["correct horse battery", true],
  ["秋の夜長に鳴く虫の声を聞く", true],
  ["x7Kp-2mQz-9vLt", true],
  ["short-pass1", false],
  ["ｓｈｏｒｔ-ｐａｓｓ1", false],
  ["a".repeat(257), false],
  ["aaaaaaaaaaaaaa", false],
  ["123456789012", false],
  ["987654321098", false],
  ["abababababab", false],
  ["Password2026!!", false],
  ["2026-qwertyuiop", false],
  ["hanako-no-himitsu", false],
  ["himitsu-000123-x", false],
];

for (const [password, strong] of TABLE) {
  Deno.test(`password ${password.slice(0, 20)} is ${strong ? "taken" : "refused"}`, () => {
    const attempt = () => requireStrong(password, USER);
    if (strong) assert.doesNotThrow(attempt);
    else assert.throws(attempt, (error) => error instanceof Refusal && error.code === "weak_password");
  });
}

Deno.test("full-width letters are the plain ones", () => {
  assert.equal(normalPassword("ＡＢＣ１２３"), "ABC123");
});
