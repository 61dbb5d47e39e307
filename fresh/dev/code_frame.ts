import { fileURLToPath } from "node:url";

/** A place in a source file. */
export interface SourcePlace {
  file: string;
  line: number;
  column: number;
}

/** Lines around a place; `marked` is the one meant. */
export interface CodeFrame extends SourcePlace {
  lines: { number: number; text: string; marked: boolean }[];
}

const AROUND = 5;
const FRAME = /\(?(file:\/\/\/[^\s()]+):(\d+):(\d+)\)?$/;

/** The places of a stack that lie in files, innermost first. */
export function stackPlaces(stack: string): SourcePlace[] {
  return stack.split("\n").flatMap((text) => {
    const match = FRAME.exec(text.trim());
    return match
      ? [{ file: fileURLToPath(match[1]!), line: Number(match[2]), column: Number(match[3]) }]
      : [];
  });
}

/** The code where `error` was thrown: the innermost place in the project's own files, else any; null if none. */
export async function codeFrame(error: Error, root: string): Promise<CodeFrame | null> {
  const places = stackPlaces(error.stack ?? "");
  const own = places.find(({ file }) => file.startsWith(root) && !file.includes("/node_modules/"));
  const place = own ?? places[0];
  if (!place) return null;
  try {
    return { ...place, lines: around((await Deno.readTextFile(place.file)).split("\n"), place.line) };
  } catch {
    return null;
  }
}

function around(lines: string[], line: number): CodeFrame["lines"] {
  const start = Math.max(0, line - 1 - AROUND);
  return lines.slice(start, line + AROUND).map((text, index) => ({
    number: start + index + 1,
    text,
    marked: start + index + 1 === line,
  }));
}
