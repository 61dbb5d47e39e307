import { japaneseYear } from "../../domain/japanese_year.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows, spanning } from "../area.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { drawPerson, drawPersonWords, PERSON } from "./person.ts";

const COLUMNS = { ...PERSON, abroad: 42, income: 70, disability: 56, change: 60, widow: 42 };

/** Rows on a page. */
const PLACES = 2;

/** 住民税に関する事項: 退職手当等を有する配偶者・扶養親族. */
export function drawRetirement({ paper, form, row }: Page, area: Area): void {
  const [words, table] = columns(area, 68, 718);
  paper.label(words!, "退職手当等を\n有する配偶者・\n扶養親族", { size: 6.5 });
  const [head, ...lines] = rows(table!, 22, ...equal(PLACES).map(() => 21));
  drawWords(paper, namedColumns(head!, COLUMNS), form.year);
  for (const [place, line] of lines.entries()) {
    const id = row("F", place);
    const at = namedColumns(line, COLUMNS);
    drawPerson(paper, at, id);
    paper.cell(at.abroad);
    paper.tick(at.abroad, `${id}.abroad`);
    paper.value(at.income, `${id}.income`, { unit: "円" });
    paper.value(at.disability, `${id}.disability`, { size: 8, lines: 2 });
    paper.value(at.change, `${id}.change`, { size: 8, lines: 3 });
  }
  const { widow } = namedColumns(spanning(lines[0]!, lines.at(-1)!), COLUMNS);
  paper.cell(widow);
  paper.tick(widow, "F.widow");
}

function drawWords(paper: Paper, at: Record<keyof typeof COLUMNS, Area>, year: number): void {
  drawPersonWords(paper, at);
  paper.label(at.abroad, "非居住者で\nある親族");
  paper.label(at.income, `${japaneseYear(year)}中の\n所得の見積額\n（退職所得を除く）`, { size: 5.5 });
  paper.label(at.disability, "障害者区分");
  paper.label(at.change, "異動月日\n及び事由");
  paper.label(at.widow, "寡婦又は\nひとり親");
}
