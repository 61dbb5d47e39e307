import type { Area } from "../../formats/pdf/sheet.ts";
import { columns } from "../area.ts";
import type { Paper } from "../paper.ts";

/** How high it is, beside the heights of rows. */
export const UNDER_23_HEIGHT = 17;

/** 年齢23歳未満の扶養親族を有する場合の特例, of the years that have it: claimed, and for whom. */
export function drawUnder23(paper: Paper, area: Area): void {
  const [words, tick, nameWords, name] = columns(area, 42, 5, 26, 35);
  paper.label(words!, "年齢23歳未満の扶養親族を有する場合の特例", { size: 6.5 });
  paper.cell(tick!);
  paper.tick(tick!, "life.under_23");
  paper.label(nameWords!, "年齢23歳未満の\n扶養親族の氏名");
  paper.value(name!, "life.under_23_name");
}
