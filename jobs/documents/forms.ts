import { type Collected, collectedOf } from "../../domain/declaration/collected.ts";
import type { Employee } from "../../domain/employee.ts";
import { contextFor, type FormYear } from "../../domain/forms/form_year.ts";
import { boxesOf, type Form } from "../../domain/forms/mod.ts";
import type { Asked } from "../../domain/perform.ts";
import type { DocumentKind } from "../../domain/request.ts";
import type { Failure } from "../failures.ts";
import type { Job } from "../job.ts";
import { readApart } from "./apart.ts";

/** The documents of one employee, filled, and why others could not be. */
export interface FilledForms {
  employee: Employee;
  forms: Form[];
  failures: Failure[];
}

/** Those of `kinds` that an employee has: what is 未作成 is not printed. */
export function madeOf({ request }: Pick<Asked, "request">, kinds: readonly DocumentKind[]): DocumentKind[] {
  return kinds.filter((kind) => request.documents[kind]);
}

/** Fills the documents of these employees, in the order given. */
export async function filledForms(
  job: Job,
  members: readonly Asked[],
  { kinds, year }: { kinds: readonly DocumentKind[]; year: FormYear },
): Promise<FilledForms[]> {
  const collected = await readApart<Asked, Collected | Failure>(
    members,
    (some) => collectedOf(job.data, some),
    (error) => job.failure(error),
  );
  return members.map((member, i) => {
    const { employee } = member;
    const own = collected[i]!;
    if ("code" in own) return { employee, forms: [], failures: [own] };
    const filled: FilledForms = { employee, forms: [], failures: [] };
    for (const kind of madeOf(member, kinds)) {
      try {
        filled.forms.push(boxesOf(kind, own, contextFor(year, employee)));
      } catch (error) {
        filled.failures.push(job.failure(error));
      }
    }
    return filled;
  });
}
