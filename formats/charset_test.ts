import assert from "node:assert/strict";
import fc from "fast-check";
import { type Charset, CharsetError, decodeStream, detector } from "./charset.ts";
import { all, cutAt, places, streamOf, testFile } from "./test_tools.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function detect(...pieces: Uint8Array[]): Charset | null {
  const detecting = detector();
  for (const piece of pieces) detecting.push(piece);
  return detecting.finish();
}

async function decode(pieces: Uint8Array[], charset: Charset): Promise<string> {
  return (await all(decodeStream(streamOf(pieces), charset))).join("");
}

for (const name of ["KEN_ALL-excerpt", "KEN_ALL_ROME-excerpt", "syukujitsu-2026"]) {
  Deno.test(`${name} is told and read alike in Shift_JIS and UTF-8`, async () => {
    const sjis = testFile(`${name}.csv`);
    const unicode = testFile(`${name}.utf8.csv`);
    assert.equal(detect(sjis), "shift_jis");
    assert.equal(detect(unicode), "utf-8");
    assert.equal(await decode([sjis], "shift_jis"), await decode([unicode], "utf-8"));
  });
}

Deno.test("plain ASCII, nothing at all and a BOM count as UTF-8", () => {
  assert.equal(detect(utf8("code,name\r\n000001,a\r\n")), "utf-8");
  assert.equal(detect(), "utf-8");
  assert.equal(detect(utf8("\ufeff社員番号\r\n")), "utf-8");
});

Deno.test("half-width kana and user-defined characters are Shift_JIS", () => {
  assert.equal(detect(new Uint8Array([0xb6, 0xc5, 0xb6, 0xc5])), "shift_jis");
  assert.equal(detect(new Uint8Array([0xf0, 0x40])), "shift_jis");
});

Deno.test("what is no text in either encoding is told", () => {
  assert.equal(
    detect(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    null,
    "PNG",
  );
  assert.equal(detect(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0])), null, "a workbook");
  assert.equal(detect(new Uint8Array([0xff, 0xfe, 0x61, 0x00])), null, "UTF-16 with BOM");
  assert.equal(detect(new Uint8Array([0x61, 0x00, 0x2c, 0x00])), null, "UTF-16 without BOM");
});

Deno.test("a character that the end of the file cuts is no text", () => {
  assert.equal(detect(utf8("あい").slice(0, -1)), null);
  assert.equal(detect(new Uint8Array([0x94, 0x4e, 0x92])), null);
});

Deno.test("any UTF-8 text is told however it arrives, and read without cutting a character", async () => {
  const text = fc.string({ unit: "binary" }).map((t) => t.replace(/^\ufeff+|\0/g, ""));
  await fc.assert(fc.asyncProperty(text, fc.boolean(), places, async (t, bom, cuts) => {
    const pieces = cutAt(utf8((bom ? "\ufeff" : "") + t), cuts);
    assert.equal(detect(...pieces), "utf-8");
    const strings = await all(decodeStream(streamOf(pieces), "utf-8"));
    assert.equal(strings.join(""), t);
    assert.ok(strings.every((s) => s.isWellFormed()));
  }));
});

Deno.test("Shift_JIS is told and read the same however it arrives", async () => {
  const bytes = testFile("syukujitsu-2026.csv").slice(0, 200);
  const expected = new TextDecoder("shift_jis").decode(bytes);
  await fc.assert(fc.asyncProperty(places, async (cuts) => {
    const pieces = cutAt(bytes, cuts);
    assert.equal(detect(...pieces), "shift_jis");
    assert.equal(await decode(pieces, "shift_jis"), expected);
  }));
});

Deno.test("wrong bytes stop the reading with an error of its own", async () => {
  await assert.rejects(decode([utf8("社員"), new Uint8Array([0xff])], "utf-8"), CharsetError);
  await assert.rejects(decode([utf8("社員").slice(0, 5)], "utf-8"), CharsetError);
});

Deno.test("nothing is read before it is asked for", async () => {
  let read = 0;
  async function* source() {
    for (let i = 0; i < 10; i++) {
      read++;
      yield await Promise.resolve(utf8("あ"));
    }
  }
  const text = decodeStream(source(), "utf-8");
  await text.next();
  assert.equal(read, 1);
  await text.return();
});
