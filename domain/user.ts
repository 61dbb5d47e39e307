import { z } from "zod";
import { rangeSchema, roleSchema } from "./permission.ts";

/** An account of a tenant. Its password hash is stored apart (see kv/credentials.ts), never in this value. */
export const userSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  /** Lower case; null for an account that signs in by 社員番号 only. */
  email: z.string().nullable(),
  name: z.string(),
  role: roleSchema,
  range: rangeSchema,
  /** The 社員番号 of the person's own employee record, when there is one. */
  employeeCode: z.string().nullable(),
  active: z.boolean(),
  createdAt: z.number(),
});
export type User = z.infer<typeof userSchema>;

/** What a new account is made of. Without an e-mail address it needs a 社員番号 to sign in with. */
export type NewUser = Pick<User, "email" | "name" | "role" | "range" | "employeeCode">;

/**
 * An account as 設定 › アカウント lists it. `ready` signs in with a password, `invited` has an open one-time link,
 * `link_expired` has neither, `inactive` was switched off.
 */
export interface AccountLine {
  user: User;
  state: "ready" | "invited" | "link_expired" | "inactive";
}

/** What the jobs keep of the person who started them: never more than this. */
export const actorSchema = userSchema.pick({ id: true, email: true, role: true, range: true });
export type Actor = z.infer<typeof actorSchema>;
