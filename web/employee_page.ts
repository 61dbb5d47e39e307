import type { Context } from "fresh";
import { Refusal } from "../domain/errors.ts";
import { inRange } from "../domain/permission.ts";
import type { Member, Stores } from "../domain/stores.ts";
import { withVisibleRange } from "../domain/visible_range.ts";
import { requirePermission } from "./guards.ts";
import type { State } from "./state.ts";

/** The target that the address names. Refuses `not_found` for nobody, and for somebody outside of the 管理者's range. */
export async function openEmployee(ctx: Context<State>): Promise<{ stores: Stores; member: Member }> {
  const { services, tenant } = ctx.state;
  const stores = services.stores(tenant);
  const user = await withVisibleRange(stores, requirePermission(ctx, "admin"));
  const member = await stores.members.byId(ctx.params.employee ?? "");
  if (!member || !inRange(user.range, member.employee)) throw new Refusal("not_found");
  return { stores, member };
}
