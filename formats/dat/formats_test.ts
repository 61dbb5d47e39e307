import assert from "node:assert/strict";
import { encodeCp932 } from "../cp932.ts";
import { COMPANY_CODES } from "./company_codes.ts";
import { contractOf, datOf, type RecordValues } from "./dat_test_tools.ts";
import { companyOf, objectionTo } from "./formats.ts";
import type { DatFormat } from "./layout.ts";

const file = (format: DatFormat, codes: string[], first?: RecordValues) =>
  datOf(format, [...(first ? [first] : []), ...codes.map((code) => contractOf(format, code))]);
const ask = (bytes: Uint8Array, format: DatFormat) => objectionTo(bytes, bytes.length, format);

const LINC = file("linc", ["330", "331"]);
const SONPO = file("sonpo", ["330", "331"], { recordType: "heading", nameCode: "ﾐﾎﾝ" });

Deno.test("a file of the chosen format is taken", () => {
  assert.equal(ask(LINC, "linc"), null);
  assert.equal(ask(SONPO, "sonpo"), null);
  assert.equal(ask(file("linc", ["330"]), "linc"), null);
});

Deno.test("a file of the other format is known by name", () => {
  assert.deepEqual(ask(LINC, "sonpo"), { why: "format", is: "linc" });
  assert.deepEqual(ask(file("linc", ["330"]), "sonpo"), { why: "format", is: "linc" });
  assert.deepEqual(ask(SONPO, "linc"), { why: "format", is: "sonpo" });
});

Deno.test("損保標準 whose first 氏名コード begins with 21 passes for both, and its fields decide", () => {
  const both = file("sonpo", ["2100001", "2100002"]);
  assert.equal(ask(both, "sonpo"), null);
  assert.deepEqual(ask(both, "linc"), { why: "format", is: "sonpo" });
});

Deno.test("a file that makes sense in neither is taken as chosen where the rules of recognition allow it", () => {
  const unknown = new TextEncoder().encode(`${"21".padEnd(100, "7")}${"2".repeat(100)}`);
  assert.equal(ask(unknown, "linc"), null);
  assert.equal(ask(unknown, "sonpo"), null);
});

Deno.test("what is neither is told apart from what is no DAT file at all", () => {
  const letters = new TextEncoder().encode("x".repeat(200));
  assert.deepEqual(ask(letters, "linc"), { why: "format", is: null });
  assert.deepEqual(ask(letters, "sonpo"), { why: "format", is: null });
  assert.deepEqual(ask(new Uint8Array(0), "linc"), { why: "empty" });
  assert.deepEqual(ask(new Uint8Array([0x1a]), "linc"), { why: "empty" });
  assert.deepEqual(ask(LINC.subarray(0, 150), "linc"), { why: "records", record: 2 });
  assert.deepEqual(ask(new Uint8Array(200), "linc"), { why: "records", record: 1 });
  assert.deepEqual(ask(new TextEncoder().encode("社員番号,姓,名\r\n"), "linc"), {
    why: "records",
    record: 1,
  });
});

Deno.test("the beginning of a longer file is not taken for its end", () => {
  assert.equal(objectionTo(LINC.subarray(0, 150), 10_000_000, "linc"), null);
  assert.deepEqual(objectionTo(SONPO.subarray(0, 250), 10_000_000, "linc"), { why: "format", is: "sonpo" });
});

Deno.test("a 会社コード of our table has a name, any other none", () => {
  for (const [code, name] of Object.entries(COMPANY_CODES)) {
    assert.match(code, /^\d{4}$/);
    assert.equal(companyOf(code), name);
    assert.deepEqual(encodeCp932(name).lost, [], "result files are Shift_JIS");
  }
  assert.deepEqual([companyOf("9999"), companyOf("toString")], [null, null]);
});
