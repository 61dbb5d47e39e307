import assert from "node:assert/strict";
import fc from "fast-check";
import { storedZipInto } from "./stored_zip.ts";
import { python, testWithPython } from "./test_tools.ts";

const AT = "2026-11-22T13:04:05";

async function zipOf(files: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[]) {
  const written: Uint8Array<ArrayBuffer>[] = [];
  const zip = storedZipInto((bytes) => Promise.resolve(void written.push(bytes.slice())), AT);
  for (const [name, bytes] of files) await zip.add(name, bytes);
  await zip.close();
  return await new Blob(written).bytes();
}

/** What Python finds: name, its time, method, flags, and the bytes, whose CRC it checks. */
const READ = `
import base64, io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
json.dump([[i.filename, list(i.date_time), i.compress_type, i.flag_bits, base64.b64encode(z.read(i)).decode()]
  for i in z.infolist()], sys.stdout)
`;

testWithPython("Python reads names, time and bytes of whatever is stored", async () => {
  const file = fc.tuple(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
    fc.uint8Array({ maxLength: 100_000 }).map((bytes) => new Uint8Array(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (files) => {
      const found: [string, number[], number, number, string][] = JSON.parse(
        await python(READ, await zipOf(files)),
      );
      assert.deepEqual(
        found.map(([, , , , bytes]) => Uint8Array.fromBase64(bytes)),
        files.map(([, bytes]) => bytes),
      );
      assert.equal(new Set(found.map(([name]) => name.toUpperCase())).size, files.length);
      for (const [, time, method, flags] of found) {
        assert.deepEqual([time, method, flags], [[2026, 11, 22, 13, 4, 4], 0, 0x800]);
      }
    }),
    { numRuns: 30 },
  );
});

testWithPython("more files than two bytes count", async () => {
  const many = 65_535 + 3;
  const zip = await zipOf(Array.from({ length: many }, (_, i) => [`${i}.pdf`, Uint8Array.of(i)] as const));
  const script = `
import io, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
names = z.namelist()
print(len(names), names[-1], z.read(names[-1])[0])
`;
  assert.equal(await python(script, zip), `${many} ${many - 1}.pdf ${(many - 1) % 256}\n`);
});

Deno.test("the same files make the same bytes; a ZIP of nothing is a directory of nothing", async () => {
  const files = [["一.pdf", Uint8Array.of(1, 2)], ["二.pdf", Uint8Array.of()]] as const;
  assert.deepEqual(await zipOf(files), await zipOf(files));
  assert.equal((await zipOf([])).length, 22);
});
