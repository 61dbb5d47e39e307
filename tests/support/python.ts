import { strictEqual } from "node:assert/strict";

const READ = `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding=sys.argv[1], newline="", errors="strict")
json.dump(list(csv.reader(text, strict=True)), sys.stdout)
`;

/** The records of a CSV as Python's own reader sees them: a judge that is not ours. */
export async function readCsvWithPython(
  python: string,
  bytes: Uint8Array<ArrayBuffer>,
  encoding: "utf-8-sig" | "cp932",
): Promise<string[][]> {
  const reader = new Deno.Command(python, {
    args: ["-c", READ, encoding],
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
