import { z } from "zod";
import type { SourceRole, SourceScope } from "../../domain/master.ts";
import { textOrNull } from "./fields.ts";

/** 権限 of the API, embedded in the accounts that hold it. */
const roleSchema = z.object({
  id: z.string(),
  name: z.string(),
  crews_scope: z.string(),
  crews_scope_query: z.unknown(),
  preset_type: textOrNull,
});
type Role = z.infer<typeof roleSchema>;

/** ユーザー of the API, as far as this product uses it. */
export const userSchema = z.object({
  id: z.string(),
  email: textOrNull,
  role: roleSchema.nullish(),
  crew_id: textOrNull,
});
export type User = z.infer<typeof userSchema>;

/** The 権限 that these accounts hold, each once. */
export function rolesOf(users: readonly User[]): SourceRole[] {
  const roles = users.flatMap(({ role }) => role ? [[role.id, roleOf(role)] as const] : []);
  return [...new Map(roles).values()];
}

function roleOf({ id, name, preset_type, ...scope }: Role): SourceRole {
  return { sourceId: id, name, preset: preset_type, scope: scopeOf(scope) };
}

/** Scopes of older or later versions are conditions that nobody understands, with their word. */
function scopeOf(
  { crews_scope, crews_scope_query }: Pick<Role, "crews_scope" | "crews_scope_query">,
): SourceScope {
  if (crews_scope === "crews_scope_all") return { kind: "all" };
  if (crews_scope === "crews_scope_own") return { kind: "own" };
  const known = crews_scope === "crews_scope_condition";
  return { kind: "condition", query: known ? crews_scope_query ?? null : { crews_scope } };
}
