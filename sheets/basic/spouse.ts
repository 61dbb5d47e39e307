import { spouseJudgements } from "../../domain/forms/basic.ts";
import { taxYear } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { namedColumns, namedRows, rows } from "../area.ts";
import { bornBy } from "../dates.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { drawName, drawNumber, drawTicked } from "./cells.ts";
import { drawIncomes } from "./incomes.ts";
import { drawHeading, drawPartName } from "./part.ts";
import { drawSpouseAmounts } from "./spouse_amounts.ts";

/** 配偶者控除等申告書: who, their income, 判定 and 区分Ⅱ, and the table of amounts. */
export function drawSpouse(page: Page, area: Area): void {
  const { paper } = page;
  const at = namedRows(drawPartName(paper, area, "給与所得者の配偶者控除等申告書"), {
    who: 30,
    where: 26,
    income: 84,
    heading: 10,
    amounts: 80,
  });
  drawWho(paper, at.who);
  drawWhere(paper, at.where);
  const { incomes, judgement } = namedColumns(at.income, { incomes: 54, judgement: 46 });
  drawIncomes(paper, incomes, { part: "spouse", whose: "配偶者" });
  drawJudgement(page, judgement);
  drawHeading(paper, at.heading, "控除額の計算（単位：万円）");
  drawSpouseAmounts(page, at.amounts);
}

function drawWho(paper: Paper, area: Area): void {
  const at = namedColumns(area, { name: 45, number: 35, birth: 20 });
  drawName(paper, at.name, "spouse", "配偶者の氏名");
  drawNumber(paper, at.number, "spouse", "配偶者の個人番号");
  paper.field(at.birth, "spouse.birth", { label: "配偶者の生年月日", align: "center" });
}

function drawWhere(paper: Paper, area: Area): void {
  const at = namedColumns(area, { address: 60, abroad: 14, support: 26 });
  paper.field(at.address, "spouse.address", { label: "配偶者の住所又は居所", lines: 2 });
  drawTicked(paper, at.abroad, "spouse.abroad", "非居住者である配偶者");
  paper.field(at.support, "spouse.support", { label: "生計を一にする事実" });
}

/** 判定: the four kinds of spouses, of whom the first is 老人控除対象配偶者, and 区分Ⅱ. */
function drawJudgement({ paper, form }: Page, area: Area): void {
  const at = namedColumns(area, { word: 5, kinds: 61, number: 12, result: 22 });
  const shares = [4, 2, 2, 2];
  paper.label(at.word, "判定", { vertical: true });
  const words = spouseJudgements(taxYear(form.year));
  for (const [i, place] of rows(at.kinds, ...shares).entries()) {
    paper.cell(place);
    if (i === 0) drawElderly(paper, place, words[i]!, form.year);
    else paper.choice(place, "spouse.judgement", words[i]!);
  }
  for (const [i, place] of rows(at.number, ...shares).entries()) paper.label(place, `（${"①②③④"[i]}）`);
  const result = namedRows(at.result, { word: 1, value: 3 });
  paper.label(result.word, "区分Ⅱ", { size: 7 });
  paper.value(result.value, "spouse.class", { size: 20, align: "center" });
}

function drawElderly(paper: Paper, area: Area, words: string, year: number): void {
  const at = namedRows(area, { words: 1, more: 2 });
  paper.choice(at.words, "spouse.judgement", words);
  const { more } = namedColumns(at.more, { indent: 1, more: 9 });
  const { born, elderly } = namedRows(more, { born: 1, elderly: 1 });
  paper.label(born, `（${bornBy(year, 70)}以前生）`, { bare: true, align: "left", size: 5 });
  paper.mark(elderly, "spouse.elderly", "老人控除対象配偶者");
}
