import { GROUP_COLUMNS, LAST_YEAR_COLUMNS } from "../../jobs/insurance/columns.ts";
import type { Slip } from "./handmade.ts";

/** The cells of a row by column. */
export type Cells = Record<string, string>;

/** The header of a file that a person made of the sample: 社員番号 and the columns that `wanted` says yes to. */
export function headerOf(
  kind: "last_year" | "group",
  wanted: (block: string, n: number) => boolean,
): string[] {
  const columns = kind === "last_year" ? LAST_YEAR_COLUMNS : GROUP_COLUMNS;
  return columns.map(({ name }) => name).filter((name) => {
    const [, block, n] = /^(\D+)(\d+):/.exec(name) ?? [];
    return block === undefined || wanted(block, Number(n));
  });
}

/** The columns of block `n` of a kind of insurance, such as 一般の生命保険料2. */
export function block(label: string, n: number, items: Cells): Cells {
  return Object.fromEntries(Object.entries(items).map(([name, text]) => [`${label}${n}:${name}`, text]));
}

/** Blocks 1 to `times`, all alike. */
export function blocks(label: string, times: number, items: Cells): Cells {
  return Object.assign({}, ...Array.from({ length: times }, (_, i) => block(label, i + 1, items)));
}

/** A row in the order of the header. Throws where a cell has no column. */
export function rowOf(header: readonly string[], cells: Cells): string[] {
  const strange = Object.keys(cells).filter((name) => !header.includes(name));
  if (strange.length > 0) throw new Error(`no column ${strange.join("、")}`);
  return header.map((name) => cells[name] ?? "");
}

/** Rows that differ from right ones in these cells, each refused for `reason`. */
export function wrongCells(header: readonly string[], reason: RegExp, ...faults: Cells[]): Slip[] {
  return faults.map((fault) => [
    reason,
    (right) => rowOf(header, { ...cellsOf(header, right), ...fault }),
  ]);
}

function cellsOf(header: readonly string[], row: readonly string[]): Cells {
  return Object.fromEntries(header.map((name, i) => [name, row[i]!]));
}
