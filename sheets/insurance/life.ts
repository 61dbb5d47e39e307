import { type LifeFormulas, lifeFormulas } from "../../domain/forms/life_formulas.ts";
import { taxYear } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, namedRows, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import type { Paper } from "../paper.ts";
import { type ContractWords, drawContractHead } from "./contract_columns.ts";
import { drawFormulas, heightOfFormulas } from "./formulas.ts";
import { drawLifeContracts, heightOf, LIFE_SHARES } from "./life_contracts.ts";
import { drawCareSum, drawNewAndOldSums, SUM_HEIGHT } from "./life_sums.ts";
import { drawSection } from "./section.ts";
import { drawUnder23, UNDER_23_HEIGHT } from "./under_23.ts";

const WORDS: ContractWords = {
  company: "保険会社等の\n名称",
  type: "保険等の\n種類",
  period: "保険期間又は\n年金支払期間",
  holder: "保険等の\n契約者の氏名",
  person: "保険金等の受取人",
  division: "新・旧\nの区分",
  amount: "本年中に支払った保険料等\nの金額（剰余金等の控除後）\n（a）",
};

/** 生命保険料控除: the three kinds of contracts with their sums, the 計算式, and イ＋ロ＋ハ. */
export function drawLife(page: Page, area: Area): void {
  const { paper, form } = page;
  const tax = taxYear(form.year);
  const formulas = lifeFormulas(tax);
  const body = drawSection(paper, area, "生命保険料控除");
  const at = namedRows(body, {
    head: 30,
    life: heightOf(page, "life") + (formulas.under23 ? UNDER_23_HEIGHT : 0) + 2 * SUM_HEIGHT,
    care: heightOf(page, "care") + SUM_HEIGHT,
    pension: heightOf(page, "pension") + 2 * SUM_HEIGHT,
    formulas: heightOfFormulas(formulas),
  });
  const [corner, words] = besideKind(at.head);
  paper.label(corner!, "");
  drawContractHead(paper, words!, LIFE_SHARES, WORDS);
  drawGeneral(page, at.life, formulas);
  drawCare(page, at.care, formulas);
  drawPension(page, at.pension, formulas);
  drawFormulas(paper, at.formulas, formulas, tax.lifeInsurance.most);
}

function drawGeneral(page: Page, area: Area, formulas: LifeFormulas): void {
  const { paper } = page;
  const at = namedRows(drawKind(paper, area, "一般の生命保険料"), {
    contracts: heightOf(page, "life"),
    under23: formulas.under23 ? UNDER_23_HEIGHT : 0,
    sums: 2 * SUM_HEIGHT,
  });
  drawLifeContracts(page, at.contracts, "life");
  if (formulas.under23) drawUnder23(paper, at.under23);
  drawNewAndOldSums(paper, at.sums, "life", formulas);
}

function drawCare(page: Page, area: Area, formulas: LifeFormulas): void {
  const body = drawKind(page.paper, area, "介護医療保険料");
  const [contracts, sum] = rows(body, heightOf(page, "care"), SUM_HEIGHT);
  drawLifeContracts(page, contracts!, "care");
  drawCareSum(page.paper, sum!, formulas);
}

/** The special rule of 23歳未満 is for 一般 alone. */
function drawPension(page: Page, area: Area, formulas: LifeFormulas): void {
  const body = drawKind(page.paper, area, "個人年金保険料");
  const [contracts, sums] = rows(body, heightOf(page, "pension"), 2 * SUM_HEIGHT);
  drawLifeContracts(page, contracts!, "pension");
  drawNewAndOldSums(page.paper, sums!, "pension", { ...formulas, under23: null });
}

const KIND_WIDTH = 12;

function besideKind(area: Area): Area[] {
  return columns(area, KIND_WIDTH, area.w - KIND_WIDTH);
}

/** Names a kind at the left edge; answers the rest of its area. */
function drawKind(paper: Paper, area: Area, name: string): Area {
  const [word, rest] = besideKind(area);
  paper.label(word!, name, { vertical: true, size: 7 });
  paper.frame(area);
  return rest!;
}
