import { japaneseYear } from "../../domain/japanese_year.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns } from "../area.ts";
import type { Page } from "../layout.ts";

/** The year, and the name of the form beside it. */
export function drawTitle({ paper, form, title }: Page, area: Area): void {
  const [year, name] = columns(area, 1, 6);
  paper.label(year!, `${japaneseYear(form.year)}分`, { bare: true, size: 12 });
  paper.label(name!, title, { bare: true, size: 12, lines: 2 });
}
