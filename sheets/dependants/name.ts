import type { Area } from "../../formats/pdf/sheet.ts";
import { rows } from "../area.ts";
import { type Paper, THIN } from "../paper.ts";

/** フリガナ over 氏名 of somebody: `id` is a part's or a row's; `size`: of 氏名. */
export function drawName(paper: Paper, area: Area, id: string, size = 10): void {
  const [kana, name] = rows(area, 2, 3);
  paper.cell(area);
  paper.sheet.shapes.push({
    kind: "line",
    from: { x: name!.x, y: name!.y },
    to: { x: name!.x + name!.w, y: name!.y },
    line: THIN,
    dashed: true,
  });
  paper.value(kana!, `${id}.kana`, { bare: true, size: 7 });
  paper.value(name!, `${id}.name`, { bare: true, size, least: 5, lines: 2 });
}
