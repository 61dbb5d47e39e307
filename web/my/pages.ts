import { answerAddress, CONFIRMATION, PICTURES } from "../../components/my/addresses.ts";
import type { Hints } from "../../components/my/Hint.tsx";
import type { ListShown } from "../../components/my/ItemTable.tsx";
import type { PageLine } from "../../components/my/PageNav.tsx";
import type { AnswerPage, Asking } from "../../domain/answering/page.ts";
import { pageAfter, pagesNow, stateOf } from "../../domain/answering/progress.ts";
import { proofsOf } from "../../domain/answering/proofs.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Request } from "../../domain/request.ts";
import type { State } from "../state.ts";
import type { Own } from "./own.ts";

/** The pages that somebody may answer now, with their state. */
export function pageLines(request: Request, asking: Asking): PageLine[] {
  return pagesNow(request, asking).map((page) => ({
    id: page.id,
    title: page.title,
    state: stateOf(page, asking),
  }));
}

/** The page of this word in the address. Refuses `not_found` where it is none, or not one to answer now. */
export function openPage(request: Request, asking: Asking, id: string | undefined): AnswerPage {
  const page = pagesNow(request, asking).find((one) => one.id === id);
  if (!page) throw new Refusal("not_found");
  return page;
}

/** The lists of a page as it shows them. */
export function listsOf(page: AnswerPage, asking: Asking): ListShown[] {
  return page.lists.map((list) => ({
    id: list.id,
    label: list.label,
    question: list.question,
    rows: list.rows(asking),
    hasRoom: list.hasRoom(asking),
  }));
}

/** The 設問 above the lists of a page; null: its lists have it, or there are none. */
export function leadOf({ question, lists }: AnswerPage): number | null {
  return lists.length === 0 || lists.some((list) => list.question === question) ? null : question;
}

/** Where 前へ leads; null: the page is the first. */
export function addressBefore(request: Request, asking: Asking, page: AnswerPage): string | null {
  const pages = pagesNow(request, asking);
  const before = pages[pages.findIndex(({ id }) => id === page.id) - 1];
  return before ? answerAddress(before.id) : null;
}

/** Where 次へ leads: the page behind this one, then the pictures where any is asked for, then the confirmation. */
export function addressAfter({ member, settings }: Own, asking: Asking, page: AnswerPage): string {
  const next = pageAfter(member.request, asking, page.id);
  if (next) return answerAddress(next.id);
  return proofsOf(asking, settings).length > 0 ? PICTURES : CONFIRMATION;
}

/** The hints that the group shows. */
export async function hintsOf({ tenant }: Pick<State, "tenant">, { stores, group }: Own): Promise<Hints> {
  return { own: await stores.hints.of(group.id), company: tenant.name };
}
