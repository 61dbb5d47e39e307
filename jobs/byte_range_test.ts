import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../domain/errors.ts";
import { byteRange } from "./byte_range.ts";

Deno.test("what a Range header asks for, of a file of ten bytes", () => {
  const table: [string | null, [number, number] | null][] = [
    [null, null],
    ["", null],
    ["bytes=0-9", [0, 9]],
    ["bytes=0-0", [0, 0]],
    ["bytes=3-5", [3, 5]],
    [" bytes=3-5 ", [3, 5]],
    ["bytes=3-", [3, 9]],
    ["bytes=3-99999999999999999999", [3, 9]],
    ["bytes=-4", [6, 9]],
    ["bytes=-99", [0, 9]],
    ["bytes=9-9", [9, 9]],
    // Not understood, several, or the wrong way round: all of it.
    ["bytes=-", null],
    ["bytes=5-3", null],
    ["bytes=0-1,3-4", null],
    ["items=0-1", null],
    ["bytes=a-b", null],
    ["bytes 0-1", null],
    ["bytes=1.5-2", null],
  ];
  for (const [header, expected] of table) {
    const range = expected && { first: expected[0], last: expected[1] };
    assert.deepEqual(byteRange(header, 10), range, String(header));
  }
});

Deno.test("what lies behind the end cannot be satisfied, and the refusal says how large the file is", () => {
  for (
    const [header, size] of [["bytes=10-", 10], ["bytes=10-20", 10], ["bytes=-0", 10], ["bytes=0-", 0], [
      "bytes=-1",
      0,
    ]] as const
  ) {
    assert.throws(
      () => byteRange(header, size),
      (error) =>
        error instanceof Refusal && error.code === "range_not_satisfiable" && error.params.size === size,
      header,
    );
  }
});

Deno.test("whatever is asked for lies inside the file", () => {
  const header = fc.tuple(fc.option(fc.nat(20)), fc.option(fc.nat(20)))
    .map(([from, to]) => `bytes=${from ?? ""}-${to ?? ""}`);
  fc.assert(fc.property(header, fc.nat(12), (text, size) => {
    try {
      const range = byteRange(text, size);
      if (range) assert.ok(0 <= range.first && range.first <= range.last && range.last < size);
    } catch (error) {
      assert.ok(error instanceof Refusal);
    }
  }));
});
