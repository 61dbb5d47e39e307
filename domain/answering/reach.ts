import { candidateFor } from "../declaration/candidate.ts";
import type { Asking } from "./page.ts";

/** How far the answers lead: nowhere, to 扶養控除等申告書 only, or through everything (reference/screens.md §5.2). */
export type Reach = "ends" | "dependants" | "all";

/** How far somebody's answers lead. */
export function reachOf({ year, collected }: Pick<Asking, "year" | "collected">): Reach {
  switch (candidateFor(year, collected)) {
    case null:
      return "all";
    case "retired_candidate":
      return "ends";
    case "otsu_candidate":
      return collected.declaration.previousJob.submitsHereNextYear === true ? "dependants" : "ends";
    case "withholding_candidate":
    case "income_candidate":
      return "dependants";
  }
}

/** True for who leaves the company and ends the questionnaire with its first page. */
export function isLeaving({ collected: { declaration: { self } } }: Pick<Asking, "collected">): boolean {
  return self.leaving === true && self.endsHere === true;
}

/** Why somebody's questionnaire is shorter than that of others; null: it is not. */
export function endingText({ year, collected }: Pick<Asking, "year" | "collected">): string | null {
  switch (candidateFor(year, collected)) {
    case null:
      return null;
    case "retired_candidate":
      return "退職予定があるため、年末調整は行いません。このまま提出してください。";
    case "otsu_candidate":
      return collected.declaration.previousJob.submitsHereNextYear === true
        ? "今年はほかの勤務先に扶養控除等申告書を提出するため、来年の扶養控除等申告書だけを作成します。"
        : "ほかの勤務先に扶養控除等申告書を提出するため、この会社では年末調整を行いません。このまま提出してください。";
    case "withholding_candidate":
      return "前の勤務先の源泉徴収票を提出できないため、年末調整は行いません。今年と来年の扶養控除等申告書を作成します。";
    case "income_candidate":
      return "給与収入が2,000万円を超えるため、年末調整は行いません。今年と来年の扶養控除等申告書を作成します。";
  }
}
