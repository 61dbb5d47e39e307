import type { Context } from "fresh";
import { Refusal } from "../domain/errors.ts";
import type { Group } from "../domain/group.ts";
import type { Permission, Range } from "../domain/permission.ts";
import type { Stores } from "../domain/stores.ts";
import type { User } from "../domain/user.ts";
import { requirePermission } from "./guards.ts";
import { visibleRange } from "../domain/visible_range.ts";
import type { State } from "./state.ts";

/** What every page of a group starts with. */
export interface GroupScreen {
  user: User;
  stores: Stores;
  group: Group;
  /** Null: this person sees nobody's 依頼. */
  range: Range | null;
}

/** The group of the address. Refuses without `permission`; another tenant's group is `not_found` like any other. */
export async function openGroup(ctx: Context<State>, permission: Permission): Promise<GroupScreen> {
  const user = requirePermission(ctx, permission);
  const stores = ctx.state.services.stores(ctx.state.tenant);
  const [group, range] = await Promise.all([
    stores.groups.get(ctx.params.group ?? ""),
    visibleRange(stores, user),
  ]);
  if (!group) throw new Refusal("not_found");
  return { user, stores, group, range };
}
