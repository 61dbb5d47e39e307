import type { Address } from "../address.ts";
import type { DeclaredYear } from "../declaration/computed/relative.ts";
import { type DifferenceColumns, orDash } from "./difference_list.ts";
import { type Cell, textOf, YEARS } from "./row.ts";

/** An item that both years have, read from one year. */
export interface YearItem<Year> {
  /** Its header behind 来年_ and 今年_. */
  header: string;
  read(year: Year): Cell;
}

/** The cells of a pair of years, by item. */
export type YearCells = Readonly<Record<DeclaredYear, readonly string[]>>;

/** What the two years say where they differ; the blank side is told as such (reference/csv-columns.md 2.3). */
export function comparedYears<Year>(
  items: readonly YearItem<Year>[],
  { thisYear, nextYear }: Readonly<Record<DeclaredYear, Year>>,
): YearCells {
  const told = items.map(({ read }) => {
    const [now, next] = [textOf(read(thisYear)), textOf(read(nextYear))];
    return now === next ? ["", ""] : [orDash(now), orDash(next)];
  });
  return { thisYear: told.map(([now]) => now!), nextYear: told.map(([, next]) => next!) };
}

/** True where an item differs. */
export function yearsDiffer({ thisYear }: YearCells): boolean {
  return thisYear.some((cell) => cell !== "");
}

/** The columns of the items, 来年_ and 今年_. */
export function yearColumns<Year>(
  items: readonly YearItem<Year>[],
): DifferenceColumns<{ cells: YearCells }> {
  return Object.fromEntries(
    items.flatMap(({ header }, i) =>
      (["nextYear", "thisYear"] as const).map((year) => [
        `${YEARS[year].word}_${header}`,
        ({ cells }: { cells: YearCells }) => cells[year][i],
      ])
    ),
  );
}

/** The items of an address; abroad State and City stand in 市区町村, Address1 and 2 in the lines below, as they are stored. */
export function addressItems<Year>(
  of: string,
  read: (year: Year) => Address | null | undefined,
): YearItem<Year>[] {
  const part = (word: string, name: keyof Address): YearItem<Year> => ({
    header: `${of}（${word}）`,
    read: (year) => read(year)?.[name],
  });
  return [
    part("郵便番号", "zip"),
    part("都道府県", "prefecture"),
    part("市区町村", "city"),
    part("丁目・番地", "street"),
    part("建物名・部屋番号", "building"),
    part("ヨミガナ", "kana"),
    part("国コード", "country"),
  ];
}
