import { MASTER } from "../declaration/declaration_fixture.ts";
import type { Declaration } from "../declaration/declaration.ts";
import { initialDeclaration } from "../declaration/initial.ts";
import type { Person, PersonYear, SpouseAnswers } from "../declaration/person.ts";
import type { SelfYear } from "../declaration/self.ts";
import type { MasterEmployee } from "../employee.ts";
import type { FamilyMember } from "../family.ts";
import { NO_INSURANCE } from "../insurance.ts";
import { EMPTY_PROFILE, type Profile } from "../profile.ts";
import type { List } from "./list.ts";
import type { Row } from "./row.ts";
import { rowOf } from "./row_fixture.ts";
import { THIS_NEXT_YEAR_DEPENDENTS_DIFF } from "./tables/this_next_year_dependents_diff.ts";
import { THIS_NEXT_YEAR_SELF_DIFF } from "./tables/this_next_year_self_diff.ts";
import { THIS_YEAR_DEPENDENTS_DIFF } from "./tables/this_year_dependents_diff.ts";
import { THIS_YEAR_SELF_DIFF } from "./tables/this_year_self_diff.ts";

/** For tests: the difference lists under their keys of reference/csv-columns.json. */
export const LISTS: Readonly<Record<string, List>> = {
  this_year_self_diff: THIS_YEAR_SELF_DIFF,
  this_year_dependents_diff: THIS_YEAR_DEPENDENTS_DIFF,
  this_next_year_self_diff: THIS_NEXT_YEAR_SELF_DIFF,
  this_next_year_dependents_diff: THIS_NEXT_YEAR_DEPENDENTS_DIFF,
};

/** What the master said of somebody when they were taken in. */
export interface Taken {
  self?: Partial<MasterEmployee>;
  profile?: Partial<Profile>;
  family?: FamilyMember[];
}

export type Declare = (declaration: Declaration) => Declaration;

/** For tests: somebody who was taken in like this and declared that. */
export function declared(
  { self, profile, family = [] }: Taken,
  declare: Declare = (one) => one,
  more: Partial<Row> = {},
): Row {
  const baseline = {
    self: { ...MASTER, ...self, profile: { ...EMPTY_PROFILE, ...profile } },
    family,
    takenAt: Date.UTC(2026, 9, 5, 2, 35),
  };
  const declaration = declare(initialDeclaration(baseline));
  return rowOf({ declaration, insurance: NO_INSURANCE, housingLoan: null }, { baseline, ...more });
}

/** Declares something else of the employee, in a year. */
export const ofSelf = (change: Partial<SelfYear>, year: "thisYear" | "nextYear" = "thisYear"): Declare =>
(
  declaration,
) => ({
  ...declaration,
  self: { ...declaration.self, [year]: { ...declaration.self[year], ...change } },
});

/** Declares something else of whether there is a spouse. */
export const ofSpouse = (change: Partial<SpouseAnswers>): Declare => (declaration) => ({
  ...declaration,
  spouse: { ...declaration.spouse, ...change },
});

/** Declares something else of the spouse, who is there. */
export const ofSpouseThere = (change: (person: Person) => Person): Declare => (declaration) => ({
  ...declaration,
  spouse: { ...declaration.spouse, person: change(declaration.spouse.person!) },
});

/** Declares other relatives. */
export const ofFamily = (change: (people: Person[]) => Person[]): Declare => (declaration) => ({
  ...declaration,
  family: { ...declaration.family, people: change(declaration.family.people) },
});

/** Declares something else of each relative. */
export const ofEach = (change: (person: Person) => Person): Declare =>
  ofFamily((people) => people.map(change));

/** Somebody who is otherwise in a year. */
export function inYear(
  person: Person,
  change: Partial<PersonYear>,
  year: "thisYear" | "nextYear" = "thisYear",
) {
  return { ...person, [year]: { ...person[year], ...change } };
}

/** One after the other. */
export const both = (...declare: Declare[]): Declare => (declaration) =>
  declare.reduce((one, change) => change(one), declaration);

/** What a record says, without the columns that are blank. */
export function filled(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ""));
}

/** The columns of a record whose headers begin so, without those that are blank. */
export function startingWith(prefix: string, record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filled(record)).filter(([header]) => header.startsWith(prefix)),
  );
}
