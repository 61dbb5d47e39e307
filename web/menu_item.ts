import type { User } from "../domain/user.ts";
import { placeFor } from "../jobs/operation.ts";
import { findOperation } from "../jobs/registry.ts";
import type { MenuItem } from "../jobs/service.ts";
import type { State } from "./state.ts";

/** An operation as this person may start it, with the group it is started on. */
export interface StartableOperation {
  item: MenuItem;
  group: { id: string; name: string } | null;
}

/** The menu entry of `kind` for a group (null: all groups); null when there is none for this person. */
export async function startable(
  { services, tenant }: Pick<State, "services" | "tenant">,
  user: User,
  kind: string,
  groupId: string | null,
): Promise<StartableOperation | null> {
  const operation = findOperation(kind);
  const place = operation && placeFor(operation, groupId === null ? "all" : "group");
  if (!place) return null;
  const group = groupId === null ? null : await services.stores(tenant).groups.get(groupId);
  if (groupId !== null && group === null) return null;
  const screens = typeof place.screen === "string" ? [place.screen] : place.screen;
  const items = screens.flatMap((screen) => services.menu(user, screen, group));
  const item = items.find((candidate) => candidate.kind === kind);
  return item ? { item, group } : null;
}
