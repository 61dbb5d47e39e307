import { type Declaration, withSection } from "../../domain/declaration/declaration.ts";
import { NO_INCOMES } from "../../domain/declaration/income.ts";
import { NO_PREVIOUS_JOB } from "../../domain/declaration/initial.ts";
import type { Request } from "../../domain/request.ts";
import { jobOf } from "./answers_previous_job.ts";
import type { Turn } from "./answers_turn.ts";

/** The answers that ended the questionnaire of a 対象外候補 early (reference/screens.md §5.2). */
export function answerCandidate(turn: Turn, initial: Declaration, request: Request): Declaration {
  switch (request.exclusion) {
    case "retired_candidate":
      return withSection(initial, "self", { ...initial.self, leaving: true, endsHere: true });
    case "otsu_candidate":
      return withSection(initial, "previousJob", {
        ...NO_PREVIOUS_JOB,
        otherEmployer: true,
        stillThere: true,
        payThere: turn.draws.pick(["A", "C"] as const),
        submitsHere: false,
        submitsHereNextYear: request.documents.next_year_dependants !== undefined,
        knowsNoAdjustment: true,
      });
    case "withholding_candidate":
      return withSection(initial, "previousJob", {
        ...NO_PREVIOUS_JOB,
        otherEmployer: true,
        stillThere: false,
        leftEmployer: true,
        payBefore: "A",
        slipAvailable: false,
        knowsConsequence: true,
        jobs: [{ ...jobOf(turn, 0), slip: "unavailable" }],
      });
    default:
      return withSection(initial, "income", {
        ...initial.income,
        thisYear: { incomes: { ...NO_INCOMES, salary: 20_000_001 + turn.draws.int(5_000_000) }, total: null },
      });
  }
}
