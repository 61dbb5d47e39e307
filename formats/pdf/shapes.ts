import { number } from "./number.ts";
import type { Area, Point, Shape } from "./sheet.ts";

const DASH = 1.5;

/**
 * The operators that draw shapes in their order (PDF 1.7, ISO 32000-1 8.5), in one piece: pdfkit keeps a buffer for each
 * operator that it is given, and a form has hundreds of lines.
 */
export function shapeOperators(shapes: readonly Shape[]): string {
  return shapes.map((shape) => {
    const fill = shape.kind === "rectangle" && shape.fill !== undefined ? `${number(shape.fill)} g ` : "";
    if (shape.line === undefined) return fill === "" ? "" : `${fill}${pathOf(shape)} f`;
    const width = `${number(shape.line)} w`;
    const path = pathOf(shape);
    const stroke = shape.dashed ? `[${DASH} ${DASH}] 0 d ${width} ${path} S [] 0 d` : `${width} ${path} S`;
    return fill === "" ? stroke : `${fill}${path} f ${stroke}`;
  }).join("\n");
}

function pathOf(shape: Shape): string {
  switch (shape.kind) {
    case "line":
      return `${at(shape.from)} m ${at(shape.to)} l`;
    case "rectangle": {
      const { x, y, w, h } = shape.area;
      return `${[x, y, w, h].map(number).join(" ")} re`;
    }
    case "ellipse":
      return ellipse(shape.area);
  }
}

/** How far from its ends a Bézier curve has its handles so that four of them make a circle of radius 1. */
const HANDLE = 4 * (Math.SQRT2 - 1) / 3;

function ellipse({ x, y, w, h }: Area): string {
  const [rx, ry] = [w / 2, h / 2];
  const place = (dx: number, dy: number) => at({ x: x + rx + dx * rx, y: y + ry + dy * ry });
  const quarter = (fromX: number, fromY: number, toX: number, toY: number) =>
    [
      place(fromX + toX * HANDLE, fromY + toY * HANDLE),
      place(toX + fromX * HANDLE, toY + fromY * HANDLE),
      place(toX, toY),
      "c",
    ].join(" ");
  return [
    `${place(1, 0)} m`,
    quarter(1, 0, 0, 1),
    quarter(0, 1, -1, 0),
    quarter(-1, 0, 0, -1),
    quarter(0, -1, 1, 0),
  ].join(" ");
}

function at({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}
