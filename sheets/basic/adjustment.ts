import type { Generation } from "../../domain/forms/mod.ts";
import { ADJUSTMENT_GROUNDS, type AdjustmentGround } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { equal, namedColumns, namedRows, rows } from "../area.ts";
import { bornAfter } from "../dates.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { drawName, drawNumber, drawYen } from "./cells.ts";
import { drawPartName } from "./part.ts";

/** 所得金額調整控除申告書: the ground, whom it is about (☆) and what proves a 特別障害者 (★). */
export function drawAdjustment({ paper, form }: Page, area: Area): void {
  const at = namedColumns(drawPartName(paper, area, "所得金額調整控除申告書"), {
    ground: 24,
    person: 54,
    fact: 22,
  });
  drawGrounds(paper, at.ground, form.year);
  drawPerson(paper, at.person);
  drawFact(paper, at.fact, form.generation);
}

function drawGrounds(paper: Paper, area: Area, year: number): void {
  const words: Record<AdjustmentGround, string> = {
    self_special_disability: "あなた自身が特別障害者（★欄）",
    spouse_special_disability: "同一生計配偶者が特別障害者（☆欄、★欄）",
    dependant_special_disability: "扶養親族が特別障害者（☆欄、★欄）",
    dependant_under_23: `扶養親族が年齢23歳未満（${bornAfter(year, 23)}以後生）（☆欄）`,
  };
  const at = namedColumns(area, { word: 6, grounds: 94 });
  paper.label(at.word, "要件", { vertical: true });
  for (const [i, place] of rows(at.grounds, ...equal(ADJUSTMENT_GROUNDS.length)).entries()) {
    const ground = ADJUSTMENT_GROUNDS[i]!;
    paper.cell(place);
    paper.mark(place, `adjustment.${ground}`, words[ground]);
  }
}

function drawPerson(paper: Paper, area: Area): void {
  const at = namedColumns(area, { word: 3, boxes: 97 });
  paper.label(at.word, "☆扶養親族等", { vertical: true });
  const [who, where] = rows(at.boxes, 1, 1) as [Area, Area];
  const { name, number, birth } = namedColumns(who, { name: 45, number: 35, birth: 20 });
  drawName(paper, name, "adjustment", "氏名");
  drawNumber(paper, number, "adjustment", "個人番号");
  paper.field(birth, "adjustment.birth", { label: "生年月日", align: "center" });
  const { address, relation, income } = namedColumns(where, { address: 60, relation: 20, income: 20 });
  paper.field(address, "adjustment.address", { label: "住所又は居所", lines: 2 });
  paper.field(relation, "adjustment.relation", { label: "あなたとの続柄", align: "center" });
  drawYen(paper, income, "adjustment.income", "合計所得金額の見積額");
}

/** The newer sheet has no amount (reference/tax-and-forms-2026.md §2.2). */
function drawFact(paper: Paper, area: Area, generation: Generation): void {
  const at = namedColumns(area, { word: 7, boxes: 93 });
  paper.label(at.word, "★特別障害者", { vertical: true });
  const withAmount = generation === "until_2024";
  const { fact, amount } = namedRows(at.boxes, { fact: withAmount ? 1 : 2, amount: withAmount ? 1 : 0 });
  paper.field(fact, "adjustment.fact", { label: "特別障害者に該当する事実", size: 8, lines: 4 });
  if (withAmount) drawYen(paper, amount, "adjustment.deduction", "控除額");
}
