import { now } from "../domain/clock.ts";
import { collectedOf } from "../domain/declaration/collected.ts";
import { type Employee, fullName } from "../domain/employee.ts";
import { digitsFor } from "../domain/forms/digits.ts";
import { contextFor, formYearOf } from "../domain/forms/form_year.ts";
import { boxesOf, type Form } from "../domain/forms/mod.ts";
import type { Group } from "../domain/group.ts";
import { mountedOriginals } from "../domain/mounted_originals.ts";
import type { OpenNumber } from "../domain/my_number_store.ts";
import type { Asked } from "../domain/perform.ts";
import { DOCUMENT_LABELS, type DocumentKind } from "../domain/request.ts";
import type { Stores } from "../domain/stores.ts";
import { MOUNTING_TITLE } from "../sheets/mounting/mod.ts";
import { mountingSection } from "../sheets/mounting/section.ts";
import { printForm, printSheets } from "../sheets/print.ts";
import { pdfResponse } from "./pdf_response.ts";

/** Whose documents are printed. */
export interface Printing {
  stores: Stores;
  group: Pick<Group, "id" | "name">;
  member: Asked;
}

/** Opens 個人番号 for a form; asked only where 書類へのマイナンバー印字 is ［印字する］. */
export type OpenNumbers = (form: Form) => Promise<OpenNumber[]>;

/**
 * A document of somebody as a PDF, of what is collected now. 個人番号 that `open` does not give are ＊. Throws as `boxesOf`
 * does, and `open`.
 */
export async function documentPdf(
  { stores, group, member }: Printing,
  year: number,
  of: DocumentKind,
  open: OpenNumbers = () => Promise.resolve([]),
): Promise<Response> {
  const { employee } = member;
  const [[collected], formYear, { printMyNumber }, author] = await Promise.all([
    collectedOf(stores, [member]),
    formYearOf(stores, year),
    stores.settings.ofGroup(group.id),
    stores.outbox.company(),
  ]);
  const form = boxesOf(of, collected!, contextFor(formYear, employee));
  const opened = printMyNumber ? await open(form) : [];
  const numbers = { digits: digitsFor(form, opened), declared: !printMyNumber };
  const { bytes } = await printForm(form, numbers, {
    author,
    subject: subjectOf(employee),
    createdAt: now(),
  });
  return pdfResponse(nameOf(employee, DOCUMENT_LABELS[of]), bytes);
}

/** The 台紙 of somebody as a PDF, of what is collected now; without a certificate it is one to be filled in by hand. */
export async function mountingPdf({ stores, group, member }: Printing): Promise<Response> {
  const { employee } = member;
  const [[collected], company] = await Promise.all([
    collectedOf(stores, [member]),
    stores.outbox.company(),
  ]);
  const { sheets } = mountingSection(employee, mountedOriginals(collected!), { company, group: group.name });
  const { bytes } = await printSheets(sheets, {
    title: MOUNTING_TITLE,
    author: company,
    subject: subjectOf(employee),
    createdAt: now(),
  });
  return pdfResponse(nameOf(employee, MOUNTING_TITLE), bytes);
}

function subjectOf(employee: Employee): string {
  return `${employee.code} ${fullName(employee)}`;
}

function nameOf(employee: Employee, label: string): string {
  return `${employee.code}_${fullName(employee)}_${label}.pdf`;
}
