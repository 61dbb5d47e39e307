import type { Area, SheetText } from "./sheet.ts";

/** A line of a text with the place where its first letter begins, on its baseline. */
export interface PlacedLine {
  text: string;
  x: number;
  y: number;
  size: number;
  /** Of the width of its letters. */
  scale: number;
  width: number;
}

/** Measures letters. */
export interface Metrics {
  /** Width of a text at size 1. */
  width(text: string): number;
  /** From the baseline up and down at size 1. */
  ascent: number;
  descent: number;
}

/** How lines follow each other, in sizes. */
const LEADING = 1.15;
const LEAST_SIZE = 4;
/** How narrow letters may become (長体). */
const NARROWEST = 0.6;
/** What a size shrinks by at each try. */
const STEP = 0.25;
/** Left free at each side of a place. */
const MARGIN = 1;

/** Where the lines of a text go; null: not even the smallest letters fit. */
export function fitText(given: SheetText, metrics: Metrics): PlacedLine[] | null {
  const { area, text, size, least = LEAST_SIZE } = given;
  if (text === "") return [];
  if (given.vertical) return vertically(given, metrics);
  const width = area.w - 2 * MARGIN;
  for (const scale of [1, 0.85, 0.7, NARROWEST]) {
    for (let at = size; at >= least - 0.001; at -= STEP) {
      const lines = broken(text, width / at / scale, metrics);
      const height = blockHeight(lines.length, metrics) * at;
      if (lines.length > mostLines(given) || height > area.h + 0.01) continue;
      if (lines.every((line) => metrics.width(line) * at * scale <= width + 0.01)) {
        return placed(lines, given, metrics, at, scale);
      }
    }
  }
  return null;
}

function mostLines({ text, lines = 1 }: SheetText): number {
  return Math.max(lines, text.split("\n").length);
}

function blockHeight(lines: number, { ascent, descent }: Metrics): number {
  return (lines - 1) * LEADING + ascent + descent;
}

/** Characters that do not begin a line, blanks among them, and those that do not end one (JIS X 4051 行頭禁則, 行末禁則). */
const NOT_FIRST = new Set(" 　、。，．・：；？！）］｝」』】〕ーっゃゅょッャュョ々%％円");
const NOT_LAST = new Set("（［｛「『【〔〒");

/** What numbers and Latin words are made of. */
const ONE_PIECE = /[0-9A-Za-z,./-]/;

/** Breaks a text into lines of at most `width`; a letter wider than that has a line of its own. */
function broken(text: string, width: number, metrics: Metrics): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const letter of paragraph) {
      if (line !== "" && metrics.width(line + letter) > width) {
        const cut = breakBefore(line, letter);
        lines.push(line.slice(0, cut));
        line = line.slice(cut);
      }
      line += letter;
    }
    return [...lines, line];
  });
}

/** Where `line` ends when `letter` has no room in it. */
function breakBefore(line: string, letter: string): number {
  const letters = [...line];
  let keep = letters.length;
  let next = letter;
  while (
    keep > 1 &&
    (NOT_FIRST.has(next) || NOT_LAST.has(letters[keep - 1]!) || isHalved(letters[keep - 1]!, next))
  ) {
    next = letters[--keep]!;
  }
  return keep <= 1 ? line.length : letters.slice(0, keep).join("").length;
}

/** True within a number (an amount, a day, a 郵便番号, 1-2-3 of a 番地) or a Latin word. */
function isHalved(a: string, b: string): boolean {
  return ONE_PIECE.test(a) && ONE_PIECE.test(b);
}

function placed(
  lines: readonly string[],
  { area, align = "left", valign = "middle" }: SheetText,
  metrics: Metrics,
  size: number,
  scale: number,
): PlacedLine[] {
  const free = area.h - blockHeight(lines.length, metrics) * size;
  const top = area.y + { top: 0, middle: free / 2, bottom: free }[valign];
  return lines.map((text, i) => {
    const width = metrics.width(text) * size * scale;
    return {
      text,
      x: startOf(area, width, align),
      y: top + (metrics.ascent + i * LEADING) * size,
      size,
      scale,
      width,
    };
  });
}

function startOf({ x, w }: Area, width: number, align: NonNullable<SheetText["align"]>): number {
  return { left: x + MARGIN, center: x + (w - width) / 2, right: x + w - MARGIN - width }[align];
}

/** What looks otherwise where letters go downwards. The font has no upright brackets: such texts have none. */
const UPRIGHT: Readonly<Record<string, string>> = { "ー": "｜" };

function vertically(
  { area, text, size, least = LEAST_SIZE }: SheetText,
  metrics: Metrics,
): PlacedLine[] | null {
  const letters = [...text].map((letter) => UPRIGHT[letter] ?? letter);
  const em = metrics.ascent + metrics.descent;
  for (let at = size; at >= least - 0.001; at -= STEP) {
    const pitch = Math.min(area.h / letters.length, at * 1.25);
    if (pitch < at * em * 0.98 || at > area.w) continue;
    const top = area.y + (area.h - pitch * letters.length) / 2;
    return letters.map((letter, i) => {
      const width = metrics.width(letter) * at;
      const y = top + i * pitch + (pitch - em * at) / 2 + metrics.ascent * at;
      return { text: letter, x: area.x + (area.w - width) / 2, y, size: at, scale: 1, width };
    });
  }
  return null;
}
