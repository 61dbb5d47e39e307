import type { Area, Sheet } from "../../formats/pdf/sheet.ts";
import { columns, equal, rows } from "../area.ts";
import { THICK } from "../paper.ts";
import { valueCell, wordCell } from "./cell.ts";
import type { Mounting } from "./mod.ts";

/** Whose certificates these are: where the person belongs at the left, 社員番号 to be read from afar at the right. */
export function drawHead(sheet: Sheet, area: Area, mounting: Mounting): void {
  const [words, big] = columns(area, 3, 1.4) as [Area, Area];
  const lines: [string, string | null][] = [
    ["会社名", mounting.company],
    ["事業所名", mounting.establishment],
    ["依頼グループ", mounting.group],
    ["部署", mounting.department],
    ["社員番号", mounting.code],
    ["氏名", mounting.name],
  ];
  for (const [i, line] of rows(words, ...equal(lines.length)).entries()) {
    const [name, value] = lines[i]!;
    const [left, right] = columns(line, 1, 4) as [Area, Area];
    wordCell(sheet, left, name);
    valueCell(sheet, right, value ?? "", name, { size: name === "氏名" ? 12 : 9.5 });
  }
  const [top, code] = rows(big, 1, 5) as [Area, Area];
  wordCell(sheet, top, "社員番号");
  // Repeated to be found in a pile of sheets: what has no room here stands in its line at the left.
  valueCell(sheet, code, mounting.code, "社員番号", { size: 30, lines: 3, align: "center" });
  sheet.shapes.push({ kind: "rectangle", area, line: THICK });
}
