import { GROUP_COLUMNS, LAST_YEAR_COLUMNS } from "../../jobs/insurance_columns.ts";
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

/** 社員番号 of people who serve in slips. */
export interface Wrong {
  /** Whose 依頼 went out. */
  asked: readonly string[];
  /** Somebody who is in the file three times, and somebody who is twice. */
  twice: readonly [string, string];
  /** People whose leading zeros got lost. */
  zeros: readonly string[];
}

/** What every import by 社員番号 refuses, whatever else the row says: 25 rows. The 社員番号 stands first in a row. */
export function wrongPeople({ asked, twice, zeros }: Wrong, unknown: RegExp): Slip[] {
  const as = (codes: readonly string[], reason: RegExp): Slip[] =>
    codes.map((code) => [reason, ([, ...rest]) => [code, ...rest]]);
  const [thrice, pair] = twice;
  return [
    ...as(["999990", "A-17", "９９９９９２", "=A1+1"], unknown),
    ...zeros.slice(0, 4).flatMap((code) =>
      as([code.replace(/^0+/, "")], new RegExp(`${unknown.source}.*先頭の0が消えていませんか（例：${code}）`))
    ),
    ...as([thrice, thrice, thrice], new RegExp(`^次の社員番号が重複しています（${thrice}）`)),
    ...as([pair, ` ${pair}`], new RegExp(`^次の社員番号が重複しています（${pair}）`)),
    ...as(asked.slice(0, 6), /^依頼ステータスが「未依頼」ではありません（(?!未依頼).+）/),
    ...as(["", "　"], /^社員番号が入力されていません/),
    ...as(["9".repeat(256)], /^社員番号が長すぎます（256文字）/),
    ...wrongWidth(),
  ];
}

/** Rows with fewer or more cells than the header. */
function wrongWidth(): Slip[] {
  return [
    [/^列の数が項目名と合いません（1列）/, ([code]) => [code!]],
    [/^列の数が項目名と合いません/, (right) => right.slice(0, -1)],
    [/^列の数が項目名と合いません/, (right) => [...right, "余り,\r\nもう1行"]],
  ];
}
