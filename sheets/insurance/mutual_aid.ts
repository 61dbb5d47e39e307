import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import { drawSection } from "./section.ts";

const LINES = [
  ["small_business", "独立行政法人中小企業基盤整備機構の共済契約の掛金"],
  ["corporate", "確定拠出年金法に規定する企業型年金加入者掛金"],
  ["individual", "確定拠出年金法に規定する個人型年金加入者掛金"],
  ["disabled", "心身障害者扶養共済制度に関する契約の掛金"],
] as const;

/** 小規模企業共済等掛金控除: the four kinds of 掛金, and their sum. */
export function drawMutualAid({ paper }: Page, area: Area): void {
  const body = drawSection(paper, area, "小規模企業共済等掛金控除");
  const [head, ...lines] = rows(body, 14, 22, 22, 22, 22, 20);
  const [kind, paid] = cells(head!);
  paper.label(kind!, "種類");
  paper.label(paid!, "本年中に支払った掛金の金額", { lines: 1 });
  for (const [i, [id, words]] of LINES.entries()) {
    const [word, value] = cells(lines[i]!);
    paper.label(word!, words, { size: 6.5, align: "left" });
    paper.value(value!, `mutual_aid.${id}`, { unit: "円" });
  }
  const [total, value] = cells(lines.at(-1)!);
  paper.label(total!, "合計（控除額）", { size: 7 });
  paper.value(value!, "mutual_aid.deduction", { size: 10, unit: "円" });
  paper.frame(value!);
}

function cells(area: Area): Area[] {
  return columns(area, 24, 10);
}
