import type { PlacedLine } from "./fit.ts";
import { number } from "./number.ts";

/** The font of a document as pdfkit keeps it: what gives letters their numbers in it. */
export interface WritingFont {
  id: string;
  encode(text: string): [hex: string[], positions: unknown];
}

/**
 * The operators that write lines of text in a font (PDF 1.7, ISO 32000-1 9.4), in one piece: pdfkit's own `text` measures
 * each line anew and writes nine operators for it.
 */
export function lineOperators(font: WritingFont, lines: readonly PlacedLine[]): string {
  const operators = lines.map(({ text, x, y, size, scale }) => {
    // The page has its origin at the upper left: letters are turned upright.
    const matrix = [size * scale, 0, 0, -size, x, y].map(number).join(" ");
    return `${matrix} Tm <${font.encode(text)[0].join("")}> Tj`;
  });
  return `BT /${font.id} 1 Tf\n${operators.join("\n")}\nET`;
}
