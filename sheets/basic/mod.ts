import { namedColumns, namedRows } from "../area.ts";
import { drawHead } from "../head.ts";
import type { Layout, Page } from "../layout.ts";
import { drawAdjustment } from "./adjustment.ts";
import { drawOwn } from "./own.ts";
import { drawSpecific } from "./specific.ts";
import { drawSpouse } from "./spouse.ts";
import { drawTitle } from "./title.ts";

/**
 * 基・配・所 (until_2024) and 基・配・特・所 (from_2025): 基礎控除 and 配偶者控除等 side by side, 特定親族特別控除 and
 * 所得金額調整控除 below them.
 */
export const BASIC: Layout = { landscape: true, draw };

/** Heights in points, about; what the older sheet does not have is 0 high. */
const HEIGHTS = {
  until_2024: {
    title: 20,
    head: 60,
    above: 4,
    upper: 334,
    between: 4,
    specific: 0,
    below: 0,
    adjustment: 110,
    foot: 10,
  },
  from_2025: {
    title: 20,
    head: 60,
    above: 4,
    upper: 238,
    between: 4,
    specific: 138,
    below: 4,
    adjustment: 80,
    foot: 10,
  },
};

function draw(page: Page): void {
  const { paper, form } = page;
  const withRelatives = form.generation === "from_2025";
  const at = namedRows(paper.body, HEIGHTS[withRelatives ? "from_2025" : "until_2024"]);
  const { own, spouse } = namedColumns(at.upper, { own: 38, gap: 0.5, spouse: 61.5 });
  drawTitle(page, at.title, withRelatives ? "基・配・特・所" : "基・配・所");
  drawHead(page, at.head);
  drawOwn(page, own);
  drawSpouse(page, spouse);
  if (withRelatives) drawSpecific(page, at.specific);
  drawAdjustment(page, at.adjustment);
  for (const part of [own, spouse, ...(withRelatives ? [at.specific] : []), at.adjustment]) paper.frame(part);
  paper.label(at.foot, "年調で作成", { bare: true, align: "right", size: 5 });
}
