import { taxYear } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, namedColumns, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import { atMost, drawAmount, yen } from "./amount.ts";
import {
  type ContractShares,
  type ContractWords,
  drawContract,
  drawContractHead,
  drawContractPerson,
  drawDivision,
} from "./contract_columns.ts";
import { placesOf } from "./places.ts";
import { drawSection } from "./section.ts";

const SHARES: ContractShares = {
  company: 21,
  type: 15,
  period: 13,
  holder: 16,
  name: 17,
  relation: 11,
  division: 11,
  amount: 21,
  check: 8,
};

const WORDS: ContractWords = {
  company: "保険会社等の\n名称",
  type: "保険等の種類\n（目的）",
  period: "保険期間",
  holder: "保険等の\n契約者の氏名",
  person: "家屋等に居住又は\n家財を利用している者等",
  division: "地震・\n旧長期\nの区分",
  amount: "本年中に支払った\n保険料等のうち左の\n区分の金額（A）",
};

/** 地震保険料控除: the contracts, the sums B and C, and what they come to. */
export function drawEarthquake(page: Page, area: Area): void {
  const { paper } = page;
  const body = drawSection(paper, area, "地震保険料控除");
  const [head, contracts, sums, deduction] = rows(body, 34, 54, 34, 28);
  drawContractHead(paper, head!, SHARES, WORDS);
  for (const [place, line] of rows(contracts!, ...equal(placesOf(page, "earthquake"))).entries()) {
    const id = page.row("earthquake", place);
    const cells = namedColumns(line, SHARES);
    drawContract(paper, cells, id, { amount: "（A）" });
    drawContractPerson(paper, cells, id);
    drawDivision(paper, cells.division, id);
  }
  drawSums(page, sums!);
  drawDeduction(page, deduction!);
}

const SUMS = [
  ["（A）のうち地震保険料の金額の合計額", { id: "earthquake.quake_sum", letter: "B" }],
  ["（A）のうち旧長期損害保険料の金額の合計額", { id: "earthquake.old_sum", letter: "C" }],
] as const;

function drawSums({ paper }: Page, area: Area): void {
  for (const [i, line] of rows(area, ...equal(SUMS.length)).entries()) {
    const [words, value] = columns(line, 3, 1.4);
    paper.label(words!, SUMS[i]![0], { size: 6.5 });
    drawAmount(paper, value!, SUMS[i]![1]);
  }
}

/** 地震保険料控除額: what B gives, and what C gives. */
function drawDeduction({ paper, form }: Page, area: Area): void {
  const { quake, oldLongTerm, most } = taxYear(form.year).earthquake;
  const [whole, half] = oldLongTerm.bands;
  const ofOld = `Cの金額（${yen(whole!.upTo)}超はC×1/${half!.part}＋${yen(half!.plus)}）${
    atMost(oldLongTerm.most)
  }`;
  const at = namedColumns(area, { words: 13, byQuake: 22, plus: 4, byOld: 42, equals: 4, deduction: 21 });
  paper.label(at.words, "地震保険料\n控除額", { size: 6.5 });
  paper.field(at.byQuake, "earthquake.by_quake", { label: `Bの金額${atMost(quake.most)}`, unit: "円" });
  paper.label(at.plus, "＋", { plain: true, size: 8 });
  paper.field(at.byOld, "earthquake.by_old", { label: ofOld, unit: "円" });
  paper.label(at.equals, "＝", { plain: true, size: 8 });
  paper.field(at.deduction, "earthquake.deduction", { label: atMost(most), size: 10, unit: "円" });
  paper.frame(at.deduction);
}
