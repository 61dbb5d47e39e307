import { cursorPages } from "../components/cursor_pages.ts";
import type { EmployeeListProps, EmployeesPageProps } from "../components/members/EmployeesPage.tsx";
import { Refusal } from "../domain/errors.ts";
import { memberFilterOf, NO_GROUP } from "../domain/member_filter.ts";
import type { User } from "../domain/user.ts";
import type { MemberPages, Scope } from "../kv/member_pages.ts";
import { returnAddress } from "./return_address.ts";
import type { State } from "./state.ts";

/** Everything that 対象従業員設定 shows for the address `url`. Refuses `not_found` for a group that is not there. */
export async function readEmployees(
  { services, tenant }: State,
  user: User,
  url: URL,
): Promise<EmployeesPageProps> {
  const { groups } = services.stores(tenant);
  const list = await groups.list();
  const chosen = url.searchParams.get("group") ?? "";
  if (chosen !== "" && chosen !== NO_GROUP && !list.some(({ id }) => id === chosen)) {
    throw new Refusal("not_found");
  }
  const onGroups = url.searchParams.get("tab") === "groups";
  const [tallies, people] = await Promise.all([
    Promise.all(list.map(({ id }) => groups.tally(id))),
    onGroups ? null : readPeople(services.memberPages(tenant), user, chosen, url),
  ]);
  return {
    groups: list.map((group, i) => ({ group, employees: tallies[i]!.employees })),
    people,
    items: services.menu(user, "employees", null),
    returnTo: returnAddress(url),
  };
}

async function readPeople(
  pages: MemberPages,
  user: User,
  group: string,
  url: URL,
): Promise<EmployeeListProps> {
  const filter = memberFilterOf(url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const [facets, { members, next, scanLimited }] = await Promise.all([
    pages.facets(),
    pages.page({ scope: scopeOf(group), filter, range: user.range, cursor }),
  ]);
  return { filter, group, ...facets, members, pages: cursorPages(url, next), scanLimited };
}

function scopeOf(group: string): Scope {
  if (group === "") return "all";
  return group === NO_GROUP ? "none" : { group };
}
