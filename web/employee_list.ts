import { cursorPages } from "../components/cursor_pages.ts";
import { employeeRow } from "../components/members/employee_row.ts";
import type { EmployeeListProps, EmployeesPageProps } from "../components/members/EmployeesPage.tsx";
import { Refusal } from "../domain/errors.ts";
import type { Group } from "../domain/group.ts";
import { memberFilterOf } from "../domain/member_filter.ts";
import { NO_GROUP } from "../domain/member_scope.ts";
import { EVERYONE } from "../domain/permission.ts";
import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import type { Scope } from "../kv/member_pages.ts";
import { returnAddress } from "./return_address.ts";
import { quickCount } from "./selection_count.ts";
import type { Services } from "./services.ts";
import type { State } from "./state.ts";

/** Everything that 対象従業員設定 shows for the address `url`. Refuses `not_found` for a group that is not there. */
export async function readEmployees(
  { services, tenant }: State,
  user: User,
  url: URL,
): Promise<EmployeesPageProps> {
  const stores = services.stores(tenant);
  const groups = await stores.groups.list();
  const scope = url.searchParams.get("group") ?? "";
  if (scope !== "" && scope !== NO_GROUP && !groups.some(({ id }) => id === scope)) {
    throw new Refusal("not_found");
  }
  const onGroups = url.searchParams.get("tab") === "groups";
  const [tallies, people] = await Promise.all([
    Promise.all(groups.map(({ id }) => stores.groups.tally(id))),
    onGroups ? null : readPeople(services, tenant, { groups, scope, url }),
  ]);
  return {
    groups: groups.map(({ id, name, closesOn }, i) => ({
      id,
      name,
      closesOn,
      employees: tallies[i]!.employees,
    })),
    people,
    items: services.menu(user, "employees", null),
    returnTo: returnAddress(url),
  };
}

/** What the list is of: the address, its 依頼グループ field, and all groups. */
interface Asked {
  groups: readonly Group[];
  scope: string;
  url: URL;
}

async function readPeople(
  services: Services,
  tenant: Tenant,
  { groups, scope, url }: Asked,
): Promise<EmployeeListProps> {
  const filter = memberFilterOf(url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const pages = services.memberPages(tenant);
  const [facets, { members, next, scanLimited }, total] = await Promise.all([
    pages.facets(),
    pages.page({ scope: scopeOf(scope), filter, range: EVERYONE, cursor }),
    quickCount(services.stores(tenant), { scope, filter }),
  ]);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    filter,
    group: scope,
    ...facets,
    rows: members.map((member) => employeeRow(member, names)),
    total,
    pages: cursorPages(url, next),
    scanLimited,
  };
}

function scopeOf(scope: string): Scope {
  if (scope === "") return "all";
  return scope === NO_GROUP ? "none" : { group: scope };
}
