import assert from "node:assert/strict";
import fc from "fast-check";
import { cutAt, places, python, streamOf, testWithPython } from "./test_tools.ts";
import { zipInto } from "./zip.ts";

const AT = "2026-11-22T13:04:05";
const utf8 = (text: string) => new TextEncoder().encode(text);

interface File {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where the bytes are cut on their way in. */
  cuts?: readonly number[];
}

async function zipOf(files: readonly File[], at = AT): Promise<Uint8Array<ArrayBuffer>> {
  const written: Uint8Array<ArrayBuffer>[] = [];
  const zip = zipInto((bytes) => Promise.resolve(void written.push(bytes.slice())), at);
  for (const { name, bytes, cuts = [] } of files) {
    await zip.add({ name, size: bytes.length, bytes: () => streamOf(cutAt(bytes, cuts)) });
  }
  await zip.close();
  return await new Blob(written).bytes();
}

/** Lists what Python finds: name, its time, method, flags, and the bytes, whose CRC it checks. */
const READ = `
import base64, io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
json.dump([[i.filename, list(i.date_time), i.compress_type, i.flag_bits, i.extract_version,
  base64.b64encode(z.read(i)).decode()] for i in z.infolist()], sys.stdout)
`;

type Found = [name: string, time: number[], method: number, flags: number, version: number, bytes: string];

async function readByPython(zip: Uint8Array<ArrayBuffer>): Promise<Found[]> {
  return JSON.parse(await python(READ, zip));
}

testWithPython("Python reads names, time and bytes", async () => {
  const text = utf8("社員番号,姓\r\n".repeat(50_000));
  const found = await readByPython(
    await zipOf([
      { name: "今年の本人情報差分リスト.csv", bytes: text },
      { name: "ascii.csv", bytes: utf8("code") },
      { name: "空.csv", bytes: utf8("") },
    ]),
  );
  const time = [2026, 11, 22, 13, 4, 4];
  const deflated = 8;
  assert.deepEqual(found.map(([name, at, method]) => [name, at, method]), [
    ["今年の本人情報差分リスト.csv", time, deflated],
    ["ascii.csv", time, deflated],
    ["空.csv", time, deflated],
  ]);
  // Bit 11: the name is UTF-8. Version 4.5 is zip64.
  for (const [, , , flags, version] of found) assert.deepEqual([flags & 0x800, version < 45], [0x800, true]);
  assert.deepEqual(found.map(([, , , , , bytes]) => Uint8Array.fromBase64(bytes).length), [
    text.length,
    4,
    0,
  ]);
  assert.equal(new TextDecoder().decode(Uint8Array.fromBase64(found[0]![5])), new TextDecoder().decode(text));
});

testWithPython("whatever lies in it comes back", async () => {
  const file = fc.record({
    name: fc.string({ unit: "binary", maxLength: 100 }),
    bytes: fc.uint8Array({ maxLength: 200_000 }).map((bytes) => new Uint8Array(bytes)),
    cuts: places,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (files) => {
      const found = await readByPython(await zipOf(files));
      assert.deepEqual(
        found.map(([, , , , , bytes]) => Uint8Array.fromBase64(bytes)),
        files.map(({ bytes }) => bytes),
      );
      const names = found.map(([name]) => name.toLowerCase());
      assert.equal(new Set(names).size, files.length);
      // deno-lint-ignore no-control-regex
      for (const name of names) assert.doesNotMatch(name, /[/\\:\0-\x1f]|^\.|[. ]$/);
    }),
    { numRuns: 30 },
  );
});

Deno.test("the same files make the same bytes, however they are cut, whenever and wherever", async () => {
  const bytes = utf8(Array.from({ length: 40_000 }, (_, i) => `${i % 997},${i * 7919}\r\n`).join(""));
  const whole = await zipOf([{ name: "a.csv", bytes }, { name: "b.csv", bytes }]);
  await fc.assert(
    fc.asyncProperty(places, places, async (first, second) => {
      const again = await zipOf([{ name: "a.csv", bytes, cuts: first }, {
        name: "b.csv",
        bytes,
        cuts: second,
      }]);
      assert.ok(whole.length === again.length && whole.every((byte, i) => byte === again[i]));
    }),
    { numRuns: 10 },
  );
  const script = `
    import { zipInto } from ${JSON.stringify(import.meta.resolve("./zip.ts"))};
    const zip = zipInto(async (bytes) => { await Deno.stdout.write(bytes) }, ${JSON.stringify(AT)});
    await zip.add({ name: "a.csv", size: 3, bytes: async function* () { yield new Uint8Array([1, 2, 3]) } });
    await zip.close();`;
  const elsewhere = await new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
    env: { TZ: "America/New_York" },
    stderr: "inherit",
  }).output();
  assert.deepEqual(elsewhere.stdout, await zipOf([{ name: "a.csv", bytes: new Uint8Array([1, 2, 3]) }]));
});

Deno.test("a file that is not what was said makes no ZIP", async () => {
  const zip = zipInto(() => Promise.resolve(), AT);
  const bytes = () => streamOf([utf8("123")]);
  await assert.rejects(zip.add({ name: "a", size: 4, bytes }), RangeError);
});

Deno.test("what cannot be written ends it", async () => {
  const zip = zipInto(() => Promise.reject(new Error("the disk is full")), AT);
  const bytes = () => streamOf([utf8("123")]);
  await assert.rejects(zip.add({ name: "a", size: 3, bytes }), /the disk is full/);
});
