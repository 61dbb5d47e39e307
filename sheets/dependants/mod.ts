import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, namedRows, rows } from "../area.ts";
import type { Layout, Page } from "../layout.ts";
import { drawDisability } from "./disability.ts";
import { drawFamilyWords } from "./family.ts";
import { drawDependantsHead } from "./head.ts";
import { drawRelatives, drawSpouse } from "./relatives.ts";
import { drawRetirement } from "./retirement.ts";
import { drawShared } from "./shared.ts";
import { drawTitle } from "./title.ts";
import { drawYoung } from "./young.ts";

/** 給与所得者の扶養控除等（異動）申告書. */
export const DEPENDANTS: Layout = { landscape: true, draw };

function draw(page: Page): void {
  const { paper, numberNote } = page;
  const at = namedRows(paper.body, {
    title: numberNote === null ? 20 : 32,
    head: 66,
    gapBelowHead: 4,
    salary: 256,
    gapAboveShared: 4,
    shared: 57,
    gapBelowShared: 4,
    residentTax: 140,
    foot: 9,
  });
  drawTitle(page, at.title);
  drawDependantsHead(page, at.head);
  drawSalary(page, at.salary);
  drawShared(page, at.shared);
  drawResidentTax(page, at.residentTax);
  paper.label(at.foot, "年調で作成", { bare: true, align: "right", valign: "bottom", size: 5 });
}

/** A, B and C. */
function drawSalary(page: Page, area: Area): void {
  const { paper, form } = page;
  const table = besideWords(paper, area, "主たる給与から控除を受ける");
  const [words, spouse, relatives, disability] = rows(table, 26, 33, 4 * 33, 65);
  drawFamilyWords(paper, form, words!);
  drawSpouse(paper, spouse!);
  drawRelatives(page, relatives!);
  drawDisability(paper, disability!);
}

function drawResidentTax(page: Page, area: Area): void {
  const table = besideWords(page.paper, area, "住民税に関する事項");
  const [young, retirement] = rows(table, 77, 63);
  drawYoung(page, young!);
  drawRetirement(page, retirement!);
}

/** What is left of a part beside the words at its left edge. */
function besideWords({ label, frame }: Page["paper"], area: Area, words: string): Area {
  const [edge, rest] = columns(area, 12, 786);
  label(edge!, words, { vertical: true });
  frame(area);
  return rest!;
}
