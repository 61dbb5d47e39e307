import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows, spanning } from "../area.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";

const COLUMNS = {
  name: 110,
  relation: 48,
  birth: 54,
  address: 150,
  earnerName: 110,
  earnerRelation: 48,
  earnerAddress: 140,
  change: 68,
};

/** Rows of D on a page. */
const PLACES = 2;

/** D 他の所得者が控除を受ける扶養親族等. */
export function drawShared({ paper, row }: Page, area: Area): void {
  const [words, table] = columns(area, 80, 718);
  paper.label(words!, "D\n他の所得者が控除を\n受ける扶養親族等", { size: 6.5 });
  const [head, ...lines] = rows(table!, 16, ...equal(PLACES).map(() => 20));
  drawWords(paper, head!);
  for (const [place, line] of lines.entries()) drawLine(paper, line, row("D", place));
  paper.frame(area);
}

function drawWords(paper: Paper, area: Area): void {
  const at = namedColumns(area, COLUMNS);
  paper.label(at.name, "氏名");
  paper.label(at.relation, "あなたとの\n続柄");
  paper.label(at.birth, "生年月日");
  paper.label(at.address, "住所又は居所");
  const [above, below] = rows(spanning(at.earnerName, at.earnerAddress), 1, 1);
  paper.label(above!, "控除を受ける他の所得者", { lines: 1 });
  const [name, relation, address] = columns(
    below!,
    COLUMNS.earnerName,
    COLUMNS.earnerRelation,
    COLUMNS.earnerAddress,
  );
  paper.label(name!, "氏名", { lines: 1 });
  paper.label(relation!, "あなたとの続柄", { lines: 1 });
  paper.label(address!, "住所又は居所", { lines: 1 });
  paper.label(at.change, "異動月日及び\n事由");
}

function drawLine(paper: Paper, area: Area, id: string): void {
  const at = namedColumns(area, COLUMNS);
  paper.value(at.name, `${id}.name`, { least: 5, lines: 2 });
  paper.value(at.relation, `${id}.relation`, { align: "center", size: 8, lines: 2 });
  paper.value(at.birth, `${id}.birth`, { align: "center", size: 8 });
  paper.value(at.address, `${id}.address`, { size: 8, lines: 2 });
  paper.value(at.earnerName, `${id}.earner_name`, { least: 5, lines: 2 });
  paper.value(at.earnerRelation, `${id}.earner_relation`, { align: "center", size: 8, lines: 2 });
  paper.value(at.earnerAddress, `${id}.earner_address`, { size: 8, lines: 2 });
  paper.value(at.change, `${id}.change`, { size: 8, lines: 2 });
}
