import { type Context, page, type PageResponse } from "fresh";
import { readForm, textOf } from "./forms.ts";
import { type Notice, withNotice } from "./notice.ts";
import { type Problem, refusalOf } from "./problems.ts";
import { safePath } from "./safe_path.ts";
import { seeOther } from "./see_other.ts";
import type { State } from "./state.ts";

/** A small form that is carried out at once. */
export interface SmallForm<T> {
  /** Does what the form asks for. Throws a Refusal. */
  act(form: FormData): Promise<unknown>;
  /** What the page says then. */
  notice: Notice;
  /** The page to go back to, where the form names none. */
  home: string;
  /** The form again as a page, with what was wrong. */
  again(problem: Problem, form: FormData): Promise<T> | T;
}

/**
 * Answers a small form: back to the page it came from with a sentence of what was done, or the form again with the
 * reason. A dialog (components/form/FormDialog.tsx) asks for JSON: `{location}`, or the refusal.
 */
export async function settleForm<T>(
  ctx: Context<State>,
  { act, notice, home, again }: SmallForm<T>,
): Promise<Response | PageResponse<T>> {
  const form = await readForm(ctx.req);
  try {
    await act(form);
  } catch (error) {
    const problem = ctx.state.json ? null : refusalOf(error);
    if (!problem) throw error;
    return page(await again(problem, form), { status: problem.status });
  }
  return doneAt(ctx, withNotice(returnToOf(form, home), notice));
}

/** The page that a form came from. */
export function returnToOf(form: FormData, home: string): string {
  return safePath(textOf(form, "return_to"), home);
}

/** On to the page that shows what was done. */
export function doneAt({ state }: Context<State>, location: string): Response {
  return state.json ? Response.json({ location }) : seeOther(location);
}
