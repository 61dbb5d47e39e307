import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, inside, namedRows, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import { type Paper, THIN } from "../paper.ts";
import { certifiedOf, type Group, type Item } from "./certified.ts";

const TITLE = "年末調整のための（特定増改築等）住宅借入金等特別控除証明書";
const NOTE = "税務署から届いた証明書に書かれている事項です。証明書の原本を添えて提出してください。";

const SIDE = 14;
const LETTER = 14;
const VALUE = 130;
/** Lines of the higher half, 新築又は購入. */
const LINES = 7;

/** 住宅借入金等特別控除証明書, the lower half: what the tax office certified. */
export function drawCertificate({ paper, form }: Page, area: Area): void {
  const part = namedRows(area, { title: 22, note: 12, heads: 18, items: LINES * 32, both: 32 });
  const { purchase, renovation, both } = certifiedOf(form);
  paper.label(part.title, TITLE, { bare: true, size: 11 });
  paper.label(part.note, NOTE, { bare: true, size: 6.5 });
  const [leftHead, rightHead] = columns(part.heads, 1, 1);
  paper.label(leftHead!, "新築又は購入", { size: 8 });
  paper.label(rightHead!, "増改築等", { size: 8 });
  const [left, right] = columns(part.items, 1, 1);
  drawGroups(paper, left!, purchase);
  const [items, legend] = rows(right!, renovation.length, LINES - renovation.length);
  drawGroups(paper, items!, [{ side: "", items: renovation }]);
  drawLegend(paper, legend!);
  for (const [i, place] of columns(part.both, 1.2, 1, 0.8).entries()) drawItem(paper, place, both[i]!);
  paper.frame({ ...area, y: part.heads.y, h: area.y + area.h - part.heads.y });
}

function drawGroups(paper: Paper, area: Area, groups: readonly Group[]): void {
  for (const [i, place] of rows(area, ...groups.map(({ items }) => items.length)).entries()) {
    const { side, items } = groups[i]!;
    const [edge, body] = columns(place, SIDE, place.w - SIDE);
    if (side !== "") paper.label(edge!, side, { vertical: true, size: 7 });
    const lines = rows(side === "" ? place : body!, ...equal(items.length));
    for (const [n, line] of lines.entries()) drawItem(paper, line, items[n]!);
  }
}

/** The value is as wide in every line of a half. */
function drawItem(paper: Paper, area: Area, { letter, words, box }: Item): void {
  const value = Math.min(VALUE, area.w / 2);
  const [named, place] = columns(area, area.w - value, value);
  const [mark, text] = columns(named!, LETTER, named!.w - LETTER);
  if (letter !== "") paper.label(mark!, letter, { size: 8 });
  paper.label(letter === "" ? named! : text!, words, { align: "left", size: 6.5 });
  paper.value(place!, `certificate.${box}`, { size: 10 });
}

/** What the two kinds at the foot mean (租税特別措置法41条, 41条の3の2; 震災特例法13条の2). */
const LEGEND = [
  "特定取得：消費税率8％又は10％の取得",
  "特別特定取得：消費税率10％の取得",
  "住：一般の住宅　増：特定増改築等",
  "認：認定住宅等　震：震災後の再取得等",
];

const LEGEND_LINE = 13;

function drawLegend(paper: Paper, area: Area): void {
  paper.sheet.shapes.push({ kind: "rectangle", area, line: THIN });
  const words = { ...inside(area, 4), h: LEGEND.length * LEGEND_LINE };
  for (const [i, line] of rows(words, ...equal(LEGEND.length)).entries()) {
    paper.label(line, LEGEND[i]!, { bare: true, align: "left", lines: 1 });
  }
}
