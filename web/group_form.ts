import { NAME_ERRORS } from "../components/members/texts.ts";
import { textOf } from "./forms.ts";
import type { Problem } from "./problems.ts";
import { safePath } from "./safe_path.ts";

/** The 依頼グループ tab. */
export const GROUPS_TAB = "/employees?tab=groups";

/** The page of a form that names a group. */
export interface GroupForm {
  /** What stands in the field. */
  name: string;
  returnTo: string;
  problem: Problem | null;
}

/** @param from the address of the form, or the form just sent: each may name where the person comes from */
export function groupForm(
  from: URL | FormData,
  name: string,
  problem: Problem | null = null,
  home = GROUPS_TAB,
): GroupForm {
  const given = from instanceof URL ? from.searchParams.get("return_to") : textOf(from, "return_to");
  return { name, returnTo: safePath(given, home), problem };
}

/** What is wrong with the name, for its field. */
export function nameError({ problem }: Pick<GroupForm, "problem">): string | undefined {
  return problem?.code.startsWith(NAME_ERRORS) ? `${problem.cause}。${problem.remedy}。` : undefined;
}

/** What is wrong besides the name. */
export function otherProblem({ problem }: Pick<GroupForm, "problem">): Problem | null {
  return problem?.code.startsWith(NAME_ERRORS) ? null : problem;
}
