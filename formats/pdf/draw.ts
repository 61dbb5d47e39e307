import { fitText, type Metrics, type PlacedLine } from "./fit.ts";
import { kept } from "./kept.ts";
import { writeLines } from "./lines.ts";
import { ELSEWHERE } from "./overflow.ts";
import type { Shape, Sheet, SheetText } from "./sheet.ts";

/** What of pdfkit's document is used. */
export type Canvas = PDFKit.PDFDocument;

/** Draws a page onto the canvas's; answers the texts that have no room even in the smallest letters. */
export function drawSheet(canvas: Canvas, { shapes, texts }: Sheet, metrics: Metrics): SheetText[] {
  for (const shape of shapes) drawShape(canvas, shape);
  canvas.fillColor("black");
  const overflowing: SheetText[] = [];
  const lines: PlacedLine[] = [];
  for (const text of texts) {
    const fitting = fitted(text, metrics);
    if (!fitting) overflowing.push(text);
    lines.push(...fitting ?? fitText({ ...text, ...ELSEWHERE }, metrics) ?? []);
  }
  writeLines(canvas, lines.filter(({ text }) => text !== ""));
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

function drawShape(canvas: Canvas, shape: Shape): void {
  if (shape.kind === "line") {
    stroke(canvas.moveTo(shape.from.x, shape.from.y).lineTo(shape.to.x, shape.to.y), shape);
    return;
  }
  const { x, y, w, h } = shape.area;
  if (shape.kind === "ellipse") {
    stroke(canvas.ellipse(x + w / 2, y + h / 2, w / 2, h / 2), shape);
    return;
  }
  if (shape.fill !== undefined) canvas.rect(x, y, w, h).fill(greyOf(shape.fill));
  if (shape.line !== undefined) stroke(canvas.rect(x, y, w, h), shape);
}

const DASH = 1.5;

function stroke(canvas: Canvas, { line, dashed }: { line?: number; dashed?: boolean }): void {
  canvas.lineWidth(line ?? 0);
  if (dashed) canvas.dash(DASH, { space: DASH });
  canvas.stroke("black");
  if (dashed) canvas.undash();
}

function greyOf(grey: number): string {
  const part = Math.round(grey * 255).toString(16).padStart(2, "0");
  return `#${part.repeat(3)}`;
}
