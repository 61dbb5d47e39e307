import type { GroupFrameProps } from "../components/requests/GroupFrame.tsx";
import type { GroupView } from "../components/requests/views.ts";
import { groupSettingsLinks } from "../components/settings/GroupSettingsTabs.tsx";
import { allows, type Range } from "../domain/permission.ts";
import { valuesWithin } from "../domain/range.ts";
import type { GroupStore } from "../domain/stores.ts";
import type { Facets } from "../kv/facets.ts";
import type { GroupScreen } from "./group_page.ts";
import { returnAddress } from "./return_address.ts";
import type { State } from "./state.ts";

/** What stands around a view of a group at the address `url`. */
export async function readGroupFrame(
  { services }: State,
  { user, stores, group, range }: GroupScreen,
  url: URL,
  view: GroupView,
): Promise<GroupFrameProps> {
  return {
    group: { id: group.id, name: group.name },
    // Numbers of whole groups would tell a limited range about people outside of it.
    groups: await groupLinks(stores.groups, range?.kind === "all"),
    outside: range === null,
    menus: {
      group: services.menu(user, view, group),
      all: services.menu(user, view, null),
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
export function facetsInside(facets: Facets, range: Range | null): Facets {
  if (range === null) return facets;
  return {
    departments: valuesWithin(range, "department", facets.departments),
    employmentTypes: valuesWithin(range, "employmentType", facets.employmentTypes),
  };
}
