import { type ReviewFilter, reviewFilterOf } from "../domain/review_filter.ts";
import { REVIEW_VIEWS, type ReviewKey, reviewKeysOf, type ReviewView, viewOf } from "../domain/reviews.ts";
import { viewAddress } from "../components/requests/views.ts";
import { PAGE_SIZE } from "../kv/member_pages.ts";
import type { MemberPages } from "../kv/member_pages.ts";
import type { ReviewOfMember } from "../kv/review_pages.ts";
import type { GroupScreen } from "./group_page.ts";
import { safePath } from "./safe_path.ts";

/** What was ticked in 書類一覧 or 前職情報一覧: rows, or all that match. */
export interface ReviewChoice {
  view: ReviewView;
  /** Null: all that match. */
  rows: ReviewKey[] | null;
  filter: ReviewFilter;
  cursor: string | null;
  /** Address of the list. */
  list: string;
}

/** The choice in an address: `view`, `ids` or `all=1` with the list's filter, `return_to`. */
export function choiceIn({ searchParams }: URL, group: string): ReviewChoice {
  const view = REVIEW_VIEWS.find((one) => one === searchParams.get("view")) ?? "documents";
  const rows = reviewKeysOf(searchParams.getAll("ids")).filter(({ of }) => viewOf(of) === view);
  return {
    view,
    rows: searchParams.get("all") === "1" ? null : rows.slice(0, PAGE_SIZE),
    filter: reviewFilterOf(view, searchParams),
    cursor: searchParams.get("cursor"),
    list: safePath(searchParams.get("return_to"), viewAddress(group, view)),
  };
}

/** The next page of all that match that has any; `next`: of those behind. */
export async function pageOfChoice(
  pages: MemberPages,
  { group, range }: GroupScreen,
  { view, filter, cursor }: ReviewChoice,
  signal: AbortSignal,
): Promise<{ rows: ReviewOfMember[]; next: string | null }> {
  if (!range) return { rows: [], next: null };
  for (let from = cursor;;) {
    signal.throwIfAborted();
    const { rows, next } = await pages.reviews({ group: group.id, view, filter, range, cursor: from });
    if (rows.length > 0 || next === null) return { rows, next };
    from = next;
  }
}
