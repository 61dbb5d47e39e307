/** A line of a table. `box`: which box of each column stands in it; `number` "": none. */
export interface Line {
  number: string;
  words: string;
  box: string;
}

/** Columns that are calculated together. */
export interface Table {
  title: string;
  columns: { word: string; place: number }[];
  lines: Line[];
  /** Of the width of a line: its words, and each column. */
  shares: { words: number; column: number };
}

/** A single figure with its number and words; `id`: of its box. */
export interface Figure {
  number: string;
  words: string;
  id: string;
}

/** How a generation calculates. */
export interface Calculation {
  tables: Table[];
  /** Line by line. One that has a line to itself is what all comes to. */
  figures: Figure[][];
}

/** A line of a table. */
export const line = (number: string, words: string, box: string): Line => ({ number, words, box });
/** A figure below the tables. */
export const figure = (number: string, words: string, id: string): Figure => ({ number, words, id });

/** What was bought or built anew. */
export const PURCHASE = [
  { word: "Ａ 住宅のみ", place: 0 },
  { word: "Ｂ 土地等のみ", place: 1 },
  { word: "Ｃ 住宅及び土地等", place: 2 },
];

/** What every generation asks besides. */
export const INCOME = figure("", "年間所得の見積額", "head.total_income");
export const RATE = figure("", "控除率", "columns.rate");
export const CAP = figure("", "最高額\n（借入限度額）", "columns.cap");
