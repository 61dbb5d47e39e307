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
