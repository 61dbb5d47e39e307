import { Refusal } from "../../domain/errors.ts";
import { digitsFor, namesHolders } from "../../domain/forms/digits.ts";
import type { Form } from "../../domain/forms/mod.ts";
import type { OpenNumber } from "../../domain/my_number_store.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS } from "../../domain/request.ts";
import type { NumberPrint } from "../../sheets/mod.ts";
import type { Failure } from "../failures.ts";
import type { Job } from "../job.ts";
import { readApart } from "./apart.ts";
import type { FilledForms } from "./forms.ts";

/** What is printed in the boxes of 個人番号 of somebody's forms. */
export interface NumbersOf {
  on(form: Form): NumberPrint;
  /** Why nothing is, where something should have been. */
  failures: Failure[];
}

/** Answers for a batch of employees, in the order given. */
export type NumberReader = (batch: readonly FilledForms[]) => Promise<NumbersOf[]>;

/**
 * 個人番号 for the documents of one job (reference/screens.md §6.7): digits where its 管理者 prints for a group that
 * prints them, the sentence in their place where the group does not, else ＊. Numbers are opened for the employees of a
 * batch who have a form that names somebody, and forgotten with the batch.
 */
export async function numberReader(job: Job, group: string): Promise<NumberReader> {
  const { printMyNumber } = await job.data.settings.ofGroup(group);
  if (!printMyNumber || !job.may("admin")) {
    const nothing = withNumbers([], { declared: !printMyNumber });
    return (batch) => Promise.resolve(batch.map(() => nothing));
  }
  return async (batch) => {
    const named = batch.filter(({ forms }) => forms.some(namesHolders));
    if (named.length === 0) return batch.map(() => withNumbers([]));
    const opened = await readApart(named, (some) => open(job, some), (error) => closed(job, error));
    const of = new Map(named.map(({ employee }, i) => [employee.id, opened[i]!]));
    return batch.map(({ employee }) => of.get(employee.id) ?? withNumbers([]));
  };
}

async function open({ id, actor, myNumbers }: Job, batch: readonly FilledForms[]): Promise<NumbersOf[]> {
  const use = { job: id, actor, purpose: purposeOf(batch.flatMap(({ forms }) => forms)) };
  const employees = batch.map(({ employee }) => ({ id: employee.id, code: employee.code }));
  return (await myNumbers.openForForm(use, employees)).map((numbers) => withNumbers(numbers));
}

/** Numbers that cannot be opened: the forms are printed without them. Throws on when the person may not any more. */
function closed(job: Job, error: unknown): NumbersOf {
  if (error instanceof Refusal && error.code === "forbidden") throw error;
  return withNumbers([], { failures: [job.failure(error)] });
}

function withNumbers(
  numbers: readonly OpenNumber[],
  { declared = false, failures = [] }: { declared?: boolean; failures?: Failure[] } = {},
): NumbersOf {
  return { on: (form) => ({ digits: digitsFor(form, numbers), declared }), failures };
}

/** The 書類名 of the forms that have a box for it. */
function purposeOf(forms: readonly Form[]): string {
  const kinds = new Set(forms.filter(namesHolders).map(({ document }) => document));
  return DOCUMENT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => DOCUMENT_LABELS[kind]).join("、");
}
