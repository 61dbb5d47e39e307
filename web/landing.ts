import { MY } from "../components/my/addresses.ts";
import { allows } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";

/** Who has no rights in the back office answers the own questionnaire; whoever asked for a page gets that. */
export function landing({ role, employeeCode }: User, returnTo: string): string {
  const answersOnly = employeeCode !== null && !allows(role, "review");
  return answersOnly && returnTo === "/" ? MY : returnTo;
}
