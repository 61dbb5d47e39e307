import type { Context } from "fresh";
import type { Asking } from "../../domain/answering/page.ts";
import { type Working, workingOf } from "../../domain/answering/draft.ts";
import { now } from "../../domain/clock.ts";
import { isClosed } from "../../domain/deadline.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Group } from "../../domain/group.ts";
import type { GroupSettings } from "../../domain/group_settings.ts";
import type { RelationEntry } from "../../domain/master.ts";
import { type Asked, isAsked } from "../../domain/perform.ts";
import { REQUEST_STATUS_LABELS } from "../../domain/request.ts";
import type { Member, Stores } from "../../domain/stores.ts";
import type { User } from "../../domain/user.ts";
import { requireUser } from "../guards.ts";
import type { State } from "../state.ts";

/** What every page of somebody's own 依頼 starts with. */
export interface Own {
  user: User;
  stores: Stores;
  /** 西暦. */
  year: number;
  member: Asked;
  group: Group;
  settings: GroupSettings;
  relations: RelationEntry[];
}

/**
 * The target that the account belongs to, found by its own 社員番号 and nothing else; null: the account has none, or the
 * employee is no target. Refuses `not_signed_in`.
 */
export async function ownMember(ctx: Context<State>): Promise<{ user: User; member: Member | null }> {
  const user = requireUser(ctx);
  const { services, tenant } = ctx.state;
  if (user.employeeCode === null) return { user, member: null };
  const [member] = await services.stores(tenant).members.byCodes([user.employeeCode]);
  return { user, member: member ?? null };
}

/** Somebody's own 依頼. Refuses `not_signed_in`, and `not_found` where there is none. */
export async function openOwn(ctx: Context<State>): Promise<Own> {
  const { user, member } = await ownMember(ctx);
  const { services, tenant } = ctx.state;
  const stores = services.stores(tenant);
  if (!isAsked(member) || member.employee.groupId === null) throw new Refusal("not_found");
  const [group, settings, relations] = await Promise.all([
    stores.groups.get(member.employee.groupId),
    stores.settings.ofGroup(member.employee.groupId),
    stores.masters.relations(),
  ]);
  if (!group) throw new Refusal("not_found");
  return { user, stores, year: tenant.year, member, group, settings, relations };
}

/** What the questionnaire asks about, of these answers. */
export function askingOf({ year, relations }: Pick<Own, "year" | "relations">, collected: Collected): Asking {
  return { year, relations, collected };
}

/** True while answers are taken: a group that closed takes corrections only (reference/screens.md §5.1). */
export function canAnswer({ member: { request }, group }: Pick<Own, "member" | "group">): boolean {
  if (request.status === "correcting") return true;
  return (request.status === "requested" || request.status === "answering") && !isClosed(group, now());
}

/** The 依頼 with what the employee works on. Refuses, besides, `not_answerable` and `answering_closed`. */
export async function openAnswers(ctx: Context<State>): Promise<Own & { working: Working; asking: Asking }> {
  const own = await openOwn(ctx);
  if (!canAnswer(own)) throw closedReason(own);
  const working = await workingOf(own.stores, own.member);
  return { ...own, working, asking: askingOf(own, working.collected) };
}

function closedReason({ member: { request: { status } } }: Own): Refusal {
  if (status === "requested" || status === "answering") return new Refusal("answering_closed");
  return new Refusal("not_answerable", { status: REQUEST_STATUS_LABELS[status] });
}
