import type { DeclaredYear } from "../declaration/computed/relative.ts";
import type { Person } from "../declaration/person.ts";
import type { Row } from "./row.ts";

/**
 * 税扶養控除対象でない配偶者と家族: `everybody` 含める, `claimed` 含めない. Of whom nobody has said whether they are claimed
 * (扶養状況が不明, 99) is not left out: that is for staff to see. `deductible`, for 給与奉行: the spouse, and relatives who
 * are claimed and not more than the law lets them be (reference/screens.md §6.9).
 */
export type Included = "everybody" | "claimed" | "deductible";

/** Somebody of the family with the place that they have among the figures of a year. */
export interface Present {
  person: Person;
  n: number;
}

/** The relatives whom a list about a year shows, in the order in which they were entered. */
export function relativesOf(row: Row, year: DeclaredYear, included: Included): Present[] {
  return row.declaration.family.people.flatMap((person, n) => {
    const fits = included === "deductible" ? isDeductible(row, year, n) : isIncluded(person, year, included);
    return fits && isThere(person, year) ? [{ person, n }] : [];
  });
}

/** The spouse whom a list about a year shows; null: there is none in that year, or nothing is told of them. */
export function spouseOf({ declaration }: Row, year: DeclaredYear, included: Included): Person | null {
  const { spouse } = declaration;
  const { person } = spouse;
  if (!person || spouse[year] === false || !isThere(person, year)) return null;
  return included === "deductible" || isIncluded(person, year, included) ? person : null;
}

/** Who died this year is in the lists about this year, and not in those about the next. */
function isThere({ diedOn }: Person, year: DeclaredYear): boolean {
  return year === "thisYear" || diedOn === null;
}

function isIncluded(person: Person, year: DeclaredYear, included: Included): boolean {
  return included === "everybody" || person[year].support !== false;
}

/** Claimed, and a 扶養親族 or 特定親族: those under 16 too, who give no deduction but count for 住民税. */
function isDeductible({ declaration, figures }: Row, year: DeclaredYear, n: number): boolean {
  if (declaration.family.people[n]![year].support !== true) return false;
  const kind = figures[year]?.people[n]?.kind;
  return kind !== "none" && kind !== "non_deductible";
}
