import type { Area } from "../../formats/pdf/sheet.ts";
import { rows } from "../area.ts";
import type { Paper } from "../paper.ts";

/** フリガナ over 氏名 of somebody: `id` is a part's or a row's. */
export function drawName(paper: Paper, area: Area, id: string): void {
  const [kana, name] = rows(area, 2, 3);
  paper.value(kana!, `${id}.kana`, { size: 7 });
  paper.value(name!, `${id}.name`, { size: 10, least: 5, lines: 2 });
}
