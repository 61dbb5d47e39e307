import type { Collected } from "../../declaration/collected.ts";
import { note, question } from "../fields/branches.ts";
import { all, type Fields } from "../fields/fields.ts";
import type { AnswerPage, Asking } from "../page.ts";
import { isLeaving, reachOf } from "../reach.ts";

const NOTHING: Fields<Collected> = all<Collected>();

type Draft = Pick<AnswerPage, "id" | "section" | "title" | "question"> & Partial<AnswerPage>;

/** A page that everybody sees whose answers lead that far. */
export function page(
  { applies = () => true, fields = () => NOTHING, lists = [], ...rest }: Draft,
): AnswerPage {
  return { ...rest, applies, fields, lists };
}

/** Everybody but who leaves the company and ends the questionnaire with its first page. */
export const staying = (asking: Asking) => !isLeaving(asking);
/** Whose answers make a document. */
export const toForms = (asking: Asking) => reachOf(asking) !== "ends";
/** Whose tax is adjusted. */
export const toDeductions = (asking: Asking) => reachOf(asking) === "all";
/** Of them, who declares insurance. */
export const insured = (asking: Asking) =>
  toDeductions(asking) && asking.collected.declaration.insurance.claims === true;
/** Of them, who declares a housing loan. */
export const borrowing = (asking: Asking) =>
  toDeductions(asking) && asking.collected.declaration.housingLoan.claim === "yes";

/** A 設問 that is only read. */
export function reads(number: number, text: string): Fields<unknown> {
  return question(number, note(text));
}
