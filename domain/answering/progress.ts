import { DECLARATION_SECTIONS, type DeclarationSection } from "../declaration/declaration.ts";
import { COLLECTED_PARTS, type CollectedPart, type Request } from "../request.ts";
import { isAnswered } from "./answers.ts";
import { readFields, textsOf } from "./fields/fields.ts";
import type { AnswerPage, Asking } from "./page.ts";
import { pagesOf } from "./pages.ts";

/** Where a page stands: nobody saved it, something is missing, or nothing is. */
export type PageState = "open" | "lacking" | "done";

/** What a page lacks although it may have been saved: an answer on another page may ask more of it. */
export function stateOf(page: AnswerPage, asking: Asking): PageState {
  if (!isAnswered(page, asking)) return "open";
  const fields = page.fields(asking);
  const read = readFields(fields, asking.collected, textsOf(fields, asking.collected));
  const lacking = "errors" in read ||
    page.lists.some((list) => list.rows(asking).some((row) => row.lacking));
  return lacking ? "lacking" : "done";
}

/** The sections that somebody is through: every page that their answers lead to was saved. */
export function sectionsDone(asking: Asking): DeclarationSection[] {
  const open = new Set(
    pagesOf(asking).filter((page) => !isAnswered(page, asking)).map(({ section }) => section),
  );
  const reached = new Set(pagesOf(asking).map(({ section }) => section));
  return DECLARATION_SECTIONS.filter((section) => reached.has(section) && !open.has(section));
}

/** Which section of the declaration each part of 収集情報 is corrected in. */
const SECTIONS_OF: Record<CollectedPart, readonly DeclarationSection[]> = {
  self: ["self", "income"],
  spouse: ["spouse"],
  family: ["family"],
  insurance: ["insurance"],
  housing_loan: ["housingLoan"],
  previous_job: ["previousJob"],
};

/** The parts that are to be corrected; null: all of the questionnaire is answered. */
export function partsToCorrect({ status, restarted, corrections }: Request): CollectedPart[] | null {
  if (status !== "correcting" || restarted) return null;
  return COLLECTED_PARTS.filter((part) => corrections.some(({ parts }) => parts.includes(part)));
}

/**
 * The pages that the employee may answer now: of a correction those that were sent back, and those that a corrected
 * answer asks for anew. Who never answered here, because staff entered everything, has none of the latter.
 */
export function pagesNow(request: Request, asking: Asking): AnswerPage[] {
  const parts = partsToCorrect(request);
  if (parts === null) return pagesOf(asking);
  const sections = new Set(parts.flatMap((part) => SECTIONS_OF[part]));
  const answeredHere = Object.keys(asking.collected.declaration.answers).length > 0;
  return pagesOf(asking).filter((page) =>
    sections.has(page.section) || (answeredHere && stateOf(page, asking) !== "done")
  );
}

/** The first page with something left to do; null: everything can be submitted. */
export function firstOpen(request: Request, asking: Asking): AnswerPage | null {
  return pagesNow(request, asking).find((page) => stateOf(page, asking) !== "done") ?? null;
}

/** The page behind this one; null: the last. */
export function pageAfter(request: Request, asking: Asking, id: string): AnswerPage | null {
  const pages = pagesNow(request, asking);
  const place = pages.findIndex((page) => page.id === id);
  return place < 0 ? firstOpen(request, asking) : pages[place + 1] ?? null;
}
