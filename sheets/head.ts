import type { Area } from "../formats/pdf/sheet.ts";
import { columns, rows } from "./area.ts";
import type { Page } from "./layout.ts";
import type { Paper } from "./paper.ts";

/**
 * The head that the forms share: to whom a form goes, who pays, and whose it is. 市区町村長 and あなたの個人番号 stand where
 * the form has them. Made for areas some 50 to 65 points high.
 */
export function drawHead({ paper, form }: Page, area: Area): void {
  const has = (id: string) => form.parts.some(({ boxes }) => boxes.some((box) => box.id === `head.${id}`));
  const [offices, payer, self] = columns(area, 11, 38, 41);
  drawOffices(paper, offices!, has("municipality"));
  drawPayer(paper, payer!);
  if (has("number")) drawSelfWithNumber(paper, self!);
  else drawSelf(paper, self!);
  paper.frame(area);
}

/** Heights of the lines that stand side by side: name, number, address. */
const LINES = [22, 15, 24];

function drawOffices(paper: Paper, area: Area, municipality: boolean): void {
  const [word, tax, town] = rows(area, 10, ...(municipality ? [24, 27] : [51]));
  paper.label(word!, municipality ? "所轄税務署長等" : "所轄税務署長");
  drawOffice(paper, tax!, "head.tax_office", "税務署長");
  if (town) drawOffice(paper, town, "head.municipality", "市区町村長");
}

/** The place, and below it to the right whose office it is. */
function drawOffice(paper: Paper, area: Area, id: string, title: string): void {
  const [place] = rows(area, 2, 1);
  paper.label(area, title, { plain: true, align: "right", valign: "bottom", size: 5.5 });
  paper.value(place!, id, { bare: true, align: "center", size: 8, lines: 2 });
}

function drawPayer(paper: Paper, area: Area): void {
  const [name, number, address] = rows(area, ...LINES);
  drawWorded(paper, name!, "給与の支払者の\n名称（氏名）", "head.payer");
  drawWorded(paper, number!, "給与の支払者の\n法人番号", "head.corporate_number");
  drawWorded(paper, address!, "給与の支払者の\n所在地（住所）", "head.payer_address");
}

function drawSelf(paper: Paper, area: Area): void {
  const [name, address] = rows(area, 1, 1);
  drawName(paper, name!);
  drawWorded(paper, address!, "あなたの住所\n又は居所", "head.address");
}

function drawSelfWithNumber(paper: Paper, area: Area): void {
  const [name, number, address] = rows(area, ...LINES);
  drawName(paper, name!);
  const [word, cells] = worded(number!);
  paper.label(word!, "あなたの個人番号");
  paper.number(cells!, "head.number");
  drawWorded(paper, address!, "あなたの住所\n又は居所", "head.address");
}

function drawName(paper: Paper, area: Area): void {
  const [word, value] = worded(area);
  const [kanaWord, nameWord] = rows(word!, 8, 14);
  const [kana, name] = rows(value!, 8, 14);
  paper.label(kanaWord!, "（フリガナ）", { size: 5.5 });
  paper.label(nameWord!, "あなたの氏名");
  paper.value(kana!, "head.kana", { size: 7 });
  paper.value(name!, "head.name", { size: 11, least: 5, lines: 2 });
}

function drawWorded(paper: Paper, area: Area, words: string, id: string): void {
  const [word, value] = worded(area);
  paper.label(word!, words);
  paper.value(value!, id, { lines: 3 });
}

/** Words, and what they are about. */
function worded(area: Area): Area[] {
  return columns(area, 25, 75);
}
