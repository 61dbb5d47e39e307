import type { Collected } from "../declaration/collected.ts";
import { fullName } from "../employee.ts";
import type { Choice } from "./fields/view.ts";

/** Whom a deduction can be for, by name. */
export function peopleOf({ declaration: { spouse, family } }: Pick<Collected, "declaration">): Choice[] {
  const people = [...(spouse.person ? [spouse.person] : []), ...family.people, ...family.shared];
  return people.map((one) => ({ value: one.id, label: fullName(one) }));
}
