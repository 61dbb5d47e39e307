import { encodeCp932, joinKana } from "../../formats/cp932.ts";
import type { RefusedRow } from "../job.ts";

/** 〓 (下駄) stands for a character that Shift_JIS lacks, so that the other end neither misreads nor refuses the line. */
const GETA = "〓";

/** Rows of a file in Shift_JIS. */
export interface Fitted {
  rows: string[][];
  /** Those of which characters were replaced, by what of the file's lines they are. */
  lost: { line: number; key: string; characters: string[] }[];
}

/** Rows as Shift_JIS can hold them. `line` is that of the first; `code` the column of the 社員番号. */
export function fitted(rows: readonly string[][], line: number, code: number): Fitted {
  if (encodeCp932(rows.flat().join("\n")).lost.length === 0) return { rows: [...rows], lost: [] };
  const lost: Fitted["lost"] = [];
  const kept = rows.map((cells, i) => {
    const { lost: characters } = encodeCp932(cells.join("\n"));
    if (characters.length === 0) return cells;
    lost.push({ line: line + i, key: cells[code]!, characters });
    return cells.map((cell) => replaced(cell, characters));
  });
  return { rows: kept, lost };
}

/** Character by character, as the encoder goes: a half of a pair that stands alone is also in whole pairs. */
function replaced(cell: string, lost: readonly string[]): string {
  // Joined as the encoder does it: a mark that is replaced is one that stands alone.
  return [...joinKana(cell)].map((character) => lost.includes(character) ? GETA : character).join("");
}

/** One refusal for a row of several files that have the same people in the same lines. */
export function refusedRows(lost: Fitted["lost"]): RefusedRow[] {
  const byLine = Map.groupBy(lost, ({ line }) => line);
  return [...byLine].sort(([a], [b]) => a - b).map(([line, all]) => ({
    line,
    key: all[0]!.key,
    code: "not_in_shift_jis",
    params: { characters: [...new Set(all.flatMap(({ characters }) => characters))].join("") },
  }));
}
