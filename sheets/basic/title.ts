import type { Area } from "../../formats/pdf/sheet.ts";
import { namedColumns } from "../area.ts";
import type { Page } from "../layout.ts";
import { THIN } from "../paper.ts";

/** The title, and what the form is called for short in an oval. */
export function drawTitle({ paper, title }: Page, area: Area, short: string): void {
  const at = namedColumns(area, { title: 88, short: 12 });
  paper.label(at.title, title, { bare: true, size: 11, lines: 1 });
  const oval = { ...at.short, h: area.h - 3 };
  paper.sheet.shapes.push({ kind: "ellipse", area: oval, line: THIN });
  paper.label(oval, short, { bare: true, size: 9, lines: 1 });
}
