import { strictEqual } from "node:assert/strict";

const READ = `
import base64, io, json, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
json.dump({name: base64.b64encode(archive.read(name)).decode() for name in archive.namelist()}, sys.stdout)
`;

const READ_CSV = `
import csv, io, json, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
def records(name):
    text = io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")
    return list(csv.reader(text, strict=True))
json.dump({name: records(name) for name in archive.namelist()}, sys.stdout)
`;

/** The CSVs of a ZIP by name, in order, as Python's own zipfile and csv see them: judges that are not ours. */
export function readZipWithPython(
  python: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Record<string, string[][]>> {
  return runPython(python, READ_CSV, bytes);
}

/** The files of a ZIP by name, in order, as Python's own zipfile sees them. */
export async function readFilesWithPython(
  python: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const files = await runPython<Record<string, string>>(python, READ, bytes);
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Uint8Array.fromBase64(text)]));
}

/** What a script writes as JSON that is given these bytes. */
async function runPython<T>(python: string, script: string, bytes: Uint8Array<ArrayBuffer>): Promise<T> {
  const reader = new Deno.Command(python, {
    args: ["-c", script],
    env: { PYTHONIOENCODING: "utf-8" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = reader.output();
  await new Blob([bytes]).stream().pipeTo(reader.stdin);
  const { code, stdout, stderr } = await output;
  strictEqual(code, 0, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** Fails unless `unzip -t` finds the ZIP whole. */
export async function testWithUnzip(unzip: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = await Deno.makeTempFile({ suffix: ".zip" });
  try {
    await Deno.writeFile(file, bytes);
    const { code, stdout, stderr } = await new Deno.Command(unzip, { args: ["-t", file] }).output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    strictEqual(code, 0, said);
    strictEqual(said.includes("No errors detected"), true, said);
  } finally {
    await Deno.remove(file);
  }
}
