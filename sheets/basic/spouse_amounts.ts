import { bandTexts } from "../../domain/forms/values.ts";
import { type TaxYear, taxYear } from "../../domain/tax/mod.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, equal, inside, namedColumns, namedRows, rows, spanning } from "../area.ts";
import type { Page } from "../layout.ts";
import { type Paper, THICK } from "../paper.ts";
import { drawYen } from "./cells.ts";

/** A column of the table: 区分Ⅱ, of ④ with the incomes of the spouse, and the amounts by 区分Ⅰ. */
interface Column {
  band: string;
  incomes: string | null;
  amounts: readonly number[];
}

/** The table of 控除額の計算, 区分Ⅰ × 区分Ⅱ, with the amount that holds in a circle, and the boxes of the two deductions. */
export function drawSpouseAmounts({ paper, form }: Page, area: Area): void {
  const at = namedColumns(area, { table: 80, results: 20 });
  drawTable(paper, at.table, columnsOf(taxYear(form.year)));
  const [spouse, special] = rows(at.results, 1, 1);
  drawYen(paper, spouse!, "spouse.deduction", "配偶者控除の額");
  drawYen(paper, special!, "spouse.special_deduction", "配偶者特別控除の額");
}

function columnsOf({ spouse, dependantLimit }: TaxYear): Column[] {
  const { elderly, ordinary, special, fullSpecialLimit } = spouse;
  const incomes = bandTexts(special, dependantLimit);
  return [
    { band: "①", incomes: null, amounts: elderly },
    { band: "②", incomes: null, amounts: ordinary },
    ...special.map(({ upTo, amounts }, i) =>
      upTo <= fullSpecialLimit
        ? { band: "③", incomes: null, amounts }
        : { band: "④", incomes: incomes[i]!, amounts }
    ),
  ];
}

const OWN_BANDS = ["A", "B", "C"];

/** Heights of the table's lines: 区分Ⅱ, incomes, the amounts of A to C, and what they are called. */
const LINES = { bands: 9, incomes: 18, amounts: 39, kinds: 11 };

function drawTable(paper: Paper, area: Area, all: readonly Column[]): void {
  const at = namedColumns(area, { own: 7, amounts: 93 });
  drawOwnBands(paper, at.own);
  const line = namedRows(at.amounts, LINES);
  const cut = (one: Area) => columns(one, ...all.map(({ incomes }) => incomes === null ? 7 : 10));
  drawSpouseBands(paper, all, { bands: cut(line.bands), incomes: cut(line.incomes) });
  for (const [i, place] of rows(line.amounts, ...equal(OWN_BANDS.length)).entries()) {
    const amounts = all.map(({ band, amounts }) => ({ band, amount: amounts[i]! }));
    drawAmounts(paper, cut(place), OWN_BANDS[i]!, amounts);
  }
  drawKinds(paper, cut(line.kinds));
}

function drawOwnBands(paper: Paper, area: Area): void {
  const at = namedRows(area, LINES);
  paper.label(spanning(at.bands, at.incomes), "区分\nⅠ＼Ⅱ", { size: 5 });
  for (const [i, place] of rows(at.amounts, ...equal(OWN_BANDS.length)).entries()) {
    paper.label(place, OWN_BANDS[i]!, { size: 7 });
  }
  paper.label(at.kinds, "摘要", { size: 5 });
}

/** ① to ③ over two lines; ④ over the incomes of its columns. */
function drawSpouseBands(
  paper: Paper,
  all: readonly Column[],
  { bands, incomes }: { bands: readonly Area[]; incomes: readonly Area[] },
): void {
  for (const [i, column] of all.entries()) {
    if (column.incomes === null) paper.label(spanning(bands[i]!, incomes[i]!), column.band, { size: 7 });
    else paper.label(incomes[i]!, column.incomes.replace(" ", "\n"), { size: 4.5 });
  }
  const fourth = all.findIndex(({ incomes }) => incomes !== null);
  paper.label(spanning(bands[fourth]!, bands.at(-1)!), "④", { size: 7 });
}

/** A line of the table; the amount of this employee in a circle. */
function drawAmounts(
  paper: Paper,
  places: readonly Area[],
  own: string,
  amounts: readonly { band: string; amount: number }[],
): void {
  const given = paper.said("spouse.deduction") || paper.said("spouse.special_deduction");
  for (const [i, { band, amount }] of amounts.entries()) {
    paper.label(places[i]!, `${amount / 10_000}`, { plain: true, size: 7 });
    const holds = own === paper.said("basic.class") && band === paper.said("spouse.class") &&
      given === amount.toLocaleString("ja-JP");
    if (holds) paper.sheet.shapes.push({ kind: "ellipse", area: inside(places[i]!, 1), line: THICK });
  }
}

/** ① and ② are 配偶者控除, the others 配偶者特別控除. */
function drawKinds(paper: Paper, places: readonly Area[]): void {
  paper.label(spanning(places[0]!, places[1]!), "配偶者控除", { size: 5.5, lines: 1 });
  paper.label(spanning(places[2]!, places.at(-1)!), "配偶者特別控除", { size: 5.5, lines: 1 });
}
