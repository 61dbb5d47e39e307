import { strictEqual } from "node:assert/strict";
import { storedZipInto } from "../../formats/stored_zip.ts";
import { zipInto } from "../../formats/zip.ts";
import { findProgram } from "../support/programs.ts";

/** Two readers that are not ours on ZIPs beyond what four bytes count (APPNOTE 4.3.9.2, 4.4.1.4). */
const python = await findProgram("python3");
const unzip = await findProgram("unzip");

const PIECE = 1024 * 1024;
/** Somewhat more than 4 GiB, so that sizes and offsets need eight bytes. */
const LARGE = 4 * 1024 * PIECE + 5 * PIECE;
/** One more than two bytes count. */
const MANY = 65_536;

const TEST = `
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(len(z.infolist()), max(i.file_size for i in z.infolist()), max(i.header_offset for i in z.infolist()))
`;

async function run(program: string, args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(program, { args }).output();
  strictEqual(code, 0, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

/** Writes a ZIP into a file that is gone afterwards, and lets `check` look at it. */
function withZip(
  fill: (zip: ReturnType<typeof zipInto>) => Promise<void>,
  check: (path: string) => Promise<void>,
): Promise<void> {
  return withZipOf(zipInto, fill, check);
}

type Write = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

async function withZipOf<Z extends { close(): Promise<void> }>(
  begin: (write: Write, modifiedAt: string) => Z,
  fill: (zip: Z) => Promise<void>,
  check: (path: string) => Promise<void>,
): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".zip" });
  try {
    const file = await Deno.open(path, { write: true });
    const zip = begin(async (bytes) => {
      for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
    }, "2026-11-22T13:04:05");
    await fill(zip);
    await zip.close();
    file.close();
    await check(path);
  } finally {
    await Deno.remove(path);
  }
}

const ignore = python === null || unzip === null;

Deno.test({
  name: "a file of more than 4 GiB, and another behind it",
  ignore,
  async fn() {
    const piece = new Uint8Array(PIECE).fill(0x61);
    async function* bytes() {
      for (let left = LARGE; left > 0; left -= PIECE) yield await Promise.resolve(piece);
    }
    await withZip(async (zip) => {
      await zip.add({ name: "大きい.csv", size: LARGE, bytes });
      await zip.add({
        name: "小さい.csv",
        size: PIECE,
        bytes: async function* () {
          yield await Promise.resolve(piece);
        },
      });
    }, async (path) => {
      const [files, largest] = (await run(python!, ["-c", TEST, path])).split(" ").map(Number);
      strictEqual(`${files} ${largest}`, `2 ${LARGE}`);
      await run(unzip!, ["-t", "-q", path]);
    });
  },
});

Deno.test({
  name: "more files than two bytes count",
  ignore,
  async fn() {
    const none = async function* () {};
    await withZip(async (zip) => {
      for (let n = 0; n < MANY; n++) {
        await zip.add({ name: `${n}.csv`, size: 0, bytes: none });
      }
    }, async (path) => {
      strictEqual((await run(python!, ["-c", TEST, path])).split(" ")[0], String(MANY));
      await run(unzip!, ["-t", "-q", path]);
    });
  },
});

Deno.test({
  name: "stored files of which the last begins behind 4 GiB",
  ignore,
  async fn() {
    const file = new Uint8Array(64 * PIECE).fill(0x61);
    const count = Math.ceil(LARGE / file.length) + 2;
    await withZipOf(storedZipInto, async (zip) => {
      for (let n = 0; n < count; n++) await zip.add(`${n}.pdf`, file);
    }, async (path) => {
      const [files, largest, last] = (await run(python!, ["-c", TEST, path])).split(" ").map(Number);
      strictEqual(`${files} ${largest}`, `${count} ${file.length}`);
      strictEqual(last! > 2 ** 32, true);
      await run(unzip!, ["-t", "-q", path]);
    });
  },
});
