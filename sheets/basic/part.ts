import type { Area } from "../../formats/pdf/sheet.ts";
import type { Paper } from "../paper.ts";

const NAME_HEIGHT = 12;

/** The name of a declaration across its top; answers the area that is left for its boxes. */
export function drawPartName(paper: Paper, area: Area, name: string): Area {
  paper.label({ ...area, h: NAME_HEIGHT }, `◆ ${name} ◆`, { size: 8, lines: 1 });
  return { ...area, y: area.y + NAME_HEIGHT, h: area.h - NAME_HEIGHT };
}

/** What a table or list below is about. */
export function drawHeading(paper: Paper, area: Area, words: string): void {
  paper.label(area, `○ ${words}`, { bare: true, align: "left", lines: 1 });
}
