import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows, spanning } from "../area.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import {
  type ContractCells,
  type ContractShares,
  drawContract,
  drawContractPerson,
  drawDivision,
} from "./contract_columns.ts";
import { placesOf } from "./places.ts";

/** The columns of a contract of 生命保険. */
export const LIFE_SHARES: ContractShares = {
  company: 26,
  type: 15,
  period: 14,
  holder: 18,
  name: 18,
  relation: 9,
  division: 7,
  amount: 20,
  check: 8,
};

type LifePart = "life" | "care" | "pension";

/** Heights of a row: 個人年金 has a second line for 支払開始日. */
const HEIGHTS: Record<LifePart, number> = { life: 23, care: 23, pension: 29 };

/** How high the rows of a part are together, beside {@link HEIGHTS}. */
export function heightOf(page: Page, part: LifePart): number {
  return placesOf(page, part) * HEIGHTS[part];
}

/** The contracts of a part, one below the other. */
export function drawLifeContracts(page: Page, area: Area, part: LifePart): void {
  const { paper, row } = page;
  for (const [place, line] of rows(area, ...equal(placesOf(page, part))).entries()) {
    const id = row(part, place);
    const cells = namedColumns(line, LIFE_SHARES);
    drawContract(paper, cells, id, { amount: "（a）" });
    if (part === "pension") drawPensioner(paper, cells, id);
    else drawContractPerson(paper, cells, id);
    if (part === "care") paper.cell(cells.division, { struck: true });
    else drawDivision(paper, cells.division, id);
  }
}

/** 受取人, and below it when the pension begins. */
function drawPensioner(paper: Paper, { name, relation }: ContractCells, id: string): void {
  const upper = (cell: Area) => rows(cell, 16, 12)[0]!;
  drawContractPerson(paper, { name: upper(name), relation: upper(relation) }, id);
  const [, lower] = rows(spanning(name, relation), 16, 12);
  const [word, day] = columns(lower!, 1, 2);
  paper.label(word!, "支払開始日", { size: 5, lines: 1 });
  paper.value(day!, `${id}.starts`, { size: 8, align: "center" });
}
