import assert from "node:assert/strict";
import fc from "fast-check";
import { CsvError, type CsvRecord, firstRecord, MAX_RECORD_CHARS, readCsv } from "./csv_read.ts";
import { csvRecord } from "./csv_write.ts";
import { breaksIn, lineEnd, records } from "./csv_test_tools.ts";
import { all, cutAt, places, python, streamOf, testFile, testWithPython } from "./test_tools.ts";

async function read(...pieces: string[]): Promise<CsvRecord[]> {
  return (await all(readCsv(streamOf(pieces)))).flat();
}

const cells = async (...pieces: string[]) => (await read(...pieces)).map((record) => record.cells);

for (const [name, end] of [["CRLF", "\r\n"], ["LF", "\n"], ["CR", "\r"]] as const) {
  Deno.test(`lines that end with ${name} are read, the last with or without`, async () => {
    const text = `社員番号,姓${end}000001,"山田, 太郎"${end}"000002",""`;
    const expected = [["社員番号", "姓"], ["000001", "山田, 太郎"], ["000002", ""]];
    assert.deepEqual(await cells(text), expected);
    assert.deepEqual(await cells(text + end), expected);
    assert.deepEqual(await cells(...text), expected, "character by character");
  });
}

Deno.test("line numbers count blank lines and breaks in quoted cells", async () => {
  const text = 'a,b\r\n\r\n"x\r\ny","1\n2\r3"\n\n\rc,d\r\n';
  assert.deepEqual(await read(text), [
    { line: 1, cells: ["a", "b"] },
    { line: 3, cells: ["x\r\ny", "1\n2\r3"] },
    { line: 9, cells: ["c", "d"] },
  ]);
});

Deno.test("a break in a quoted cell counts when the cell comes in two pieces", async () => {
  assert.deepEqual((await read('a\n"b\n', 'c"\nd\n')).map(({ line }) => line), [1, 2, 4]);
});

Deno.test("a BOM is no part of the first cell, and one elsewhere stays", async () => {
  assert.deepEqual(await cells("", '\ufeff"a",b\n', "\ufeffc,d"), [["a", "b"], ["\ufeffc", "d"]]);
});

Deno.test("tabs, semicolons and spaces separate nothing", async () => {
  assert.deepEqual(await cells("a\tb;c, d \n"), [["a\tb;c", " d "]]);
});

Deno.test("a quotation mark in a cell that began without one is a character", async () => {
  assert.deepEqual(await cells('15"画面,a "b" c\n1,2'), [['15"画面', 'a "b" c'], ["1", "2"]]);
});

Deno.test("nothing, blank lines and a BOM alone hold no record", async () => {
  for (const text of ["", "\n", "\r\n\r\n", "\r", "\ufeff", '""\n']) assert.deepEqual(await cells(text), []);
});

async function failure(text: string): Promise<{ line: number; fault: string; before: number }> {
  let before = 0;
  try {
    for await (const batch of readCsv(streamOf([text]))) before += batch.length;
  } catch (error) {
    assert.ok(error instanceof CsvError);
    return { line: error.line, fault: error.fault, before };
  }
  assert.fail("no error");
}

Deno.test("a broken quote names the line where its record starts, behind the records before it", async () => {
  const quote = { line: 3, fault: "quote", before: 2 };
  assert.deepEqual(await failure('a,b\r\nc,d\r\n"e"x,f\r\n'), quote);
  assert.deepEqual(await failure('a,b\r\nc,d\r\n"e,f\r\ng,h\r\n'), quote, "never closed");
  assert.deepEqual(await failure('a,b\nc,d\n"e,f\n"g","h"\n'), quote, "closed by a later one");
  assert.deepEqual(await failure('a,"1\n2"\n"e'), { ...quote, before: 1 });
});

Deno.test("an open quote swallows no more than a record's limit", async () => {
  let pieces = 0;
  async function* endless() {
    yield 'a,b\n"';
    while (pieces++ < 10_000) yield await Promise.resolve("x".repeat(65_536));
  }
  const reading = all(readCsv(endless()));
  await assert.rejects(
    reading,
    (error) => error instanceof CsvError && error.line === 2 && error.fault === "too_long",
  );
  assert.equal(pieces, Math.ceil(MAX_RECORD_CHARS / 65_536));
});

Deno.test("the next piece is read when the batch before it is taken", async () => {
  let pieces = 0;
  async function* source() {
    while (pieces < 100) yield await Promise.resolve(`${++pieces},a\n`);
  }
  const batches = readCsv(source());
  await batches.next();
  await batches.next();
  assert.equal(pieces, 2);
  await batches.return();
});

Deno.test("any records, with any line ends, in any pieces, are read as they were written", async () => {
  const line = fc.tuple(records, fc.array(lineEnd, { minLength: 12, maxLength: 12 }), fc.nat(2));
  await fc.assert(fc.asyncProperty(line, places, async ([written, ends, blanks], cuts) => {
    let text = "";
    const expected: CsvRecord[] = [];
    written.forEach((record, i) => {
      // A lone CR followed by a line that starts with LF would be one CRLF: blank lines are CRLF then.
      expected.push({ line: 1 + breaksIn(text), cells: record });
      text += csvRecord(record).slice(0, -2) + ends[i] + "\r\n".repeat(ends[i] === "\r" ? 0 : blanks);
    });
    assert.deepEqual(await read(...cutAt(text, cuts)), expected);
    assert.deepEqual(await read(...text.split("")), expected, "character by character");
  }));
});

Deno.test("a header can be taken as soon as it is complete", () => {
  assert.equal(firstRecord("社員番号,姓"), null);
  assert.equal(firstRecord('社員番号,"姓\n'), null);
  assert.equal(firstRecord("社員番号,姓\r"), null, "the LF may follow");
  assert.deepEqual(firstRecord("社員番号,姓", true), { line: 1, cells: ["社員番号", "姓"] });
  assert.deepEqual(firstRecord('\ufeff\r\n社員番号,姓\r\n"', false), { line: 2, cells: ["社員番号", "姓"] });
  assert.equal(firstRecord("\r\n", true), null);
  assert.throws(() => firstRecord('"a"b,c\n'), CsvError);
  assert.throws(() => firstRecord('"a,c\n', true), CsvError);
});

const PYTHON_READ = `
import csv, io, json, sys
reader = csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline=""))
out, line = [], 1
for row in reader:
    if row: out.append({"line": line, "cells": row})
    line = reader.line_num + 1
json.dump(out, sys.stdout)
`;

testWithPython("Python's csv reads the same records on the same lines", async () => {
  const samples = fc.sample(fc.tuple(records, lineEnd), { numRuns: 60, seed: 2026 });
  const text = samples.map(([written, end]) =>
    written.map((r) => csvRecord(r).slice(0, -2) + end + "\r\n").join("")
  )
    .join("");
  assert.deepEqual(await read(text), JSON.parse(await python(PYTHON_READ, text)));
});

testWithPython("what Python's csv writes is read", async () => {
  const samples = fc.sample(records, { numRuns: 60, seed: 2027 }).flat();
  const script = `
import csv, io, json, sys
out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8-sig", newline="")
csv.writer(out, quoting=csv.QUOTE_ALL).writerows(json.load(sys.stdin))
`;
  assert.deepEqual(await cells(await python(script, JSON.stringify(samples))), samples);
});

testWithPython("published files are read as Python reads them", async () => {
  for (const name of ["KEN_ALL-excerpt", "KEN_ALL_ROME-excerpt", "syukujitsu-2026"]) {
    const bytes = testFile(`${name}.utf8.csv`);
    const expected = JSON.parse(await python(PYTHON_READ, bytes));
    assert.deepEqual(await read(new TextDecoder().decode(bytes)), expected);
  }
});
