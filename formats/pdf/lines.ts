import type { PlacedLine } from "./fit.ts";

/** What of pdfkit's document writes lines of text. Its own `text` measures each line anew and writes nine operators for it. */
interface Writer {
  _font: { id: string; encode(text: string): [hex: string[], positions: unknown]; ref(): unknown };
  page: { fonts: Record<string, unknown> };
  addContent(operators: string): unknown;
}

/** Writes lines in the font of the document, in the colour that was set, onto its page (PDF 1.7, ISO 32000-1 9.4). */
export function writeLines(canvas: PDFKit.PDFDocument, lines: readonly PlacedLine[]): void {
  if (lines.length === 0) return;
  const { _font: font, page, addContent } = canvas as unknown as Writer;
  page.fonts[font.id] ??= font.ref();
  const operators = lines.map(({ text, x, y, size, scale }) => {
    // The page has its origin at the upper left: letters are turned upright.
    const matrix = [size * scale, 0, 0, -size, x, y].map(number).join(" ");
    return `${matrix} Tm <${font.encode(text)[0].join("")}> Tj`;
  });
  addContent.call(canvas, `BT /${font.id} 1 Tf\n${operators.join("\n")}\nET`);
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
