import type { MountedOriginal } from "../../domain/mounted_originals.ts";
import type { Area, Sheet } from "../../formats/pdf/sheet.ts";
import { columns } from "../area.ts";
import { THICK } from "../paper.ts";
import { valueCell, wordCell } from "./cell.ts";

const ROW = 21;
const HEAD = 15;
/** No, 種別, 保険会社等, 保険等の種類, 証券番号, 申告額. */
const SHARES = [0.5, 2.6, 3.2, 2.6, 2.6, 1.8];

/** How high a table of `count` certificates is, in points. */
export function tableHeight(count: number): number {
  return HEAD + ROW * count;
}

/** The certificates of a sheet; `before`: how many stand on the sheets before it. */
export function drawTable(sheet: Sheet, area: Area, items: readonly MountedOriginal[], before: number): void {
  const titles = ["No.", "種別", "保険会社等", "保険等の種類", "証券番号", "申告額"];
  for (const [i, cell] of columns({ ...area, h: HEAD }, ...SHARES).entries()) {
    wordCell(sheet, cell, titles[i]!);
  }
  for (const [i, item] of items.entries()) {
    drawItem(sheet, { ...area, y: area.y + tableHeight(i), h: ROW }, item, before + i + 1);
  }
  sheet.shapes.push({ kind: "rectangle", area, line: THICK });
}

function drawItem(sheet: Sheet, area: Area, item: MountedOriginal, n: number): void {
  const cells = columns(area, ...SHARES);
  const put = (i: number, name: string, text: string, style = {}) =>
    valueCell(sheet, cells[i]!, text, `${n}件目 ${name}`, style);
  wordCell(sheet, cells[0]!, `${n}`);
  put(1, "種別", item.kind);
  put(2, "保険会社等", item.company);
  put(3, "保険等の種類", item.type);
  put(4, "証券番号", item.policyNumber);
  put(5, "申告額", `${item.amount.toLocaleString("ja-JP")}円`, { align: "right", lines: 1 });
}
