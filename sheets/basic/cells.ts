import type { Area } from "../../formats/pdf/sheet.ts";
import { namedColumns, namedRows, rows } from "../area.ts";
import type { Paper } from "../paper.ts";

/** How high a small printed word over a value is. */
const WORD_HEIGHT = 8;

/** フリガナ over the name of somebody; `part`: where their boxes are. */
export function drawName(paper: Paper, area: Area, part: string, words: string): void {
  const [kana, name] = rows(area, 2, 3);
  const cut = (line: Area) => namedColumns(line, { words: 20, value: 80 });
  const [over, below] = [cut(kana!), cut(name!)];
  paper.label(over.words, "（フリガナ）", { size: 5.5 });
  paper.value(over.value, `${part}.kana`, { size: 7, lines: 2 });
  paper.label(below.words, words);
  paper.value(below.value, `${part}.name`, { size: 10, lines: 2 });
}

/** A small printed word over the cells of a 個人番号. */
export function drawNumber(paper: Paper, area: Area, part: string, words: string): void {
  const at = { ...area, y: area.y + WORD_HEIGHT, h: area.h - WORD_HEIGHT };
  paper.label({ ...area, h: WORD_HEIGHT }, words, { plain: true, align: "left", size: 5 });
  paper.number(at, `${part}.number`);
}

/** A small printed word over whole yen. */
export function drawYen(paper: Paper, area: Area, id: string, label: string): void {
  paper.field(area, id, { label, unit: "円", head: WORD_HEIGHT });
}

/** A small printed word over a box to tick. */
export function drawTicked(paper: Paper, area: Area, id: string, words: string): void {
  const at = namedRows(area, { words: 1, tick: 1 });
  paper.cell(area);
  paper.label(at.words, words, { bare: true, size: 5, lines: 2 });
  paper.tick(at.tick, id);
}
