import { bandTexts, tenThousands } from "../../domain/forms/values.ts";
import { taxYear } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows } from "../area.ts";
import { bornAfter, bornBy } from "../dates.ts";
import { type Page, rowNumber } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { drawName, drawNumber, drawTicked, drawYen } from "./cells.ts";
import { drawPartName } from "./part.ts";

/** 特定親族特別控除申告書: the people of this page, and the table of amounts with a tick for each of them. */
export function drawSpecific(page: Page, area: Area): void {
  const { paper, form } = page;
  const { specificRelative, dependantLimit } = taxYear(form.year);
  const [incomes] = bandTexts([{ upTo: specificRelative!.limit }], dependantLimit);
  const born = `${bornAfter(form.year, 23)}〜${bornBy(form.year, 19)}生`;
  const name = `給与所得者の特定親族特別控除申告書（特定親族：${born}、所得${incomes}）`;
  const at = namedColumns(drawPartName(paper, area, name), { people: 80, amounts: 20 });
  const { paperRows } = form.parts.find(({ id }) => id === "specific")!;
  const people = Array.from({ length: paperRows }, (_, place) => page.row("specific", place));
  for (const [i, place] of rows(at.people, ...equal(paperRows)).entries()) {
    drawPerson(paper, place, people[i]!);
  }
  drawAmounts(page, at.amounts, people);
}

function drawPerson(paper: Paper, area: Area, id: string): void {
  const at = namedColumns(area, { nth: 2, name: 26, kin: 11, home: 24, salary: 12, income: 12, result: 13 });
  const halves = (one: Area) => rows(one, 1, 1) as [Area, Area];
  paper.label(at.nth, rowNumber(id), { size: 7 });
  const [name, number] = halves(at.name);
  drawName(paper, name, id, "氏名");
  drawNumber(paper, number, id, "個人番号");
  const [relation, birth] = halves(at.kin);
  paper.field(relation, `${id}.relation`, { label: "あなたとの続柄", align: "center" });
  paper.field(birth, `${id}.birth`, { label: "生年月日", align: "center" });
  const [address, living] = halves(at.home);
  paper.field(address, `${id}.address`, { label: "住所又は居所", lines: 2 });
  const { abroad, support } = namedColumns(living, { abroad: 40, support: 60 });
  drawTicked(paper, abroad, `${id}.abroad`, "非居住者である特定親族");
  paper.field(support, `${id}.support`, { label: "生計を一にする事実" });
  const [salary, salaryIncome] = halves(at.salary);
  drawYen(paper, salary, `${id}.salary`, "(1) 給与所得 収入金額");
  drawYen(paper, salaryIncome, `${id}.salary_income`, "(1) 給与所得 所得金額");
  const [other, total] = halves(at.income);
  drawYen(paper, other, `${id}.other_income`, "(2) 給与所得以外の所得");
  drawYen(paper, total, `${id}.total_income`, "合計所得金額の見積額");
  const [band, deduction] = halves(at.result);
  paper.field(band, `${id}.band`, { label: "控除額の計算", size: 8 });
  drawYen(paper, deduction, `${id}.deduction`, "特定親族特別控除の額");
}

function drawAmounts({ paper, form }: Page, area: Area, people: readonly string[]): void {
  const { specificRelative, dependantLimit } = taxYear(form.year);
  const { bands } = specificRelative!;
  const texts = bandTexts(bands, dependantLimit);
  const [head, ...lines] = rows(area, ...equal(bands.length + 1));
  const cut = (line: Area) => namedColumns(line, { band: 52, amount: 22, ticks: 26 });
  const ticks = (line: Area) => columns(cut(line).ticks, ...equal(people.length));
  paper.label(cut(head!).band, "控除額の計算");
  paper.label(cut(head!).amount, "控除額");
  for (const [n, place] of ticks(head!).entries()) paper.label(place, rowNumber(people[n]!));
  for (const [i, line] of lines.entries()) {
    paper.label(cut(line).band, texts[i]!, { plain: true });
    paper.label(cut(line).amount, tenThousands(bands[i]!.amount));
    for (const [n, place] of ticks(line).entries()) {
      paper.cell(place);
      if (paper.said(`${people[n]!}.band`) === texts[i]) paper.label(place, "✓", { bare: true, size: 8 });
    }
  }
}
