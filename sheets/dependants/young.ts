import { japaneseYear } from "../../domain/japanese_year.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows } from "../area.ts";
import { bornAfter } from "../dates.ts";
import type { Page } from "../layout.ts";
import { drawPerson, drawPersonWords, PERSON } from "./person.ts";

const COLUMNS = { ...PERSON, abroad: 62, income: 78, change: 130 };

/** Rows on a page. */
const PLACES = 3;

/** 住民税に関する事項: 16歳未満の扶養親族. */
export function drawYoung({ paper, form, row }: Page, area: Area): void {
  const [words, table] = columns(area, 68, 718);
  const after = bornAfter(form.year, 16);
  paper.label(words!, `16歳未満の\n扶養親族\n（${after}\n以後生）`, { size: 6.5, lines: 4 });
  const [head, ...lines] = rows(table!, 15, ...equal(PLACES).map(() => 21));
  const over = namedColumns(head!, COLUMNS);
  drawPersonWords(paper, over);
  paper.label(over.abroad, "控除対象外国外\n扶養親族");
  paper.label(over.income, `${japaneseYear(form.year)}中の\n所得の見積額`);
  paper.label(over.change, "異動月日及び事由");
  for (const [place, line] of lines.entries()) {
    const id = row("E", place);
    const at = namedColumns(line, COLUMNS);
    drawPerson(paper, at, id);
    paper.cell(at.abroad);
    paper.tick(at.abroad, `${id}.abroad`);
    paper.value(at.income, `${id}.income`, { unit: "円" });
    paper.value(at.change, `${id}.change`, { size: 8, lines: 2 });
  }
}
