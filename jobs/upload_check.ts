import { Refusal } from "../domain/errors.ts";
import { CharsetError, decodeStream } from "../formats/charset.ts";
import { matchHeader } from "../formats/csv_header.ts";
import { CsvError, firstRecord } from "../formats/csv_read.ts";
import type { CsvInput, Input } from "./input.ts";

/** Of an uploaded file this much is kept to look at. */
export const HEAD_BYTES = 256 * 1024;

/** What an input takes. */
export interface FileKind {
  /** With the dot, lower case. */
  extension: string;
  /** As a refusal names it. */
  called: string;
  mediaType: string;
}

/** The kind of file behind an input. */
export function fileKind(input: Input): FileKind {
  if (input.type === "csv") return { extension: ".csv", called: "CSV（.csv）", mediaType: "text/csv" };
  const { extension } = input;
  const called = `${extension.slice(1).toUpperCase()}（${extension}）`;
  return { extension, called, mediaType: "application/octet-stream" };
}

/** What was seen of a file while it streamed by. */
export interface Seen {
  head: Uint8Array[];
  size: number;
  sha256: string;
  encoding: "utf-8" | "shift_jis" | null;
}

/**
 * Looks at what was seen of a file: its encoding, or null where it is no text. Throws Refusal empty_file,
 * not_decodable, broken_csv and what the input says of its header or beginning.
 */
export async function checkUpload(seen: Seen, input: Input): Promise<"utf-8" | "shift_jis" | null> {
  if (seen.size === 0) throw new Refusal("empty_file");
  if (input.type === "csv") return await checkCsv(seen, input);
  const refusal = input.check(concat(seen.head), seen.size);
  if (refusal) throw refusal;
  return null;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function checkCsv(
  { head, size, encoding }: Seen,
  { columns, badHeader }: CsvInput,
): Promise<"utf-8" | "shift_jis"> {
  if (!encoding) throw new Refusal("not_decodable");
  const header = await headerOf(head, encoding, size <= HEAD_BYTES);
  // A first line that goes on behind what was kept is no header.
  if (!header) throw size > HEAD_BYTES ? new Refusal("broken_csv", { line: 1 }) : new Refusal("empty_file");
  const { problems } = matchHeader(header, columns);
  if (problems.length > 0) throw new Refusal(badHeader, { problems: problems.join("、") });
  return encoding;
}

async function headerOf(head: Uint8Array[], encoding: "utf-8" | "shift_jis", whole: boolean) {
  let text = "";
  try {
    for await (const piece of decodeStream(ReadableStream.from(head), encoding)) text += piece;
  } catch (error) {
    // The head may end inside a character; the whole file was decoded already.
    if (!(error instanceof CharsetError) || whole) throw error;
  }
  try {
    return firstRecord(text, whole)?.cells ?? null;
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal("broken_csv", { line: error.line });
    throw error;
  }
}
