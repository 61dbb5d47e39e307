import { cursorPages } from "../components/cursor_pages.ts";
import type { RequestListProps } from "../components/requests/RequestListPage.tsx";
import { groupSettingsLinks } from "../components/settings/GroupSettingsTabs.tsx";
import { requestRow } from "../components/requests/request_row.ts";
import { countMatching, memberFilterOf } from "../domain/member_filter.ts";
import { allows, type Range } from "../domain/permission.ts";
import { valuesWithin } from "../domain/range.ts";
import type { GroupStore } from "../domain/stores.ts";
import type { Facets } from "../kv/facets.ts";
import type { GroupScreen } from "./group_page.ts";
import { returnAddress } from "./return_address.ts";
import type { State } from "./state.ts";

/** Everything that 依頼一覧 shows for the address `url`. */
export async function readRequestList(
  { services, tenant }: State,
  { user, stores, group, range }: GroupScreen,
  url: URL,
): Promise<RequestListProps> {
  const filter = memberFilterOf(url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const pages = services.memberPages(tenant);
  // Numbers of the whole group would tell a limited range about people outside of it.
  const countable = range?.kind === "all";
  const [groups, facets, list, tally] = await Promise.all([
    groupLinks(stores.groups, countable),
    pages.facets(),
    range && pages.page({ scope: { group: group.id }, filter, range, cursor }),
    countable ? stores.groups.tally(group.id) : null,
  ]);
  return {
    group: { id: group.id, name: group.name },
    groups,
    filter,
    ...facetsInside(facets, range),
    rows: list?.members.flatMap((member) => requestRow(member) ?? []) ?? [],
    pages: cursorPages(url, list?.next ?? null),
    scanLimited: list?.scanLimited ?? false,
    counts: tally?.byStatus ?? null,
    total: tally && countMatching(tally, filter),
    outside: range === null,
    menus: {
      group: services.menu(user, "requests", group),
      all: services.menu(user, "requests", null),
    },
    settings: allows(user.role, "data") ? groupSettingsLinks(group.id) : [],
    maySetUp: allows(user.role, "admin"),
    returnTo: returnAddress(url),
  };
}

async function groupLinks(store: GroupStore, countable: boolean) {
  const groups = await store.list();
  const tallies = countable ? await Promise.all(groups.map(({ id }) => store.tally(id))) : [];
  return groups.map(({ id, name }, i) => ({ id, name, employees: tallies[i]?.employees ?? null }));
}

/** What the menus offer: a limited range never finds anybody elsewhere. */
function facetsInside(facets: Facets, range: Range | null): Facets {
  if (range === null) return facets;
  return {
    departments: valuesWithin(range, "department", facets.departments),
    employmentTypes: valuesWithin(range, "employmentType", facets.employmentTypes),
  };
}
