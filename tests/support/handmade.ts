import { csvRecord, neutraliseCell } from "../../formats/csv_write.ts";
import { shiftJisCsv, utf8Csv } from "./csv.ts";
import { scatter } from "./members_csv.ts";

/** A record of a file that a person made, by hand. */
export interface HandRow {
  cells: readonly string[];
  /** What is wrong with it. */
  bad?: Fault;
}

/** Why a row is refused, and the same row as the person corrects it. */
export interface Fault {
  /** What エラー内容 must say. */
  reason: RegExp;
  corrected: readonly string[];
}

/** A whole file. */
export interface HandFile {
  name: string;
  encoding: "utf-8" | "shift_jis";
  header: readonly string[];
  rows: readonly HandRow[];
}

/** A row that is bad, told by what differs from the row that is right for somebody. */
export type Slip = [reason: RegExp, spoil: (right: string[]) => readonly string[]];

/** Right rows and bad ones through each other; the i-th of `spare` is right for whom the i-th slip was made with. */
export function withSlips(
  right: readonly (readonly string[])[],
  slips: readonly Slip[],
  spare: readonly (readonly string[])[],
): HandRow[] {
  const bad = slips.map(([reason, spoil], i): HandRow => {
    const corrected = spare[i]!;
    return { cells: spoil([...corrected]), bad: { reason, corrected } };
  });
  return scatter(right.map((cells): HandRow => ({ cells })), bad);
}

/** The bytes of a file, as the person's programme saves it: CRLF, UTF-8 without a BOM. */
export function bytesOf({ encoding, header, rows }: HandFile): Uint8Array<ArrayBuffer> {
  const write = encoding === "utf-8" ? utf8Csv : shiftJisCsv;
  return write([header, ...rows.map(({ cells }) => cells)]);
}

/** The rows that are refused, each with the line of the file on which it starts. */
export function badRowsOf(
  { header, rows }: HandFile,
): { line: number; cells: readonly string[]; bad: Fault }[] {
  let line = 1 + breaksIn(header);
  return rows.flatMap(({ cells, bad }) => {
    const row = { line, cells, bad };
    line += breaksIn(cells);
    return bad ? [{ ...row, bad }] : [];
  });
}

/** What an error CSV gives back of a row: its cells, made harmless, as many as the header has at least. */
export function givenBack({ header }: HandFile, cells: readonly string[]): string[] {
  const width = Math.max(header.length, cells.length);
  return Array.from({ length: width }, (_, i) => neutraliseCell(cells[i] ?? ""));
}

function breaksIn(cells: readonly string[]): number {
  return csvRecord(cells).match(/\r\n|[\r\n]/g)!.length;
}
