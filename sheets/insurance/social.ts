import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import { CONTRACT_TEXT } from "./contract_columns.ts";
import { placesOf } from "./places.ts";
import { drawSection } from "./section.ts";

const SHARES = [26, 32, 26, 12, 26];

/** 社会保険料控除: what the employee paid beside what the salary was cut by. */
export function drawSocial(page: Page, area: Area): void {
  const { paper } = page;
  const body = drawSection(paper, area, "社会保険料控除");
  const [head, contracts, total] = rows(body, 26, 66, 20);
  drawHead(page, head!);
  for (const [place, line] of rows(contracts!, ...equal(placesOf(page, "social"))).entries()) {
    const id = page.row("social", place);
    const [type, company, holder, relation, amount] = columns(line, ...SHARES);
    paper.value(type!, `${id}.type`, CONTRACT_TEXT);
    paper.value(company!, `${id}.company`, CONTRACT_TEXT);
    paper.value(holder!, `${id}.holder`, CONTRACT_TEXT);
    paper.value(relation!, `${id}.relation`, { ...CONTRACT_TEXT, align: "center" });
    paper.value(amount!, `${id}.amount`, { unit: "円" });
  }
  drawTotal(page, total!, SHARES.at(-1)!);
}

function drawHead({ paper }: Page, area: Area): void {
  const [type, company, holder, relation, amount] = columns(area, ...SHARES);
  paper.label(type!, "社会保険の種類");
  paper.label(company!, "保険料支払先の名称");
  paper.label(amount!, "本年中に支払った\n保険料の金額");
  const [person, below] = rows({ ...holder!, w: holder!.w + relation!.w }, 1, 1);
  paper.label(person!, "保険料を負担することになっている人");
  const [name, relationWord] = columns(below!, holder!.w, relation!.w);
  paper.label(name!, "氏名");
  paper.label(relationWord!, "あなたと\nの続柄", { size: 5 });
}

function drawTotal({ paper }: Page, area: Area, share: number): void {
  const [words, value] = columns(area, SHARES.reduce((sum, one) => sum + one, 0) - share, share);
  paper.label(words!, "合計（控除額）", { size: 7 });
  paper.value(value!, "social.deduction", { size: 10, unit: "円" });
  paper.frame(value!);
}
