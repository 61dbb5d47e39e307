import type { Context } from "fresh";
import type { ItemForm, ItemList } from "../../domain/answering/item_list.ts";
import type { AnswerPage } from "../../domain/answering/page.ts";
import { Refusal } from "../../domain/errors.ts";
import type { State } from "../state.ts";
import { openAnswers } from "./own.ts";
import { openPage } from "./pages.ts";

/** An entry of a list that the address names. */
export interface OpenItem {
  own: Awaited<ReturnType<typeof openAnswers>>;
  page: AnswerPage;
  list: ItemList;
  id: string;
  isNew: boolean;
  form: ItemForm;
}

/** Ids of new entries are made by the server: a form gives back what it was given. */
const NEW_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The list of the address. Refuses `not_found`. */
export async function openList(ctx: Context<State>) {
  const own = await openAnswers(ctx);
  const page = openPage(own.member.request, own.asking, ctx.params.page);
  const list = page.lists.find(({ id }) => id === ctx.params.list);
  if (!list) throw new Refusal("not_found");
  return { own, page, list };
}

/**
 * The entry of the address, or a new one under `newId`. Refuses `not_found`, also for what the company closed;
 * `list_full`, `bad_request`.
 */
export async function openItem(ctx: Context<State>, newId: string): Promise<OpenItem> {
  const { own, page, list } = await openList(ctx);
  const isNew = ctx.params.item === "new";
  const id = isNew ? newId : ctx.params.item ?? "";
  if (isNew && !NEW_ID.test(id)) throw new Refusal("bad_request", { what: "項目の番号" });
  const form = list.form(own.asking, id, isNew);
  if (form) return { own, page, list, id, isNew, form };
  throw isNew ? new Refusal("list_full", { list: list.label }) : new Refusal("not_found");
}
