import { cursorPages } from "../components/cursor_pages.ts";
import type { ReviewListProps } from "../components/reviews/ReviewListPage.tsx";
import { type ReviewRow, reviewRow } from "../components/reviews/review_row.ts";
import { countReviews, reviewFilterOf } from "../domain/review_filter.ts";
import type { ReviewView } from "../domain/reviews.ts";
import type { Stores } from "../domain/stores.ts";
import type { ReviewOfMember } from "../kv/review_pages.ts";
import { facetsInside, readGroupFrame } from "./group_frame.ts";
import type { GroupScreen } from "./group_page.ts";
import { returnAddress } from "./return_address.ts";
import type { State } from "./state.ts";

/** Everything that 書類一覧 or 前職情報一覧 shows for the address `url`. */
export async function readReviewList(
  state: State,
  screen: GroupScreen,
  url: URL,
  view: ReviewView,
): Promise<ReviewListProps> {
  const { stores, group, range } = screen;
  const filter = reviewFilterOf(view, url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const pages = state.services.memberPages(state.tenant);
  // Numbers of the whole group would tell a limited range about people outside of it.
  const countable = range?.kind === "all";
  const [frame, facets, list, tally] = await Promise.all([
    readGroupFrame(state, screen, url, view),
    pages.facets(),
    range && pages.reviews({ group: group.id, view, filter, range, cursor }),
    countable ? stores.groups.tally(group.id) : null,
  ]);
  return {
    ...frame,
    view,
    filter,
    ...facetsInside(facets, range),
    rows: await reviewRows(stores, list?.rows ?? [], returnAddress(url)),
    pages: cursorPages(url, list?.next ?? null),
    scanLimited: list?.scanLimited ?? false,
    counts: tally?.byReview ?? null,
    total: tally && countReviews(tally, view, filter),
  };
}

/** The rows as the list at the address `list` shows them; of 前職情報 with 原本の所在. */
export async function reviewRows(
  { declarations }: Pick<Stores, "declarations">,
  found: readonly ReviewOfMember[],
  list: string,
): Promise<ReviewRow[]> {
  const ids = found.filter(({ of }) => of === "previous_job").map(({ member }) => member.employee.id);
  const declared = await declarations.of(ids);
  const jobs = new Map(ids.map((id, i) => [id, declared[i]?.previousJob.jobs ?? []]));
  return found.map(({ member, of }) => reviewRow(member, of, { list, jobs: jobs.get(member.employee.id) }));
}
