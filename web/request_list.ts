import { cursorPages } from "../components/cursor_pages.ts";
import type { RequestListProps } from "../components/requests/RequestListPage.tsx";
import { requestRow } from "../components/requests/request_row.ts";
import { countMatching, memberFilterOf } from "../domain/member_filter.ts";
import { facetsInside, readGroupFrame } from "./group_frame.ts";
import type { GroupScreen } from "./group_page.ts";
import type { State } from "./state.ts";

/** Everything that 依頼一覧 shows for the address `url`. */
export async function readRequestList(
  state: State,
  screen: GroupScreen,
  url: URL,
): Promise<RequestListProps> {
  const { services, tenant } = state;
  const { stores, group, range } = screen;
  const filter = memberFilterOf(url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const pages = services.memberPages(tenant);
  // Numbers of the whole group would tell a limited range about people outside of it.
  const countable = range?.kind === "all";
  const [frame, facets, list, tally] = await Promise.all([
    readGroupFrame(state, screen, url, "requests"),
    pages.facets(),
    range && pages.page({ scope: { group: group.id }, filter, range, cursor }),
    countable ? stores.groups.tally(group.id) : null,
  ]);
  return {
    ...frame,
    filter,
    ...facetsInside(facets, range),
    rows: list?.members.flatMap((member) => requestRow(member) ?? []) ?? [],
    pages: cursorPages(url, list?.next ?? null),
    scanLimited: list?.scanLimited ?? false,
    counts: tally?.byStatus ?? null,
    total: tally && countMatching(tally, filter),
  };
}
