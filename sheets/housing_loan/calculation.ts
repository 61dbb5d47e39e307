import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { LINES_FROM_2022, NEW_LINES } from "./later_lines.ts";
import type { Calculation, Figure, Line, Table } from "./lines.ts";
import { OLD_LINES } from "./old_lines.ts";

const SIDE = 14;
const NUMBER = 11;
/** What the head of a table is high for, in lines. */
const HEAD = 0.75;

/** （特定増改築等）住宅借入金等特別控除額の計算: the columns, and below them what they come to. */
export function drawCalculation(page: Page, area: Area): void {
  const { tables, figures } = calculationOf(page);
  const { paper } = page;
  const [side, body] = columns(area, SIDE, area.w - SIDE);
  const lines = tables[0]!.lines.length;
  const [above, below] = rows(body!, lines + HEAD, figures.length);
  const widths = tables.map(({ shares, columns }) => shares.words + shares.column * columns.length);
  paper.label(side!, "控除額の計算", { vertical: true, size: 7 });
  for (const [i, place] of columns(above!, ...widths).entries()) drawTable(page, place, tables[i]!);
  for (const [i, place] of rows(below!, ...equal(figures.length)).entries()) {
    drawFigures(paper, place, figures[i]!);
  }
  paper.frame(area);
}

function calculationOf({ form: { generation } }: Page): Calculation {
  if (generation === "old") return OLD_LINES;
  return generation === "new" ? NEW_LINES : LINES_FROM_2022;
}

function drawTable(page: Page, area: Area, table: Table): void {
  const { paper } = page;
  const [head, ...lines] = rows(area, HEAD, ...equal(table.lines.length));
  const [title, ...words] = cellsOf(head!, table);
  paper.label(title!, table.title, { size: 6.5 });
  for (const [i, { word }] of table.columns.entries()) paper.label(words[i]!, word, { size: 7 });
  for (const [i, line] of table.lines.entries()) drawLine(page, lines[i]!, table, line);
}

/** The words of a line, and its columns. */
function cellsOf(area: Area, { shares, columns: { length } }: Table): Area[] {
  return columns(area, shares.words, ...equal(length).map(() => shares.column));
}

function drawLine({ paper, row }: Page, area: Area, table: Table, line: Line): void {
  const [words, ...values] = cellsOf(area, table);
  drawWords(paper, words!, line);
  for (const [i, { place }] of table.columns.entries()) {
    paper.value(values[i]!, `${row("columns", place)}.${line.box}`, { size: 10 });
  }
}

function drawFigures(paper: Paper, area: Area, figures: readonly Figure[]): void {
  const wide = figures.length === 1;
  for (const [i, cell] of columns(area, ...equal(figures.length)).entries()) {
    const [words, value] = columns(cell, ...(wide ? [3, 1] : [1, 1]));
    drawWords(paper, words!, figures[i]!);
    paper.value(value!, figures[i]!.id, { size: wide ? 12 : 10 });
    if (wide) paper.frame(value!);
  }
}

/** Words with their number before what they name. */
function drawWords(paper: Paper, area: Area, { number, words }: { number: string; words: string }): void {
  const [text, mark] = columns(area, area.w - NUMBER, NUMBER);
  if (number === "") return paper.label(area, words, { align: "left" });
  paper.label(text!, words, { align: "left" });
  paper.label(mark!, number, { size: 8 });
}
