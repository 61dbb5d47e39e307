import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCp932 } from "../../formats/cp932.ts";
import { fitted } from "./shift_jis.ts";

/** Letters with their marks apart, halves of pairs, and characters that NFC makes others of. */
const ODD = [
  ..."かがヷA=〓神\u{fa19}\u212b\u00e5e\u00e9髙😀𠮟\n",
  "\u3099",
  "\u309a",
  "\u0301",
  "\u030a",
  "\u0338",
  "\u200d",
  "\ud800",
  "\udc00",
];
const cell = fc.array(fc.constantFrom(...ODD), { maxLength: 6 }).map((parts) => parts.join(""));

Deno.test("whatever the rows hold, Shift_JIS can hold what is made of them", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 4 }), (rows) => {
      const { rows: kept, lost } = fitted(rows, 3, 0);
      assert.deepEqual(encodeCp932(kept.flat().join("\n")).lost, []);
      assert.deepEqual(
        lost.map(({ line }) => line),
        rows.flatMap((cells, i) => encodeCp932(cells.join("\n")).lost.length > 0 ? [3 + i] : []),
      );
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("a half of a pair that stands alone is replaced, and its like in a whole pair is not torn out of it", () => {
  const { rows, lost } = fitted([["\ud800", "\u{10000}"]], 3, 0);
  assert.deepEqual(rows, [["〓", "〓"]]);
  assert.deepEqual(lost, [{ line: 3, key: "\ud800", characters: ["\ud800", "\u{10000}"] }]);
});

Deno.test("a name keeps the characters that Shift_JIS has beside one that it lacks", () => {
  const { rows, lost } = fitted([["000001", "\u{fa19}田\u212b", "が\u304b\u3099𠮟", "Jose\u0301"]], 3, 0);
  assert.deepEqual(rows, [["000001", "\u{fa19}田\u212b", "がが〓", "Jose〓"]]);
  assert.deepEqual(lost, [{ line: 3, key: "000001", characters: ["𠮟", "\u0301"] }]);
});
