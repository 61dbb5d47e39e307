import type { Context } from "fresh";
import { PAGES_OF, requestAddress } from "../../components/requests/addresses.ts";
import { versionOf } from "../../domain/answering/draft.ts";
import type { Asking } from "../../domain/answering/page.ts";
import { type StaffPart, staffPart } from "../../domain/answering/staff/parts.ts";
import { collectedOf } from "../../domain/declaration/collected.ts";
import { Refusal } from "../../domain/errors.ts";
import { COLLECTED_PARTS, type CollectedPart, type Request } from "../../domain/request.ts";
import { isRefused } from "../../domain/request_acts/acted.ts";
import { saveCollected } from "../../domain/request_acts/answering.ts";
import type { Stores } from "../../domain/stores.ts";
import { openRequest, type RequestScreen } from "../request_page.ts";
import type { State } from "../state.ts";

/** A part of 収集情報 of one 依頼. */
export interface OpenPart extends RequestScreen {
  part: CollectedPart;
  asking: Asking;
  /** Tells what is collected now from any other state of it. */
  version: string;
  staff: StaffPart;
  /** Address of the 依頼詳細, and of the page that edits the part. */
  home: string;
  address: string;
}

/** What is asked about somebody, of what is collected now. */
export async function askingOf(
  stores: Stores,
  year: number,
  member: RequestScreen["member"],
): Promise<Asking> {
  const [[collected], relations] = await Promise.all([
    collectedOf(stores, [member]),
    stores.masters.relations(),
  ]);
  return { year, relations, collected: collected! };
}

/** True for a part as somebody sees it who was asked already. */
export function wasAsked({ status }: Request): boolean {
  return status !== "not_requested";
}

/** The part that a word names; null: none. */
export function partOf(word: string | null | undefined): CollectedPart | null {
  return COLLECTED_PARTS.find((part) => part === word) ?? null;
}

/** True where アンケート回答履歴 is shown: not of who was not asked or has not finished in time. */
export function showsAnswers({ status }: Request): boolean {
  return status !== "not_requested" && status !== "requested" && status !== "expired";
}

/** Why 収集情報 cannot be edited now; null: it can. */
export function editRefusal(request: Request): Refusal | null {
  const acted = saveCollected(request, { documents: [], previousJob: false }, 0);
  return isRefused(acted) ? new Refusal(acted.refuse, acted.params) : null;
}

/** The part that the address names, to be edited. Refuses `collect_status` while it may not be, and as `openRequest`. */
export async function openPart(ctx: Context<State>): Promise<OpenPart> {
  const screen = await openRequest(ctx, "review");
  const part = partOf(ctx.params.part);
  if (!part) throw new Refusal("not_found");
  const { stores, group, member } = screen;
  const refusal = editRefusal(member.request);
  if (refusal) throw refusal;
  const asking = await askingOf(stores, ctx.state.tenant.year, member);
  const home = requestAddress(group.id, member.employee.id);
  return {
    ...screen,
    part,
    asking,
    version: await versionOf(asking.collected),
    staff: staffPart(part, asking, wasAsked(member.request)),
    home,
    address: PAGES_OF.edit(home, part),
  };
}
