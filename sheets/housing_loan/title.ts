import { japaneseYear } from "../../domain/japanese_year.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns } from "../area.ts";
import type { Page } from "../layout.ts";

/** The year, and the name of the form beside it: what it is besides on a line of its own. */
export function drawTitle({ paper, form, title }: Page, area: Area): void {
  const [year, name] = columns(area, 1, 5);
  paper.label(year!, `${japaneseYear(form.year)}分`, { bare: true, size: 12 });
  paper.label(name!, title.replace(" 兼 ", "\n兼 "), { bare: true, size: 11.5 });
}
