import { encodeCp932 } from "./cp932.ts";
import type { Charset } from "./charset.ts";

const SPECIAL = /[",\r\n]/;

/**
 * A cell that is written as `""`, where a file tells "empty" from "not said" (別居 without an address,
 * reference/operations.md); readers find it empty. Halves of two characters in the wrong order, which no text that was
 * read from bytes can hold.
 */
export const QUOTED_EMPTY = "\udc00\ud800";

/**
 * One record as RFC 4180 has it, with its CRLF; quotes only where a cell holds a comma, a quote, CR or LF, and where it
 * is QUOTED_EMPTY.
 */
export function csvRecord(cells: readonly string[]): string {
  // A record of one empty cell would be a blank line, which readers skip.
  if (cells.length === 1 && cells[0] === "") return '""\r\n';
  let record = "";
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (i > 0) record += ",";
    // Most cells of a wide file.
    if (cell === "") continue;
    if (SPECIAL.test(cell)) record += `"${cell.replaceAll('"', '""')}"`;
    else record += cell === QUOTED_EMPTY ? '""' : cell;
  }
  return record + "\r\n";
}

/** What spreadsheets may take for the start of a formula (design §9), with the full-width forms. */
const TRIGGER = /^[=+\-@\t\r＝＋－＠]/;
/** An apostrophe that is a mark, or would be read as one. */
const MARKED = /^'['=+\-@\t\r＝＋－＠]/;
/** Anything else is left as it is: one test for most cells. */
const SUSPECT = /^['=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/**
 * Puts one apostrophe before a cell that a spreadsheet could take for a formula. `-` and numbers are left; dates
 * start with none of the characters. A cell that already starts with an apostrophe before such a character, or with
 * two, gets one more, so that `restoreCell` gives every value back.
 */
export function neutraliseCell(cell: string): string {
  if (cell === "" || !SUSPECT.test(cell)) return cell;
  if (TRIGGER.test(cell)) return cell === "-" || PLAIN_NUMBER.test(cell) ? cell : `'${cell}`;
  return MARKED.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe that `neutraliseCell` put, or that a person put for the same reason. */
export function restoreCell(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}

/** How a CSV is written. */
export interface CsvStyle {
  /** UTF-8 gets a BOM, so that Excel opens it. */
  charset: Charset;
  /** For files meant for people to open; not for those that machines read. */
  neutralise: boolean;
}

/** Records as bytes. */
export interface CsvBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** Records with characters that the encoding lacks; `index` counts the records of this call from 0. */
  lost: { index: number; characters: string[] }[];
}

/** Encodes records batch by batch; `start` for the first ones of a file, which carry the BOM. */
export function encodeCsv(
  records: readonly (readonly string[])[],
  { charset, neutralise }: CsvStyle,
  start: boolean,
): CsvBytes {
  const line = (cells: readonly string[]) => csvRecord(neutralise ? cells.map(neutraliseCell) : cells);
  let text = start && charset === "utf-8" ? "\ufeff" : "";
  for (const cells of records) text += line(cells);
  if (charset === "utf-8") return { bytes: new TextEncoder().encode(text), lost: [] };
  const { bytes, lost } = encodeCp932(text);
  return {
    bytes,
    lost: lost.length === 0 ? [] : records.flatMap((cells, index) => lostOf(line(cells), index)),
  };
}

function lostOf(line: string, index: number): { index: number; characters: string[] }[] {
  const characters = encodeCp932(line).lost;
  return characters.length === 0 ? [] : [{ index, characters }];
}
