import { type Cell, type Columns, type Reader, type Row, textOf } from "./row.ts";

/** A list that people download: its columns in order, and the rows that an employee has in it; `R`: what those need. */
export interface List<R = Row> {
  header: readonly string[];
  rows(row: R): string[][];
}

/**
 * The table of a file: its headers in order. Neighbours with the same text in front of `{n}` repeat together; what
 * repeats apart from its neighbours is an array of its own.
 */
export type Headers = readonly (string | readonly string[])[];

/** How often the headers of a run with `{n}` are repeated, by the text in front of `{n}`. */
export type Times = Readonly<Record<string, number>>;

/** One column of a list: what reads it, and which of the values that it has (null: its only one). */
interface Column<R> {
  header: string;
  read: Reader<R>;
  nth: number | null;
}

/**
 * A list with one row an employee. `headers` is the table of the file, in order; a run of headers with `{n}` is written
 * once for each n, block by block (reference/operations.md "Row by row"). Throws when `columns` does not read a header.
 */
export function horizontal<R = Row>(headers: Headers, columns: Columns<R>, times: Times = {}): List<R> {
  const all = runsOf(headers).flatMap((run) => expanded(run, columns, times));
  const readers = [...new Set(all.map(({ read }) => read))];
  const places = new Map(readers.map((read, i) => [read, i]));
  const cells = all.map(({ read, nth }) => ({ at: places.get(read)!, nth: nth ?? 0 }));
  return {
    header: all.map(({ header }) => header),
    rows(row) {
      const found = readers.map((read) => read(row));
      return [cells.map(({ at, nth }) => cellAt(found[at], nth))];
    },
  };
}

/**
 * A list with a row for each of what `count` tells: a column that has a value for each writes the one of the row, any
 * other column repeats. Headers lose their `{n}`. Throws when `columns` does not read a header.
 */
export function vertical<R = Row>(
  headers: Headers,
  columns: Columns<R>,
  count: (row: R) => number,
): List<R> {
  const all = headers.flat();
  const readers = all.map((header) => readerOf(columns, header));
  return {
    header: all.map((header) => header.replace("{n}", "")),
    rows(row) {
      const rows = count(row);
      if (rows === 0) return [];
      const found = readers.map((read) => read(row));
      return Array.from({ length: rows }, (_, n) => found.map((cell) => cellAt(cell, n)));
    },
  };
}

function runsOf(headers: Headers): string[][] {
  const runs: string[][] = [];
  let open = false;
  for (const header of headers) {
    const apart = typeof header !== "string";
    const run = apart ? [...header] : [header];
    const last = runs.at(-1);
    const prefix = prefixOf(run[0]!);
    if (!apart && open && prefix !== null && prefixOf(last![0]!) === prefix) last!.push(...run);
    else runs.push(run);
    open = !apart;
  }
  return runs;
}

function expanded<R>(run: readonly string[], columns: Columns<R>, times: Times): Column<R>[] {
  const prefix = prefixOf(run[0]!);
  if (prefix === null) return run.map((header) => ({ header, read: readerOf(columns, header), nth: null }));
  const many = times[prefix];
  if (many === undefined) throw new Error(`how often ${prefix}{n} stands in the file is not said`);
  return Array.from({ length: many }, (_, nth) =>
    run.map((header) => ({
      header: header.replace("{n}", String(nth + 1)),
      read: readerOf(columns, header),
      nth,
    }))).flat();
}

function prefixOf(header: string): string | null {
  const at = header.indexOf("{n}");
  return at < 0 ? null : header.slice(0, at);
}

function readerOf<R>(columns: Columns<R>, header: string): Reader<R> {
  const read = columns[header];
  if (!read) throw new Error(`nothing reads the column ${header}`);
  return read;
}

function cellAt(cell: Cell | readonly Cell[], nth: number): string {
  return textOf(Array.isArray(cell) ? cell[nth] : cell as Cell);
}
