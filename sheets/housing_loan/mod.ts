import { namedRows } from "../area.ts";
import { drawHead } from "../head.ts";
import type { Layout, Page } from "../layout.ts";
import { drawCertificate } from "./certificate.ts";
import { drawCalculation } from "./calculation.ts";
import { drawRemarks } from "./remarks.ts";
import { drawTitle } from "./title.ts";

/** 給与所得者の（特定増改築等）住宅借入金等特別控除申告書: the declaration above, what the tax office certified below. */
export const HOUSING_LOAN: Layout = { landscape: false, draw };

function draw(page: Page): void {
  const { paper } = page;
  const part = namedRows(paper.body, {
    title: 30,
    gapBelowTitle: 3,
    head: 64,
    gapBelowHead: 4,
    calculation: 268,
    remarks: 82,
    gapAboveCertificate: 16,
    certificate: 308,
    gapBelowCertificate: 2,
    foot: 10,
  });
  drawTitle(page, part.title);
  drawHead(page, part.head);
  drawCalculation(page, part.calculation);
  drawRemarks(paper, part.remarks);
  drawCertificate(page, part.certificate);
  paper.label(part.foot, "年調で作成", { bare: true, align: "right", size: 5 });
}
