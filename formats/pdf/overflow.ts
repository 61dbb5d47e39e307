import { A4, type Sheet, type SheetText } from "./sheet.ts";

/** What stands in a place whose text has no room. */
export const ELSEWHERE = { text: "別紙", lines: 1, vertical: false } as const;

const MARGIN = 48;
const TITLE_SIZE = 12;
const SIZE = 9;
const LABEL_SIZE = 8;
const LINE = 12;
/** Letters of a line; the widest are as wide as high. */
const LETTERS = Math.floor((A4.short - 2 * MARGIN) / SIZE) - 1;
const BOTTOM = A4.long - MARGIN;

/**
 * Pages with the texts that had no room where they belong, each under the name of its place; none for none. `of`: what
 * they belong to, should they come apart.
 */
export function overflowSheets(texts: readonly SheetText[], of: string): Sheet[] {
  const sheets: Sheet[] = [];
  let y = Infinity;
  /** `lines`: how many have to stand together, with this one. */
  const put = (text: string, size: number, lines = 1) => {
    if (y + lines * LINE > BOTTOM) {
      sheets.push({ landscape: false, shapes: [], texts: headOf(of) });
      y = MARGIN + 2 * TITLE_SIZE + LINE;
    }
    sheets.at(-1)!.texts.push({ area: { x: MARGIN, y, w: A4.short - 2 * MARGIN, h: LINE }, text, size });
    y += LINE;
  };
  for (const { field = "", text } of texts) {
    put(`■ ${field}`, LABEL_SIZE, 2);
    for (const line of linesOf(text)) put(line, SIZE);
    y += LINE / 2;
  }
  return sheets;
}

function headOf(of: string): SheetText[] {
  const title = { x: MARGIN, y: MARGIN, w: A4.short - 2 * MARGIN, h: TITLE_SIZE + 4 };
  return [
    { area: title, text: "別紙（欄に書ききれない内容）", size: TITLE_SIZE },
    { area: { ...title, y: title.y + title.h, h: LINE }, text: of, size: LABEL_SIZE },
  ];
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const letters = [...paragraph];
    const count = Math.max(1, Math.ceil(letters.length / LETTERS));
    return Array.from({ length: count }, (_, i) => letters.slice(i * LETTERS, (i + 1) * LETTERS).join(""));
  });
}
