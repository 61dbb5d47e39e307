import assert from "node:assert/strict";
import fc from "fast-check";
import { safePath } from "./safe_path.ts";

const TABLE: [unknown, string][] = [
  ["/employees?page=2", "/employees?page=2"],
  ["/", "/"],
  ["/検索?q=年調", "/%E6%A4%9C%E7%B4%A2?q=%E5%B9%B4%E8%AA%BF"],
  ["/a#b", "/a"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/a/..//evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["employees", "/"],
  ["", "/"],
  [null, "/"],
  [new File([], "x"), "/"],
];

for (const [given, expected] of TABLE) {
  Deno.test(`return address ${JSON.stringify(given)} leads to ${expected}`, () => {
    assert.equal(safePath(given), expected);
  });
}

Deno.test("whatever is sent, the answer is on this site, and stays so when it is read again", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "@",
    ":",
    "\t",
    "\n",
    "%2f",
    "evil.example",
    "http:",
    "?",
    "#",
    " ",
  );
  const nasty = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 8 }).map((p) =>
    `/${p.join("")}`
  );
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string(), fc.webUrl()), (given) => {
      const path = safePath(given);
      for (const site of ["http://kaisha.example", "https://kaisha.example:8443"]) {
        assert.equal(new URL(path, `${site}/login`).origin, site);
      }
      assert.match(path, /^\/(?!\/)[\x21-\x7e]*$/);
      assert.equal(safePath(path), path);
    }),
    { numRuns: 2_000 },
  );
});
