import type { Context } from "fresh";
import type { ItemForm, ItemList } from "../../domain/answering/item_list.ts";
import { Refusal } from "../../domain/errors.ts";
import type { State } from "../state.ts";
import { type OpenPart, openPart } from "./open.ts";

/** A list of a part of 収集情報. */
export interface OpenList extends OpenPart {
  list: ItemList;
  /** The entry that the address names; `new`: another one. */
  item: string;
}

/** An entry of a list, or another one. */
export interface OpenEntry extends OpenList {
  id: string;
  isNew: boolean;
  form: ItemForm;
}

/** An id as forms of new entries bring it: a ULID. */
const NEW_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The list that the address names. Refuses `not_found`, and as `openPart`. */
export async function openList(ctx: Context<State>): Promise<OpenList> {
  const opened = await openPart(ctx);
  const list = opened.staff.lists.find(({ id }) => id === ctx.params.list);
  if (!list) throw new Refusal("not_found");
  return { ...opened, list, item: ctx.params.item ?? "" };
}

/**
 * The entry that the address names. Refuses `not_found`, `list_full`, and as `openPart`.
 * @param newId the id of another one
 */
export async function openEntry(ctx: Context<State>, newId: string): Promise<OpenEntry> {
  const opened = await openList(ctx);
  const isNew = opened.item === "new";
  if (isNew && !NEW_ID.test(newId)) throw new Refusal("bad_request", { what: "item_id" });
  const id = isNew ? newId : opened.item;
  const form = opened.list.form(opened.asking, id, isNew);
  if (form) return { ...opened, id, isNew, form };
  throw isNew ? new Refusal("list_full", { list: opened.list.label }) : new Refusal("not_found");
}
