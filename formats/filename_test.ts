import assert from "node:assert/strict";
import fc from "fast-check";
import { contentDisposition, safeFileName, withSuffix } from "./filename.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

Deno.test("ordinary Japanese names stay as they are", () => {
  for (
    const name of [
      "依頼状況一覧_20261122130405.csv",
      "【OBC奉行インポート用】R08年末調整用.csv",
      "a b.zip",
      "見積(1).pdf",
    ]
  ) {
    assert.equal(safeFileName(name), name);
  }
});

Deno.test("names that a system would refuse or misread are changed", () => {
  assert.equal(safeFileName("../../etc/passwd"), "_.._etc_passwd");
  assert.equal(safeFileName("C:\\temp\\a.csv"), "C__temp_a.csv");
  assert.equal(safeFileName("a\0b\r\nc.csv"), "a_b__c.csv");
  assert.equal(safeFileName("CON.csv"), "_CON.csv");
  assert.equal(safeFileName("com1"), "_com1");
  assert.equal(safeFileName("console.csv"), "console.csv");
  assert.equal(safeFileName("name.csv. . "), "name.csv");
  assert.equal(safeFileName(".htaccess"), "htaccess");
  assert.equal(safeFileName("か\u3099.csv"), "が.csv", "NFC");
  assert.equal(safeFileName("報告\u202evsc.exe"), "報告_vsc.exe", "no turning of the reading direction");
  assert.equal(safeFileName(" . "), "download");
  assert.equal(safeFileName("", "添付ファイル"), "添付ファイル");
});

Deno.test("a long name keeps its extension and whole characters", () => {
  const name = safeFileName("年".repeat(100) + ".csv");
  assert.equal(name, "年".repeat(65) + ".csv");
  assert.equal(withSuffix(name, "_エラー"), "年".repeat(62) + "_エラー.csv");
});

Deno.test("a suffix stands before the extension", () => {
  assert.equal(withSuffix("元の名前.csv", "_エラー"), "元の名前_エラー.csv");
  assert.equal(withSuffix("v1.2 一覧", "_エラー"), "v1.2 一覧_エラー");
});

Deno.test("any name becomes a safe one, and a safe one stays", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
    const safe = safeFileName(name);
    assert.ok(safe !== "" && bytes(safe) <= 200);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(safe, /[/\\:*?"<>|\0-\x1f\x7f]|^[. ]|[. ]$/);
    assert.equal(safe, safe.normalize("NFC"));
    assert.equal(safeFileName(safe), safe);
  }));
});

Deno.test("Content-Disposition has an ASCII name and the true one", () => {
  assert.equal(
    contentDisposition("一覧 (1)'50%'*.csv"),
    `attachment; filename="_ (1)'50_'_.csv"; filename*=UTF-8''%E4%B8%80%E8%A6%A7%20%281%29%2750%25%27_.csv`,
  );
});

Deno.test("Content-Disposition is one header line of ASCII that gives the safe name back", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
    const value = contentDisposition(name);
    const parts = /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/
      .exec(value);
    assert.ok(parts, value);
    assert.doesNotMatch(parts[1]!, /["\\%]/);
    assert.equal(decodeURIComponent(parts[2]!), safeFileName(name));
    new Headers({ "content-disposition": value });
  }));
});
