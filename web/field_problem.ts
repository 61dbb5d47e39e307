import type { Problem } from "./problems.ts";

/** Why a small form was refused: at its field, or above the form. */
export interface PlacedProblem {
  /** 原因。対処。 */
  error: string | undefined;
  problem: Problem | null;
}

/** @param codes begin the codes of refusals that are about the field */
export function placed(problem: Problem | null, codes: string): PlacedProblem {
  if (!problem?.code.startsWith(codes)) return { error: undefined, problem };
  return { error: `${problem.cause}。${problem.remedy}。`, problem: null };
}
