import type { MasterEmployee } from "../domain/employee.ts";
import type { Newcomer } from "../domain/stores.ts";
import type { Job } from "./job.ts";

/** Everything that is written with people who are taken in: their families, and what last year left them. */
export async function newcomersOf(
  { source, data }: Pick<Job, "source" | "data">,
  people: readonly (MasterEmployee & { code: string })[],
): Promise<Newcomer[]> {
  if (people.length === 0) return [];
  const codes = people.map(({ code }) => code);
  const [families, carried, loans] = await Promise.all([
    source.families(people),
    data.lastYear.carriedBy(codes),
    data.lastYear.housingLoansBy(codes),
  ]);
  return people.map((master, i) => ({
    master,
    family: families[i] ?? [],
    carried: carried[i] ?? null,
    housingLoan: loans[i] ?? null,
  }));
}
