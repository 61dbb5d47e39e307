import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCp932 } from "./cp932.ts";
import { python, testFile, testWithPython } from "./test_tools.ts";

interface Case {
  codePoint: string;
  expected: string | null;
}

const table = JSON.parse(new TextDecoder().decode(testFile("cp932-tricky.json")));
const cases: Case[] = [
  ...table.tricky.map((c: Record<string, string>) => ({
    codePoint: c.codePoint,
    expected: c.whatwgShiftJisEncode,
  })),
  ...table.encodeDifferences.map((c: Record<string, string>) => ({
    codePoint: c.codePoint,
    expected: c.whatwg,
  })),
];

/** Where we leave the WHATWG algorithm: same-looking characters are taken, and ¥ ‾ are not made \ ~. */
const OURS: Record<string, string | null> = {
  "〜": "8160",
  "‖": "8161",
  "—": "815c",
  "¥": null,
  "‾": null,
};

const read = (bytes: Uint8Array) => new TextDecoder("shift_jis").decode(bytes);

Deno.test("every character on which encoders differ is written as Windows writes it, or told", () => {
  for (const { codePoint, expected } of cases) {
    const character = String.fromCodePoint(parseInt(codePoint.slice(2), 16));
    const hex = character in OURS ? OURS[character]! : expected;
    const { bytes, lost } = encodeCp932(character);
    assert.equal(bytes.toHex(), hex ?? "3f", `${character} ${codePoint}`);
    assert.deepEqual(lost, hex === null ? [character] : [], `${character} ${codePoint}`);
  }
});

for (const name of ["KEN_ALL-excerpt", "KEN_ALL_ROME-excerpt", "syukujitsu-2026"]) {
  Deno.test(`${name} in UTF-8 becomes the published Shift_JIS file, byte by byte`, () => {
    const text = new TextDecoder().decode(testFile(`${name}.utf8.csv`));
    assert.deepEqual(encodeCp932(text), { bytes: testFile(`${name}.csv`), lost: [] });
  });
}

Deno.test("lost characters are named once, in order, whole, and a ? stands in their place", () => {
  const { bytes, lost } = encodeCp932("𠮷野家👍と𠮷田€");
  assert.deepEqual(lost, ["𠮷", "👍", "€"]);
  assert.equal(read(bytes), "?野家?と?田?");
});

Deno.test("kana with the sound mark apart are put together", () => {
  assert.deepEqual(encodeCp932("カ\u3099キ\u3099ハ\u309a"), encodeCp932("ガギパ"));
});

Deno.test("what is not told to be lost comes back", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const { bytes, lost } = encodeCp932(text);
    const back = read(bytes);
    if (lost.length > 0) return;
    const substituted = text.replaceAll("〜", "～").replaceAll("−", "－").replaceAll("‖", "∥").replaceAll(
      "—",
      "―",
    );
    assert.equal(back, substituted);
  }));
});

Deno.test("all that TextDecoder reads out of two bytes is written again, except user-defined characters", () => {
  const pair = fc.tuple(fc.integer({ min: 0x81, max: 0xfc }), fc.integer({ min: 0x40, max: 0xfc }));
  fc.assert(
    fc.property(pair, (sequence) => {
      const text = read(new Uint8Array(sequence)).replaceAll("\ufffd", "");
      const { bytes, lost } = encodeCp932(text);
      const userDefined = /[\ue000-\uf8ff]/.test(text);
      assert.deepEqual(lost, userDefined ? [text] : []);
      assert.equal(read(bytes), userDefined ? "?" : text);
    }),
    { numRuns: 1000 },
  );
});

testWithPython("Python's cp932 reads what we write", async () => {
  const text = "髙橋﨑濵①㈱～－∥―ﾊﾝｶｸ彅靑〔〕";
  const script = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('cp932').encode())";
  assert.equal(await python(script, encodeCp932(text).bytes), text);
});
