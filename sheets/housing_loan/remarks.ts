import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, rows } from "../area.ts";
import type { Paper } from "../paper.ts";

const SIDE = 14;

/** 備考: who owes the loan as well, and what 借換え comes to. */
export function drawRemarks(paper: Paper, area: Area): void {
  const [side, body] = columns(area, SIDE, area.w - SIDE);
  const [names, addresses, refinanced] = rows(body!, 1, 1.3, 0.9);
  paper.label(side!, "備考", { vertical: true, size: 7 });
  drawPair(paper, names!, ["連帯債務者の\n氏名", "remarks.debtor_name"], [
    "勤務先の名称",
    "remarks.debtor_company",
  ]);
  drawPair(paper, addresses!, ["連帯債務者の\n住所", "remarks.debtor_address"], [
    "勤務先の所在地",
    "remarks.debtor_company_address",
  ]);
  const [words, value] = columns(refinanced!, 3, 1);
  const formula = "（年末残高×借換え直前の残高÷借換えによる借入れの額）";
  paper.label(words!, `借換えによる調整後の年末残高${formula}`, { align: "left", lines: 1 });
  paper.value(value!, "remarks.refinanced");
  paper.frame(area);
}

type Worded = [words: string, id: string];

function drawPair(paper: Paper, area: Area, ...pair: [Worded, Worded]): void {
  for (const [i, cell] of columns(area, 1, 1).entries()) {
    const [words, value] = columns(cell, 1, 3.4);
    const [text, id] = pair[i]!;
    paper.label(words!, text);
    paper.value(value!, id, { lines: 3 });
  }
}
