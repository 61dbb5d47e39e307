import { z } from "zod";
import { EVERYONE, NOBODY, type Range, rangeSchema, type Role } from "./permission.ts";

/**
 * 機能操作範囲: what 年末調整 adds to a 権限 of the source, ticked on 設定 › 権限設定. Weakest first; each holds what
 * the ones before it do (reference/imports.md §2.2).
 */
export const SCOPES = ["review", "data", "confirm"] as const;
export type Scope = typeof SCOPES[number];

export const SCOPE_LABELS: Record<Scope, string> = {
  review: "依頼と確認",
  data: "依頼グループ設定・データダウンロード",
  confirm: "依頼の確定",
};

/** The preset of the source's own 管理者. */
export const ADMIN_PRESET = "admin";

/** The longest name of a 権限 that is taken. */
export const MAX_ROLE_NAME = 200;

/** What an id of the source may look like: it becomes a part of keys and addresses. */
export const ROLE_ID = /^[\w.:~-]{1,200}$/;

/** A 権限 of the source with its 機能操作範囲 here. A role that vanished from the source stays. */
export const roleDefinitionSchema = z.object({
  v: z.literal(1),
  /** The source's id. */
  id: z.string().regex(ROLE_ID),
  name: z.string(),
  /** The source's preset, `admin` for 管理者; never changes, so that who can administer never changes unseen. */
  preset: z.string().nullable(),
  scopes: z.record(z.enum(SCOPES), z.boolean()),
  /** 操作できる範囲. */
  range: rangeSchema,
  /** What of the source's condition could not be understood, in words; null: all was. */
  rangeNote: z.string().nullable().default(null),
  /** False: 同期元にありません. */
  inSource: z.boolean(),
  /** When the source was last asked about it. */
  syncedAt: z.number(),
});
export type RoleDefinition = z.infer<typeof roleDefinitionSchema>;

/** Nothing ticked: what a new role begins with. */
export const NO_SCOPES: RoleDefinition["scopes"] = { review: false, data: false, confirm: false };

const ROLE_OF: Record<Scope, Role> = { review: "check", data: "download", confirm: "confirm" };

/** Roles as people look for them: by name, those of one name by id. */
export function byName(roles: readonly RoleDefinition[]): RoleDefinition[] {
  const key = ({ name, id }: RoleDefinition) => `${name}\0${id}`;
  return roles.toSorted((a, b) => key(a) < key(b) ? -1 : 1);
}

/** True for the source's 管理者, who holds every right on everybody whatever is ticked. */
export function isAdminRole({ preset }: Pick<RoleDefinition, "preset">): boolean {
  return preset === ADMIN_PRESET;
}

/** What the ticks of a role come to: the highest of them; none is 権限なし. */
export function roleOf(definition: Pick<RoleDefinition, "preset" | "scopes">): Role {
  if (isAdminRole(definition)) return "admin";
  const highest = SCOPES.findLast((scope) => definition.scopes[scope]);
  return highest ? ROLE_OF[highest] : "none";
}

interface Rights {
  role: Role;
  range: Range;
}

/**
 * Role and range of an account: those of the 権限 that it holds (null: not known here, which is no right at all), else
 * its own. 管理者 is never limited to a range.
 */
export function rightsOf(
  account: Rights & { roleId: string | null },
  held: RoleDefinition | null,
): Rights {
  const { role, range } = account.roleId === null ? account : rightsOfRole(held);
  return { role, range: role === "admin" ? EVERYONE : range };
}

function rightsOfRole(held: RoleDefinition | null): Rights {
  return held ? { role: roleOf(held), range: held.range } : { role: "none", range: NOBODY };
}
