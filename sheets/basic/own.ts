import { bandTexts, tenThousands } from "../../domain/forms/values.ts";
import { basicLines, type OwnBand, taxYear } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { equal, namedColumns, namedRows, rows, spanning } from "../area.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { drawIncomes } from "./incomes.ts";
import { drawHeading, drawPartName } from "./part.ts";

/** 基礎控除申告書: income, the lines of 控除額の計算 with the one that holds, 区分Ⅰ and the amount. */
export function drawOwn(page: Page, area: Area): void {
  const { paper } = page;
  const at = namedRows(drawPartName(paper, area, "給与所得者の基礎控除申告書"), {
    incomes: 78,
    heading: 10,
    lines: 142,
  });
  drawIncomes(paper, at.incomes, { part: "basic", whose: "あなた" });
  drawHeading(paper, at.heading, "控除額の計算");
  const { lines, result } = namedColumns(at.lines, { lines: 70, result: 30 });
  drawLines(page, lines, at.heading);
  drawResult(paper, result);
}

function drawLines({ paper, form }: Page, area: Area, heading: Area): void {
  const at = namedColumns(area, { judgement: 5, band: 58, own: 12, amount: 25 });
  const lines = basicLines(taxYear(form.year));
  const texts = bandTexts(lines);
  const cut = (column: Area) => rows(column, ...equal(lines.length));
  paper.label(at.judgement, "判定", { vertical: true });
  for (const [i, place] of cut(at.band).entries()) {
    paper.cell(place);
    paper.choice(place, "basic.band", texts[i]!);
  }
  for (const [i, place] of cut(at.amount).entries()) paper.label(place, tenThousands(lines[i]!.amount));
  drawOwnBands(paper, cut(at.own), lines.map(({ own }) => own));
  // An income beyond the last line, of which the form prints nothing.
  const said = paper.said("basic.band");
  const { beyond } = namedColumns(heading, { words: 2, beyond: 1 });
  if (!texts.includes(said)) paper.value(beyond, "basic.band", { bare: true, align: "right", size: 7 });
}

/** The letters of 区分Ⅰ, each beside all of its lines. */
function drawOwnBands(paper: Paper, places: readonly Area[], bands: readonly (OwnBand | null)[]): void {
  for (const band of new Set(bands)) {
    const [first, last] = [bands.indexOf(band), bands.lastIndexOf(band)];
    const place = spanning(places[first]!, places[last]!);
    if (band === null) paper.cell(place, { struck: true });
    else paper.label(place, `（${band}）`, { size: 7 });
  }
}

function drawResult(paper: Paper, area: Area): void {
  const at = namedRows(area, { ownWord: 16, own: 40, gap: 30, amountWord: 16, amount: 40 });
  paper.label(at.ownWord, "区分Ⅰ", { size: 7 });
  paper.value(at.own, "basic.class", { size: 20, align: "center" });
  paper.label(at.gap, "A〜Cに当たらなければ空欄", { plain: true, size: 5 });
  paper.label(at.amountWord, "基礎控除の額", { size: 7 });
  paper.value(at.amount, "basic.deduction", { unit: "円", size: 11 });
}
