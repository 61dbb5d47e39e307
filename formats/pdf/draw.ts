import { fitText, type Metrics, type PlacedLine } from "./fit.ts";
import { kept } from "./kept.ts";
import { lineOperators, type WritingFont } from "./lines.ts";
import { ELSEWHERE } from "./overflow.ts";
import { shapeOperators } from "./shapes.ts";
import type { Sheet, SheetText } from "./sheet.ts";

/** What of pdfkit's document is used to draw onto its page; a part of it is not among its types. */
interface Canvas {
  page: { fonts: Record<string, unknown> };
  addContent(operators: string): unknown;
  _font: WritingFont & { ref(): unknown };
}

/** Draws a page onto the document's; answers the texts that have no room even in the smallest letters. */
export function drawSheet(
  document: PDFKit.PDFDocument,
  { shapes, texts }: Sheet,
  metrics: Metrics,
): SheetText[] {
  const overflowing: SheetText[] = [];
  const lines: PlacedLine[] = [];
  for (const text of texts) {
    const fitting = fitted(text, metrics);
    if (!fitting) overflowing.push(text);
    lines.push(...fitting ?? fitText({ ...text, ...ELSEWHERE }, metrics) ?? []);
  }
  const canvas = document as unknown as Canvas;
  const { page: { fonts }, _font: font } = canvas;
  fonts[font.id] ??= font.ref();
  const written = lineOperators(font, lines.filter(({ text }) => text !== ""));
  canvas.addContent([shapeOperators(shapes), "0 g", written].join("\n"));
  return overflowing;
}

/** By font: where printed words go, from the corner of their place, which is the same on every page. */
const printed = new WeakMap<Metrics, (text: SheetText) => PlacedLine[] | null>();

function fitOnce(metrics: Metrics): (text: SheetText) => PlacedLine[] | null {
  const known = printed.get(metrics);
  if (known) return known;
  const fit = kept(
    (text: SheetText) => fitText(text, metrics),
    ({ area: { w, h }, text, size, least, align, valign, lines, vertical }) =>
      [w, h, size, least, align, valign, lines, vertical, text].join("\t"),
  );
  printed.set(metrics, fit);
  return fit;
}

function fitted(text: SheetText, metrics: Metrics): PlacedLine[] | null {
  // Values differ from one document to the next.
  if (text.field !== undefined) return fitText(text, metrics);
  const { x, y, ...size } = text.area;
  const lines = fitOnce(metrics)({ ...text, area: { x: 0, y: 0, ...size } });
  return lines && lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y }));
}
