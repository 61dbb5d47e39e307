import type { MountedOriginal } from "../../domain/mounted_originals.ts";
import { type Area, type Sheet, sizeOf } from "../../formats/pdf/sheet.ts";
import { inside } from "../area.ts";
import { drawHead } from "./head.ts";
import { drawTable, tableHeight } from "./table.ts";

/** What stands on the 台紙 (生命保険等証明書原本の台紙) of an employee. */
export interface Mounting {
  /** 会社名, 事業所名; null: not copied from the master. */
  company: string | null;
  establishment: string | null;
  /** 依頼グループ. */
  group: string;
  /** 社員番号, 氏名. */
  code: string;
  name: string;
  /** 部署; null: none. */
  department: string | null;
  /** The certificates to paste, from `mountedOriginals` of domain/mounted_originals.ts. */
  items: readonly MountedOriginal[];
}

export const MOUNTING_TITLE = "生命保険等証明書原本の台紙";

const MARGIN = 34;
const GAP = 12;
const TITLE = 26;
const HEAD = 120;
const FOOT = 12;
/** Certificates on a sheet: so many leave more than half of it to paste them on. */
const A_SHEET = 10;

/**
 * The 台紙 on A4: whose it is, the certificates to hand in, and room to paste them. Ten a sheet; more go on further
 * sheets, each with its own. There is one even without any certificate.
 */
export function mountingSheet(mounting: Mounting): Sheet[] {
  const count = Math.max(1, Math.ceil(mounting.items.length / A_SHEET));
  return Array.from({ length: count }, (_, n) => sheetOf(mounting, n, count));
}

function sheetOf(mounting: Mounting, n: number, count: number): Sheet {
  const sheet: Sheet = { landscape: false, shapes: [], texts: [] };
  const body = inside({ x: 0, y: 0, ...sizeOf(sheet) }, MARGIN);
  const items = mounting.items.slice(n * A_SHEET, (n + 1) * A_SHEET);
  const text = count === 1 ? MOUNTING_TITLE : `${MOUNTING_TITLE}（${n + 1}／${count}枚）`;
  const [title, head, table, paste, foot] = stacked(body, [TITLE, HEAD, tableHeight(items.length)], FOOT);
  sheet.texts.push({ area: title!, text, size: 15, align: "center" });
  drawHead(sheet, head!, mounting);
  drawTable(sheet, table!, items, n * A_SHEET);
  drawPasteArea(sheet, paste!);
  sheet.texts.push({ area: foot!, text: "年調で作成", size: 6, align: "right" });
  return sheet;
}

/** Areas of these heights one below the other, then the rest, then one of `foot`. */
function stacked(body: Area, heights: readonly number[], foot: number): Area[] {
  let { y } = body;
  const tops = heights.map((h) => {
    const area = { ...body, y, h };
    y += h + GAP;
    return area;
  });
  const end = body.y + body.h - foot;
  return [...tops, { ...body, y, h: end - y - GAP / 2 }, { ...body, y: end, h: foot }];
}

function drawPasteArea(sheet: Sheet, area: Area): void {
  sheet.shapes.push({ kind: "rectangle", area, line: 0.7, dashed: true });
  const word = { ...inside(area, 6), h: 14 };
  const text = "控除証明書・払込証明書の原本を、この枠の中に貼ってください。";
  sheet.texts.push({ area: word, text, size: 9, align: "center" });
}
