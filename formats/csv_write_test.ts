import assert from "node:assert/strict";
import fc from "fast-check";
import { readCsv } from "./csv_read.ts";
import { csvRecord, encodeCsv, neutraliseCell, QUOTED_EMPTY, restoreCell } from "./csv_write.ts";
import { records } from "./csv_test_tools.ts";
import { all, python, streamOf, testWithPython } from "./test_tools.ts";

const style = { charset: "utf-8", neutralise: false } as const;

Deno.test("quotes stand only where they must", () => {
  assert.equal(
    csvRecord(["a", "", " b ", "a,b", 'a"b', "a\nb", "a\rb"]),
    'a,, b ,"a,b","a""b","a\nb","a\rb"\r\n',
  );
  assert.equal(csvRecord([""]), '""\r\n');
});

Deno.test("a cell that is empty on purpose has its quotes in any style, and is read as empty", async () => {
  for (const charset of ["utf-8", "shift_jis"] as const) {
    for (const neutralise of [true, false]) {
      const rows = [["別居", QUOTED_EMPTY, ""], ["", QUOTED_EMPTY]];
      const { bytes, lost } = encodeCsv(rows, { charset, neutralise }, false);
      const text = new TextDecoder(charset).decode(bytes);
      assert.equal(text, '別居,"",\r\n,""\r\n');
      assert.deepEqual(lost, []);
      const read = (await all(readCsv(streamOf([text])))).flat().map(({ cells }) => cells);
      assert.deepEqual(read, [["別居", "", ""], ["", ""]]);
    }
  }
});

Deno.test("only the start of a UTF-8 file has a BOM", () => {
  const text = (start: boolean) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(encodeCsv([["姓"]], style, start).bytes);
  assert.equal(text(true), "\ufeff姓\r\n");
  assert.equal(text(false), "姓\r\n");
  assert.equal(encodeCsv([["姓"]], { ...style, charset: "shift_jis" }, true).bytes.toHex(), "90a90d0a");
});

Deno.test("characters that Shift_JIS lacks are told with their record", () => {
  const rows = [["000001", "山田"], ["000002", "𠮷田👍"], ["000003", "髙橋"], ["000004", "€𠮷"]];
  assert.deepEqual(encodeCsv(rows, { charset: "shift_jis", neutralise: true }, false).lost, [
    { index: 1, characters: ["𠮷", "👍"] },
    { index: 3, characters: ["€", "𠮷"] },
  ]);
  assert.deepEqual(encodeCsv(rows, style, false).lost, []);
});

Deno.test("cells that spreadsheets take for formulas get an apostrophe, numbers and - do not", () => {
  const marked = [
    "=1+1",
    "+81-3-1234-5678",
    "-1+2",
    "-2026/1/1",
    "@SUM(A1)",
    "\ta",
    "\ra",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "--",
  ];
  for (const cell of marked) assert.equal(neutraliseCell(cell), `'${cell}`);
  for (
    const cell of [
      "-",
      "-1",
      "+0.5",
      "-1,234,567",
      "-12345.60",
      "2026/12/31",
      "令和8年",
      "a=b",
      " =1",
      "",
      "'",
      "'a",
    ]
  ) {
    assert.equal(neutraliseCell(cell), cell);
  }
});

Deno.test("an apostrophe that would be taken off is doubled", () => {
  assert.equal(neutraliseCell("'=1"), "''=1");
  assert.equal(neutraliseCell("'-5"), "''-5");
  assert.equal(neutraliseCell("''"), "'''");
});

Deno.test("imports take one apostrophe off where it is a mark", () => {
  for (
    const [cell, value] of [["'=1", "=1"], ["'＠a", "＠a"], ["'-5", "-5"], ["''=1", "'=1"], ["'a", "'a"], [
      "'",
      "'",
    ], ["-5", "-5"]]
  ) {
    assert.equal(restoreCell(cell!), value);
  }
});

const risky = fc.string({ unit: fc.constantFrom(..."=+-@\t\r＝＋－＠'1,. a"), maxLength: 6 });

Deno.test("every value comes back, and none that is marked starts like a formula", () => {
  fc.assert(
    fc.property(fc.oneof(risky, fc.string({ unit: "binary" })), (value) => {
      const cell = neutraliseCell(value);
      assert.equal(restoreCell(cell), value);
      if (/^[=+\-@\t\r＝＋－＠]/.test(cell)) assert.match(cell, /^(-|[+-][\d,]+(\.\d+)?)$/);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("what is written is read", async () => {
  await fc.assert(fc.asyncProperty(records, fc.boolean(), async (rows, neutralise) => {
    const text = new TextDecoder().decode(encodeCsv(rows, { charset: "utf-8", neutralise }, true).bytes);
    const read = (await all(readCsv(streamOf([text])))).flat().map(({ cells }) => cells);
    assert.deepEqual(neutralise ? read.map((cells) => cells.map(restoreCell)) : read, rows);
  }));
});

testWithPython("Python's csv reads what is written", async () => {
  const rows = fc.sample(records, { numRuns: 60, seed: 2028 }).flat();
  const script = `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
json.dump(list(csv.reader(text, strict=True)), sys.stdout)
`;
  assert.deepEqual(JSON.parse(await python(script, encodeCsv(rows, style, true).bytes)), rows);
});

testWithPython("Python's csv finds what is empty on purpose empty", async () => {
  const script = `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
json.dump(list(csv.reader(text, strict=True)), sys.stdout)
`;
  const { bytes } = encodeCsv([["a", QUOTED_EMPTY, "b"]], { charset: "utf-8", neutralise: true }, true);
  assert.deepEqual(JSON.parse(await python(script, bytes)), [["a", "", "b"]]);
});
