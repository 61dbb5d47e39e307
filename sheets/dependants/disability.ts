import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows, spanning } from "../area.ts";
import type { Paper } from "../paper.ts";
import { FAMILY } from "./family.ts";

/** C 障害者、寡婦、ひとり親又は勤労学生. */
export function drawDisability(paper: Paper, area: Area): void {
  const at = namedColumns(area, FAMILY);
  paper.label(at.part, "C\n障害者、寡婦、\nひとり親又は\n勤労学生", { size: 6.5, lines: 4 });
  drawKinds(paper, spanning(at.name, at.number));
  drawOthers(paper, at.age);
  const [words, details] = columns(spanning(at.income, at.address), 1, 24);
  paper.label(words!, "左記の内容", { vertical: true });
  paper.value(details!, "C.details", { size: 8, lines: 12 });
  const [changeWords, change] = rows(at.change, 1, 6);
  paper.label(changeWords!, "異動月日及び事由", { lines: 1 });
  paper.value(change!, "C.change", { size: 8, lines: 6 });
  paper.frame(area);
}

const KINDS = [
  ["ordinary", "一般の障害者"],
  ["special", "特別障害者"],
  ["special_together", "同居特別障害者"],
] as const;

/** 障害者: what kind, across whom. */
function drawKinds(paper: Paper, area: Area): void {
  const [word, table] = columns(area, 1, 20);
  paper.label(word!, "障害者", { vertical: true });
  const [head, ...lines] = rows(table!, 3, ...KINDS.map(() => 4));
  for (const [i, cell] of kindColumns(head!).entries()) {
    paper.label(cell, ["区分", "本人", "同一生計配偶者", "扶養親族"][i]!);
  }
  for (const [i, [kind, words]] of KINDS.entries()) {
    const [label, self, spouse, relatives] = kindColumns(lines[i]!);
    paper.label(label!, words);
    paper.cell(self!, { struck: kind === "special_together" });
    if (kind !== "special_together") paper.tick(self!, `C.self_${kind}`);
    paper.cell(spouse!);
    paper.tick(spouse!, `C.spouse_${kind}`);
    paper.value(relatives!, `C.relatives_${kind}`, { unit: "人" });
  }
}

function kindColumns(area: Area): Area[] {
  return columns(area, 66, 40, 62, 62);
}

const OTHERS = [
  ["C.widow", "寡婦"],
  ["C.single_parent", "ひとり親"],
  ["C.student", "勤労学生"],
] as const;

function drawOthers(paper: Paper, area: Area): void {
  const lines = rows(area, ...equal(OTHERS.length));
  for (const [i, [id, words]] of OTHERS.entries()) {
    paper.cell(lines[i]!);
    paper.mark(lines[i]!, id, words);
  }
}
