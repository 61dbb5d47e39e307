import type { Baseline } from "../baseline.ts";
import type { Employee } from "../employee.ts";
import type { HousingLoan } from "../housing_loan.ts";
import type { Insurance } from "../insurance.ts";
import { EMPTY_PROFILE } from "../profile.ts";
import type { Member, Stores } from "../stores.ts";
import type { Declaration } from "./declaration.ts";
import { initialDeclaration } from "./initial.ts";

/** Everything that is collected of an employee (収集情報). */
export interface Collected {
  declaration: Declaration;
  insurance: Insurance;
  housingLoan: HousingLoan | null;
}

/** What reading it needs. */
type Sources = Pick<Stores, "declarations" | "insurance" | "housingLoans" | "members">;

/**
 * What is collected of these members, in the order given: the stored declaration, else what the master said when they
 * were taken in. Takes a batch at a time: hand it as many members as you hold.
 */
export async function collectedOf(stores: Sources, members: readonly Member[]): Promise<Collected[]> {
  const ids = members.map(({ employee }) => employee.id);
  const [declarations, insurance, loans] = await Promise.all([
    stores.declarations.of(ids),
    stores.insurance.of(ids),
    stores.housingLoans.of(ids),
  ]);
  const initial = await initialOf(
    stores,
    members.filter((_, i) => !declarations[i]).map((one) => one.employee),
  );
  return members.map(({ employee: { id } }, i) => ({
    declaration: declarations[i] ?? initial.get(id)!,
    insurance: insurance[i]!,
    housingLoan: loans[i] ?? null,
  }));
}

async function initialOf({ members }: Sources, employees: readonly Employee[]) {
  const baselines = await members.baselines(employees.map(({ id }) => id));
  return new Map(
    employees.map((
      employee,
      i,
    ) => [employee.id, initialDeclaration(baselines[i] ?? withoutBaseline(employee))]),
  );
}

/** Of somebody whom an older version took in, which kept no baseline: what is known of them. */
export function withoutBaseline(employee: Employee): Pick<Baseline, "self" | "family"> {
  return { self: { ...employee, profile: EMPTY_PROFILE }, family: [] };
}
