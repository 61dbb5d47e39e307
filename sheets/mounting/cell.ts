import type { Area, Sheet, SheetText } from "../../formats/pdf/sheet.ts";
import { inside } from "../area.ts";
import { THIN, TINT } from "../paper.ts";

type Style = Partial<Omit<SheetText, "area" | "text" | "field">>;

/** A printed word in its frame, grey behind it. */
export function wordCell(sheet: Sheet, area: Area, text: string, style: Style = {}): void {
  sheet.shapes.push({ kind: "rectangle", area, line: THIN, fill: TINT });
  sheet.texts.push({ area: inside(area, 1), text, size: 7.5, align: "center", lines: 2, ...style });
}

/** Something of the employee or of a certificate in its frame; `field`: what it is. */
export function valueCell(sheet: Sheet, area: Area, text: string, field: string, style: Style = {}): void {
  sheet.shapes.push({ kind: "rectangle", area, line: THIN });
  if (text !== "") sheet.texts.push({ area: inside(area, 1.5), text, field, size: 9, lines: 2, ...style });
}
