import type { Form } from "../../domain/forms/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows } from "../area.ts";
import { bornBy } from "../dates.ts";
import { type Page, rowNumber } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { FAMILY, RELATION_AND_BIRTH } from "./family.ts";
import { drawName } from "./name.ts";

/** A 源泉控除対象配偶者. */
export function drawSpouse(paper: Paper, area: Area): void {
  const at = namedColumns(area, FAMILY);
  paper.label(at.part, "A\n源泉控除対象\n配偶者", { size: 6.5 });
  const [number, birth] = rows(at.number, 1, 1);
  paper.number(number!, "A.number");
  paper.value(birth!, "A.birth", { align: "center" });
  paper.cell(at.age, { struck: true });
  const [abroad, support] = rows(at.abroad, 1, 1);
  paper.cell(abroad!);
  paper.mark(abroad!, "A.abroad", "非居住者である親族");
  paper.value(support!, "A.support", { size: 8 });
  drawRest(paper, at, "A");
  paper.frame(area);
}

/** Rows of B on a page. */
const PLACES = 4;

/** B 源泉控除対象親族; before 令和8年分 控除対象扶養親族. */
export function drawRelatives({ paper, form, row }: Page, area: Area): void {
  for (const [place, line] of rows(area, ...equal(PLACES)).entries()) {
    const at = namedColumns(line, FAMILY);
    const [, number] = columns(at.part, 5, 1);
    const id = row("B", place);
    paper.label(number!, rowNumber(id));
    drawRelative(paper, form, at, id);
  }
  const [words] = columns(namedColumns(area, FAMILY).part, 5, 1);
  const name = form.generation === "from_2026" ? "源泉控除\n対象親族" : "控除対象\n扶養親族\n（16歳以上）";
  paper.label(words!, `B\n${name}\n（${bornBy(form.year, 16)}\n以前生）`, { size: 6.5, lines: 6 });
  paper.frame(area);
}

function drawRelative(paper: Paper, form: Form, at: Record<keyof typeof FAMILY, Area>, id: string): void {
  const [number, below] = rows(at.number, 1, 1);
  const [relation, birth] = columns(below!, ...RELATION_AND_BIRTH);
  paper.number(number!, `${id}.number`);
  paper.value(relation!, `${id}.relation`, { align: "center" });
  paper.value(birth!, `${id}.birth`, { align: "center" });
  drawAge(paper, form, at.age, id);
  drawAbroad(paper, form, at.abroad, id);
  drawRest(paper, at, id);
}

/** 老人 above, 特定 below. */
function drawAge(paper: Paper, { generation }: Form, area: Area, id: string): void {
  const [elderly, specific] = rows(area, 1, 1);
  const [cohabiting, other] = columns(elderly!, 1, 1);
  paper.cell(elderly!);
  paper.mark(cohabiting!, `${id}.elderly_cohabiting`, "同居老親等");
  paper.mark(other!, `${id}.elderly`, "その他");
  paper.cell(specific!);
  if (generation !== "from_2026") return paper.mark(specific!, `${id}.specific`, "特定扶養親族");
  const [dependant, relative] = columns(specific!, 11, 9);
  paper.mark(dependant!, `${id}.specific`, "特定扶養親族");
  paper.mark(relative!, `${id}.specific_relative`, "特定親族");
}

/** The first year whose form asks why a 非居住者 counts. */
const REASONS_FROM = 2023;

function drawAbroad(paper: Paper, { year }: Form, area: Area, id: string): void {
  const [abroad, support] = rows(area, 2, 1);
  paper.cell(abroad!);
  if (year < REASONS_FROM) paper.mark(abroad!, `${id}.abroad`, "非居住者である親族");
  else {
    const [age, others] = rows(abroad!, 1, 1);
    const [student, disabled, remittance] = columns(others!, 11, 13, 24);
    paper.mark(age!, `${id}.abroad_age`, "16歳以上30歳未満又は70歳以上");
    paper.mark(student!, `${id}.abroad_student`, "留学");
    paper.mark(disabled!, `${id}.abroad_disabled`, "障害者");
    paper.mark(remittance!, `${id}.abroad_remittance`, "38万円以上の支払");
  }
  paper.value(support!, `${id}.support`, { size: 8 });
}

/** What A and the rows of B have in the same places. */
function drawRest(paper: Paper, at: Record<keyof typeof FAMILY, Area>, id: string): void {
  drawName(paper, at.name, id);
  paper.value(at.income, `${id}.income`, { unit: "円" });
  paper.value(at.address, `${id}.address`, { size: 8, lines: 4 });
  paper.value(at.change, `${id}.change`, { size: 8, lines: 4 });
}
