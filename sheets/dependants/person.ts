import type { Area } from "../../formats/pdf/sheet.ts";
import { spanning } from "../area.ts";
import { rowNumber } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { drawName } from "./name.ts";

/** Columns that both tables of 住民税に関する事項 begin with. */
export const PERSON = { place: 12, name: 125, number: 112, relation: 40, birth: 52, address: 119 };

type PersonColumns = Record<keyof typeof PERSON, Area>;

/** Their words. */
export function drawPersonWords(paper: Paper, at: PersonColumns): void {
  paper.label(spanning(at.place, at.name), "（フリガナ）\n氏名");
  paper.label(at.number, "個人番号");
  paper.label(at.relation, "あなたとの\n続柄");
  paper.label(at.birth, "生年月日");
  paper.label(at.address, "住所又は居所");
}

/** Who a row is about. */
export function drawPerson(paper: Paper, at: PersonColumns, id: string): void {
  paper.label(at.place, rowNumber(id));
  drawName(paper, at.name, id, 9);
  paper.number(at.number, `${id}.number`);
  paper.value(at.relation, `${id}.relation`, { align: "center", size: 8, lines: 2 });
  paper.value(at.birth, `${id}.birth`, { align: "center", size: 8 });
  paper.value(at.address, `${id}.address`, { size: 8, lines: 3 });
}
