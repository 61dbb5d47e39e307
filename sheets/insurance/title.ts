import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, inside } from "../area.ts";
import type { Page } from "../layout.ts";

/** The title, and at its right the sign 保 by which payroll tells the forms apart. */
export function drawTitle({ paper, title }: Page, area: Area): void {
  const [, words, last] = columns(area, 1, 18, 1);
  paper.label(words!, title, { bare: true, size: 13, lines: 1 });
  const side = area.h - 2;
  const sign = inside(
    { x: last!.x + last!.w - area.h, y: area.y, w: area.h, h: area.h },
    (area.h - side) / 2,
  );
  paper.sheet.shapes.push({ kind: "ellipse", area: sign, line: 0.7 });
  paper.label(sign, "保", { bare: true, size: 10 });
}
