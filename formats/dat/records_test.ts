import assert from "node:assert/strict";
import fc from "fast-check";
import { all, cutAt, places, streamOf } from "../test_tools.ts";
import { datOf, joined } from "./dat_test_tools.ts";
import { DatError, datRecords, RECORD_BYTES } from "./records.ts";

const ASCII = new TextEncoder();
const line = (text: string) => ASCII.encode(text.padEnd(RECORD_BYTES));
const read = async (...pieces: Uint8Array[]) => (await all(datRecords(streamOf(pieces)))).flat();

/** Any 100 bytes that a record may have: everything but control characters. */
const record = fc.uint8Array({ minLength: RECORD_BYTES, maxLength: RECORD_BYTES }).map((bytes) =>
  new Uint8Array(bytes.map((byte) => byte < 0x20 ? byte + 0x20 : byte))
);
const lineEnd = fc.constantFrom("", "\r\n", "\n");

Deno.test("records come back as they were written, whatever stands between them and wherever the file is cut", async () => {
  const ends = fc.constantFrom("", "\x1a", "\x1a\r\n", "\x1a\x1a\x1a");
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 8 }),
      lineEnd,
      ends,
      places,
      async (records, lineEnd, end, at) => {
        const found = await read(...cutAt(datOf("linc", records, { lineEnd, end }), at));
        assert.deepEqual(found.map(({ bytes }) => bytes), records);
        assert.deepEqual(found.map(({ number }) => number), records.map((_, i) => i + 1));
      },
    ),
  );
});

Deno.test("the last record needs no line end, and line ends may differ", async () => {
  const file = joined([line("1"), ASCII.encode("\r\n"), line("2"), line("3"), ASCII.encode("\n"), line("4")]);
  assert.equal((await read(file)).length, 4);
});

Deno.test("a file of other records is an error that names the first", async () => {
  const cases: [string, number][] = [
    ["short", 1],
    [" ".repeat(199), 2],
    [`${" ".repeat(100)}\r\n${" ".repeat(98)}\r\n${" ".repeat(100)}`, 2],
    [`${" ".repeat(100)}\r\n\r\n`, 2],
    [`${" ".repeat(100)}\r`, 2],
    [`${" ".repeat(100)}\r${" ".repeat(100)}`, 2],
    [`\r\n${" ".repeat(100)}`, 1],
    [`${" ".repeat(100)}\x1a${" ".repeat(100)}`, 2],
    [`${" ".repeat(50)}\0${" ".repeat(49)}`, 1],
    [`${" ".repeat(50)}\x1a`, 1],
  ];
  for (const [text, number] of cases) {
    await assert.rejects(
      read(ASCII.encode(text)),
      (error) => error instanceof DatError && error.record === number,
      JSON.stringify(text),
    );
  }
});

Deno.test("a file that is cut short anywhere but at a record's end is an error", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 4 }),
      lineEnd,
      fc.nat(),
      async (records, lineEnd, n) => {
        const file = datOf("linc", records, { lineEnd });
        const cut = file.subarray(0, n % file.length);
        const rest = cut.length % (RECORD_BYTES + lineEnd.length);
        // Whole records, one without its line end, or one with the CR of it.
        if (rest === 0 || rest === RECORD_BYTES) {
          assert.equal(
            (await read(cut)).length,
            Math.ceil(cut.length / (RECORD_BYTES + lineEnd.length)),
          );
        } else await assert.rejects(read(cut), DatError);
      },
    ),
  );
});

Deno.test("an empty file has no records", async () => {
  assert.deepEqual(await read(), []);
  assert.deepEqual(await read(new Uint8Array(0), ASCII.encode("\x1a")), []);
});
