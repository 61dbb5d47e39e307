import { setImmediate } from "node:timers/promises";
import { type Employee, fullName } from "../../domain/employee.ts";
import { formYearOf } from "../../domain/forms/form_year.ts";
import type { Form } from "../../domain/forms/mod.ts";
import type { Group } from "../../domain/group.ts";
import { type Asked, isAsked } from "../../domain/perform.ts";
import { DOCUMENT_LABELS, type DocumentKind } from "../../domain/request.ts";
import type { Member } from "../../domain/stores.ts";
import { withSuffix } from "../../formats/filename.ts";
import { type Printed, printForm } from "../../sheets/print.ts";
import type { Failure } from "../failures.ts";
import { codeAfter } from "../group_order.ts";
import type { Bundle, Job, RefusedRow } from "../job.ts";
import { lostRows } from "../lost_characters.ts";
import { type FilledForms, filledForms, madeOf } from "./forms.ts";
import { numberReader, type NumbersOf } from "./numbers.ts";

/** How many employees are read, printed and told of together: some seconds of work, whatever they have. */
const AT_ONCE = 20;

/** What is printed, and into which files. */
export interface Download {
  group: Group;
  kinds: readonly DocumentKind[];
  bundle: Bundle;
}

/**
 * Prints the documents of these kinds that the members of a group have, by 社員番号, each as a PDF of its own. Employees who
 * have one are counted under `written`, documents under their kinds. One that cannot be filled or printed is refused with
 * its reason, and the others go on. Goes on where the last attempt's files were sealed.
 */
export async function writeDocuments(
  job: Job,
  { group: { id: group }, kinds, bundle }: Download,
): Promise<void> {
  const { data, sees } = job;
  const [year, author, numbersFor] = await Promise.all([
    formYearOf(data, job.year),
    data.outbox.company(),
    numberReader(job, group),
  ]);
  job.expect((await data.groups.tally(group)).employees);
  for await (const members of data.members.walk(group, codeAfter(group, job.position))) {
    for (const some of inBatches(members)) {
      const wanted = some.filter(isAsked)
        .filter((member) => sees(member.employee) && madeOf(member, kinds).length > 0);
      const { written, counts, refused } = await writeBatch(wanted);
      await job.reached({ group, code: some.at(-1)!.employee.code }, some.length, written, counts, refused);
    }
  }

  async function writeBatch(wanted: readonly Asked[]): Promise<Written> {
    const filled = await filledForms(job, wanted, { kinds, year });
    const numbers = await numbersFor(filled);
    const all: Written = { written: 0, counts: {}, refused: [] };
    for (const [i, one] of filled.entries()) addTo(all, await write(one, numbers[i]!));
    return all;
  }

  async function write({ employee, forms, failures }: FilledForms, numbers: NumbersOf): Promise<Written> {
    const printed: { form: Form; lost: Printed["lost"] }[] = [];
    const failed = [...failures, ...numbers.failures];
    const info = { author, subject: `${employee.code} ${fullName(employee)}`, createdAt: job.acceptedAt };
    for (const form of forms) {
      // Drawing never waits for anything: between two documents whoever stops the job is heard.
      await setImmediate();
      const done = await printForm(form, numbers.on(form), info).catch((error) => job.failure(error));
      if ("code" in done) {
        failed.push(done);
        continue;
      }
      // Not among what may fail of a document: half of one must not stay in the bundle.
      await bundle.add(nameOf(employee, form), done.bytes);
      printed.push({ form, lost: done.lost });
    }
    return writtenOf(employee, printed, failed);
  }
}

/** What came of some employees. */
interface Written {
  written: number;
  counts: Record<string, number>;
  refused: RefusedRow[];
}

function writtenOf(
  { code: key }: Employee,
  printed: readonly { form: Form; lost: Printed["lost"] }[],
  failed: readonly Failure[],
): Written {
  // Several documents may fail for one reason.
  const reasons = new Map(failed.map((failure) => [JSON.stringify(failure), failure]));
  const lost = printed.map(({ form, lost }) => ({ document: DOCUMENT_LABELS[form.document], lost }));
  return {
    written: printed.length > 0 ? 1 : 0,
    counts: Object.fromEntries(printed.map(({ form }) => [form.document, 1])),
    refused: [...[...reasons.values()].map((failure) => ({ key, ...failure })), ...lostRows(key, lost)],
  };
}

function addTo(all: Written, { written, counts, refused }: Written): void {
  all.written += written;
  for (const [kind, n] of Object.entries(counts)) all.counts[kind] = (all.counts[kind] ?? 0) + n;
  all.refused.push(...refused);
}

/** `{社員番号}_{氏名}_{書類名}.pdf`; of a name that is too long the 氏名 is cut. */
function nameOf(employee: Employee, { document }: Form): string {
  return withSuffix(`${employee.code}_${fullName(employee)}.pdf`, `_${DOCUMENT_LABELS[document]}`);
}

function inBatches(members: readonly Member[]): Member[][] {
  return Array.from(
    { length: Math.ceil(members.length / AT_ONCE) },
    (_, i) => members.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}
