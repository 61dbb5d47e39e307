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

/** Pages with the texts that had no room where they belong, each under the name of its place; none for none. */
export function overflowSheets(texts: readonly SheetText[]): Sheet[] {
  const sheets: Sheet[] = [];
  let y = Infinity;
  const put = (text: string, size: number) => {
    if (y + LINE > BOTTOM) {
      sheets.push({ landscape: false, shapes: [], texts: [titleOf()] });
      y = MARGIN + 2 * TITLE_SIZE;
    }
    sheets.at(-1)!.texts.push({ area: { x: MARGIN, y, w: A4.short - 2 * MARGIN, h: LINE }, text, size });
    y += LINE;
  };
  for (const { field = "", text } of texts) {
    put(`■ ${field}`, LABEL_SIZE);
    for (const line of linesOf(text)) put(line, SIZE);
    y += LINE / 2;
  }
  return sheets;
}

function titleOf(): SheetText {
  const area = { x: MARGIN, y: MARGIN, w: A4.short - 2 * MARGIN, h: TITLE_SIZE + 4 };
  return { area, text: "別紙（欄に書ききれない内容）", size: TITLE_SIZE };
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const letters = [...paragraph];
    const count = Math.max(1, Math.ceil(letters.length / LETTERS));
    return Array.from({ length: count }, (_, i) => letters.slice(i * LETTERS, (i + 1) * LETTERS).join(""));
  });
}
