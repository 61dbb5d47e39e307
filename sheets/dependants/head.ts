import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, namedColumns, rows } from "../area.ts";
import { drawHead } from "../head.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";

/** The head with what this form asks besides: birth, household, and 従たる給与. */
export function drawDependantsHead(page: Page, area: Area): void {
  const at = namedColumns(area, { head: 620, household: 126, secondary: 52 });
  drawHead(page, at.head);
  drawHousehold(page.paper, at.household);
  drawSecondary(page.paper, at.secondary);
  page.paper.frame(area);
}

const HOUSEHOLD = [
  ["head.birth", "あなたの生年月日"],
  ["head.householder", "世帯主の氏名"],
  ["head.householder_relation", "あなたとの続柄"],
  ["head.has_spouse", "配偶者の有無"],
] as const;

function drawHousehold(paper: Paper, area: Area): void {
  const lines = rows(area, ...HOUSEHOLD.map(() => 1));
  for (const [i, [id, words]] of HOUSEHOLD.entries()) {
    const [word, value] = columns(lines[i]!, 4, 5);
    paper.label(word!, words);
    paper.value(value!, id, { lines: 2 });
  }
}

function drawSecondary(paper: Paper, area: Area): void {
  const [words, tick] = rows(area, 3, 2);
  paper.label(words!, "従たる給与についての扶養控除等申告書の提出", { lines: 4 });
  paper.cell(tick!);
  paper.tick(tick!, "head.secondary");
}
