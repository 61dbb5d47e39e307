// @ts-types="./papaparse.d.ts"
import Papa from "papaparse";
import { type CsvFault, cutter } from "./csv_cut.ts";

/** One record of a CSV. */
export interface CsvRecord {
  /** The line of the file on which it starts, from 1; line breaks in quoted cells count. */
  line: number;
  cells: string[];
}

/** A CSV that cannot be read beyond `line`, where the record starts that is wrong. */
export class CsvError extends Error {
  override readonly name = "CsvError";
  constructor(readonly line: number, readonly fault: CsvFault) {
    super(`${fault} at line ${line}`);
  }
}

/** A record longer than this has lost its closing quote, or is none: 16,000 cells of 60 characters. */
export const MAX_RECORD_CHARS = 1_000_000;

/**
 * Reads a CSV in batches, one for each piece of text that completes records; nothing is read ahead. Lines may end
 * with CRLF, LF or CR, blank ones are left out but counted, and so is a record of one empty quoted cell. Throws
 * CsvError behind the last record that is whole.
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRecord[], void, undefined> {
  const reader = recordReader();
  for await (const piece of text) {
    const { records, error } = reader.push(piece);
    if (records.length > 0) yield records;
    if (error) throw error;
  }
  const { records, error } = reader.finish();
  if (records.length > 0) yield records;
  if (error) throw error;
}

/**
 * The first record that is not blank, or null while it is not complete: to look at a header as soon as it is there.
 * @param whole no more text follows
 * Throws CsvError when it will never be complete.
 */
export function firstRecord(text: string, whole = false): CsvRecord | null {
  const reader = recordReader();
  const begun = reader.push(text);
  if (begun.records[0]) return begun.records[0];
  if (begun.error) throw begun.error;
  if (!whole) return null;
  const rest = reader.finish();
  if (rest.error) throw rest.error;
  return rest.records[0] ?? null;
}

interface Read {
  records: CsvRecord[];
  error: CsvError | null;
}

function recordReader(): { push(text: string): Read; finish(): Read } {
  const cuts = cutter(MAX_RECORD_CHARS);
  const parser = new Papa.Parser({ delimiter: ",", newline: "\n" });
  let line = 1;
  let begun = false;

  const read = ({ records: text, breaksInside, fault }: ReturnType<typeof cuts.push>): Read => {
    const records: CsvRecord[] = [];
    if (text !== null) {
      const { data } = parser.parse(text);
      for (const cells of data) {
        if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
        line += breaksInside ? 1 + countBreaks(cells) : 1;
      }
      // Of nothing, a single blank line, the parser makes no record.
      if (data.length === 0) line++;
    }
    return { records, error: fault && new CsvError(line, fault) };
  };

  return {
    push(piece) {
      const text = begun || !piece.startsWith("\ufeff") ? piece : piece.slice(1);
      begun ||= piece !== "";
      return read(cuts.push(text));
    },
    finish: () => read(cuts.finish()),
  };
}

function countBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += cell.match(/\r\n?|\n/g)?.length ?? 0;
  return count;
}
