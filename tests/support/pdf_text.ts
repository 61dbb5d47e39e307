import { strictEqual } from "node:assert/strict";

/** The text of a PDF as Poppler's pdftotext reads it: a judge that is not ours. */
export async function pdfText(pdftotext: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Deno.Command(pdftotext, {
    args: ["-layout", "-", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = reader.output();
  await new Blob([bytes]).stream().pipeTo(reader.stdin);
  const { code, stdout, stderr } = await output;
  strictEqual(code, 0, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}
