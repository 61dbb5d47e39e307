// @ts-types="../../formats/papaparse.d.ts"
import Papa from "papaparse";

/*
 * Expected lists are kept lying on their side, so that a person can review them: a line is a column of the file, its
 * header first, then its value for each row of the file. Lines without any value are left out. `""` stands for an empty
 * cell that is written with its quotes.
 */

/** One expected list: what stands under each header, row by row. */
export interface Expected {
  name: string;
  rows: number;
  cells: ReadonlyMap<string, readonly string[]>;
}

/** Reads the expected list of that name from a folder. */
export async function expectedList(folder: URL, name: string): Promise<Expected> {
  const text = await Deno.readTextFile(new URL(`${name}.csv`, folder));
  const { data: lines } = new Papa.Parser({ delimiter: ",", newline: "\n" }).parse(text.trimEnd());
  const cells = new Map(lines.map(([header, ...values]) => [header!, values]));
  return { name, rows: lines[0]!.length - 1, cells };
}

/** A file, as it has to be kept: lying on its side, lines without any value left out. `above`: lines over its header. */
export function layDown(file: string, above = 0): string {
  const marked = file.replace(/^\ufeff/, "").replaceAll(/(?<=,)""(?=,|\r\n)/g, '""""""').replaceAll(
    "\r\n",
    "\n",
  );
  const { data } = new Papa.Parser({ delimiter: ",", newline: "\n" }).parse(marked.trimEnd());
  const [header, ...rows] = data.slice(above);
  const lines = header!.map((one, i) => [one, ...rows.map((cells) => cells[i]!)]);
  return lines.filter(([, ...cells]) => cells.some((cell) => cell !== "")).map((cells) =>
    `${cells.map(kept).join(",")}\n`
  ).join("");
}

/** Those rows of a list alone that are of a group. */
export function ofGroup(list: Expected, group: string): Expected {
  const groups = list.cells.get("依頼グループ") ?? list.cells.get("依頼グループ名")!;
  const kept = groups.flatMap((name, i) => name === group ? [i] : []);
  const cells = [...list.cells].map(([header, values]) => [header, kept.map((i) => values[i]!)] as const);
  return { ...list, rows: kept.length, cells: new Map(cells) };
}

/** What stands in each row: header → value, blanks left out. */
export function recordsOf({ rows, cells }: Expected): Record<string, string>[] {
  return Array.from({ length: rows }, (_, i) => {
    const own = [...cells].map(([header, values]) => [header, values[i]!] as const);
    return Object.fromEntries(own.filter(([, value]) => value !== ""));
  });
}

/** The whole file, as it has to be: BOM, the header given, CRLF, quotes where they are needed only. */
export function fileOf({ rows, cells }: Expected, ...header: readonly string[][]): string {
  const columns = header.at(-1)!;
  const records = Array.from({ length: rows }, (_, i) => columns.map((one) => cells.get(one)?.[i] ?? ""));
  return "\ufeff" + [...header, ...records].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  return cell === '""' ? cell : kept(cell);
}

/** As `quoted`, but `""` is itself a text. */
function kept(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
