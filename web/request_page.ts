import type { Context } from "fresh";
import { Refusal } from "../domain/errors.ts";
import { inRange, type Permission } from "../domain/permission.ts";
import { type Asked, isAsked } from "../domain/perform.ts";
import { type GroupScreen, openGroup } from "./group_page.ts";
import type { State } from "./state.ts";

/** What every page of one 依頼 starts with. */
export interface RequestScreen extends GroupScreen {
  member: Asked;
}

/**
 * The 依頼 that the address names, in the group that it names. Refuses without `permission`; outside of one's range, and
 * in another group, a 依頼 is `not_found`.
 */
export async function openRequest(ctx: Context<State>, permission: Permission): Promise<RequestScreen> {
  const screen = await openGroup(ctx, permission);
  const { stores, group, range } = screen;
  const member = await stores.members.byId(ctx.params.request ?? "");
  if (!isAsked(member) || member.employee.groupId !== group.id) throw new Refusal("not_found");
  if (!range || !inRange(range, member.employee)) throw new Refusal("not_found");
  return { ...screen, member };
}
