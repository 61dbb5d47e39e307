import type { WalkPlace } from "../components/reviews/WalkNav.tsx";
import { checkAddress, walkAddress } from "../components/reviews/addresses.ts";
import { reviewFieldsOf, reviewFilterOf } from "../domain/review_filter.ts";
import { placeIn, type Walk, walkQuery } from "../domain/review_walk.ts";
import { type ReviewKey, viewOf } from "../domain/reviews.ts";
import type { ReviewAct } from "../domain/request_acts/page_reviews.ts";
import { type Notice, withNotice } from "./notice.ts";

/** Where a row stands among those that are looked at one after the other, with the ways on; null: it is alone. */
export function walkPlace(group: string, walk: Walk, key: ReviewKey): WalkPlace | null {
  const place = placeIn(walk, key);
  if (!place) return null;
  const address = (row: ReviewKey | null) => row && rowAddress(group, row, walk);
  return {
    at: place.at + 1,
    of: walk.rows.length,
    previous: address(place.previous),
    next: address(place.next),
    more: moreAddress(group, walk, key),
  };
}

function rowAddress(group: string, row: ReviewKey, walk: Walk): string {
  return checkAddress(group, row) + walkQuery(walk);
}

/** Where all that match were chosen: the way to those behind this stretch. */
function moreAddress(group: string, { list, more }: Walk, { of }: ReviewKey): string | null {
  if (more === null) return null;
  const view = viewOf(of);
  const { searchParams } = new URL(list, "http://here.invalid");
  const filter = reviewFieldsOf(reviewFilterOf(view, searchParams));
  const fields = [["view", view], ["all", "1"], ["cursor", more], ["return_to", list], ...filter];
  return `${walkAddress(group)}?${new URLSearchParams(fields)}`;
}

/** What the next page says of an act: on the page itself, and on that of the row behind. */
const SAID: Record<ReviewAct | "return", { here: Notice; behind: Notice | null }> = {
  check: { here: "review_checked", behind: "walk_checked" },
  double_check: { here: "review_double_checked", behind: "walk_double_checked" },
  return: { here: "review_returned", behind: "walk_returned" },
  undo: { here: "review_undone", behind: null },
  cancel_return: { here: "review_return_cancelled", behind: null },
};

/** Where an act leads to: the row behind where somebody goes on (［チェック後、次の書類へ進む］), else the same page. */
export function afterAct(
  group: string,
  walk: Walk,
  key: ReviewKey,
  { act, advance }: { act: ReviewAct | "return"; advance: boolean },
): string {
  const place = placeIn(walk, key);
  const { here, behind } = SAID[act];
  const next: Walk = place ? { ...walk, stays: !advance } : walk;
  if (!place || !advance || behind === null) return withNotice(rowAddress(group, key, next), here);
  if (place.next) return withNotice(rowAddress(group, place.next, next), behind);
  const more = moreAddress(group, walk, key);
  return more === null ? withNotice(walk.list, "walk_ended") : withNotice(more, behind);
}
