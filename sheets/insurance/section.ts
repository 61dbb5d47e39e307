import type { Area } from "../../formats/pdf/sheet.ts";
import type { Paper } from "../paper.ts";

const NAME_WIDTH = 14;

/** A 控除 in its thick frame, its name downwards at the left edge; answers the rest of its area. */
export function drawSection(paper: Paper, area: Area, name: string): Area {
  paper.label({ ...area, w: NAME_WIDTH }, name, { vertical: true, size: 8 });
  paper.frame(area);
  return { ...area, x: area.x + NAME_WIDTH, w: area.w - NAME_WIDTH };
}
