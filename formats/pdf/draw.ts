import { fitText, type Metrics } from "./fit.ts";
import { ELSEWHERE } from "./overflow.ts";
import type { Shape, Sheet, SheetText } from "./sheet.ts";

/** What of pdfkit's document is used. */
export type Canvas = PDFKit.PDFDocument;

/** Draws a page onto the canvas's; answers the texts that have no room even in the smallest letters. */
export function drawSheet(canvas: Canvas, { shapes, texts }: Sheet, metrics: Metrics): SheetText[] {
  for (const shape of shapes) drawShape(canvas, shape);
  canvas.fillColor("black");
  return texts.filter((text) => !drawText(canvas, text, metrics));
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

/** False where the text has no room, and a reference stands in its place. */
function drawText(canvas: Canvas, text: SheetText, metrics: Metrics): boolean {
  const lines = fitText(text, metrics);
  for (const line of lines ?? fitText({ ...text, ...ELSEWHERE }, metrics) ?? []) {
    // The type of options lacks horizontalScaling, which pdfkit documents.
    const options = {
      lineBreak: false,
      baseline: "alphabetic",
      horizontalScaling: line.scale * 100,
    } as const;
    if (line.text !== "") canvas.fontSize(line.size).text(line.text, line.x, line.y, options);
  }
  return lines !== null;
}
