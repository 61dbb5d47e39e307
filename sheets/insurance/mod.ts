import { columns, rows } from "../area.ts";
import { drawHead } from "../head.ts";
import type { Layout, Page } from "../layout.ts";
import { drawEarthquake } from "./earthquake.ts";
import { drawLife } from "./life.ts";
import { drawMutualAid } from "./mutual_aid.ts";
import { drawSocial } from "./social.ts";
import { drawTitle } from "./title.ts";

/** 給与所得者の保険料控除申告書 on A4 landscape, until 令和7年分 and from 令和8年分 on. */
export const INSURANCE: Layout = { landscape: true, draw };

function draw(page: Page): void {
  const { paper } = page;
  const [title, head, , parts, foot] = rows(paper.body, 19, 62, 4, 455, 11);
  drawTitle(page, title!);
  drawHead(page, head!);
  const [left, , right] = columns(parts!, 55, 0.6, 44.4);
  drawLife(page, left!);
  const [earthquake, , social, , mutualAid] = rows(right!, 150, 4, 112, 4, 122);
  drawEarthquake(page, earthquake!);
  drawSocial(page, social!);
  drawMutualAid(page, mutualAid!);
  paper.label(foot!, "年調で作成", { bare: true, size: 5, align: "right", valign: "bottom" });
}
