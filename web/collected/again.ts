import { type Context, page, type PageResponse } from "fresh";
import type { Texts } from "../../domain/answering/fields/fields.ts";
import { type Problem, refusalOf } from "../problems.ts";
import type { State } from "../state.ts";

/** A form of 収集情報 as it is shown, or was sent. */
export interface Sent {
  texts: Texts;
  /** That of what the form was about; absent: of what is collected now. */
  version?: string;
  errors?: ReadonlyMap<string, string>;
  problem?: Problem | null;
}

/**
 * Answers with what `save` answers, or with the form again where others changed 収集情報 or the 依頼 meanwhile. The form
 * keeps its version: sending it once more overwrites nothing either.
 */
export async function sentAgain<T>(
  { state }: Context<State>,
  save: () => Promise<Response>,
  again: (problem: Problem) => T,
): Promise<Response | PageResponse<T>> {
  try {
    return await save();
  } catch (error) {
    const problem = state.json ? null : refusalOf(error);
    if (problem?.code !== "collected_moved" && problem?.code !== "overtaken") throw error;
    return page(again(problem), { status: problem.status });
  }
}
