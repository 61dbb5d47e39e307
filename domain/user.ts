import { z } from "zod";
import { rangeSchema, roleSchema } from "./permission.ts";

/** An account of a tenant. Its password hash is stored apart (see kv/credentials.ts), never in this value. */
export const userSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  /** Lower case; null for an account that signs in by 社員番号 only. */
  email: z.string().nullable(),
  name: z.string(),
  /** Of the role `roleId` where there is one; kv/users.ts answers that, and keeps the account's own beneath. */
  role: roleSchema,
  range: rangeSchema,
  /** The 権限 of the source (domain/role.ts) that the account holds; null: role and range are its own. */
  roleId: z.string().nullable().default(null),
  /** The 社員番号 of the person's own employee record, when there is one. */
  employeeCode: z.string().nullable(),
  active: z.boolean(),
  createdAt: z.number(),
});
export type User = z.infer<typeof userSchema>;

/** What a new account is made of. Without an e-mail address it needs a 社員番号 to sign in with. */
export type NewUser =
  & Pick<User, "email" | "name" | "role" | "range" | "employeeCode">
  & Partial<Pick<User, "roleId">>;

/**
 * An account as 設定 › アカウント lists it. `ready` has a password or an identity, `invited` has an open one-time link,
 * `link_expired` has neither, `inactive` was switched off.
 */
export interface AccountLine {
  user: User;
  state: "ready" | "invited" | "link_expired" | "inactive";
}

/** What the jobs keep of the person who started them: never more than this. */
export const actorSchema = userSchema.pick({ id: true, email: true, role: true, range: true }).extend({
  /** Absent in what older versions stored, as `name` is. */
  employeeCode: z.string().nullable().optional(),
  name: z.string().optional(),
});
export type Actor = z.infer<typeof actorSchema>;

/** Who did something, as logs and files keep it: enough to name the person, and no rights. */
export const personSchema = actorSchema.pick({ id: true, email: true, employeeCode: true });
export type Person = z.infer<typeof personSchema>;

/** The part of an account that logs and files keep. */
export function personOf({ id, email, employeeCode }: Person): Person {
  return { id, email, employeeCode };
}

/** How a person is named to others (実行者): by e-mail address, else by 社員番号; each stands for one account only. */
export function shownAs({ email, employeeCode, id }: Person): string {
  return email ?? employeeCode ?? id;
}
