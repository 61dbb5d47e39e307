import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import type { User } from "../domain/user.ts";
import { NOTHING, seen, together } from "./change.ts";
import { type Change, set } from "./commit.ts";
import { changing, type Credentials } from "./credentials.ts";
import { accountKeys } from "./keys.ts";
import { read, type Stored } from "./read.ts";

const adminsSchema = z.object({ v: z.literal(1), ids: z.array(z.string()) });

/**
 * True when this account, with the rights that it has now (kv/users.ts), can sign in as 管理者: an invitation that is
 * open counts for nothing. A 権限 of the source that gives the right never stops giving it (domain/role.ts), so that
 * only a change of the account or of its credentials can change the answer.
 */
export function canAdminister(user: User, credentials: Omit<Credentials, "v"> | null): boolean {
  return user.active && user.role === "admin" && Boolean(credentials?.password);
}

/**
 * A change that enters `user` among those who can administer the tenant, or takes the account out. Refuses
 * (`last_admin`) to take the last one out; two that go at once are told apart by the commit.
 */
export async function countingAdmin(
  kv: Deno.Kv,
  tenant: string,
  user: string,
  is: boolean,
): Promise<Change> {
  const stored = await read(kv, accountKeys.admins(tenant), adminsSchema);
  const ids = stored.value?.ids ?? [];
  if (ids.includes(user) === is) return NOTHING;
  const next = is ? [...ids, user] : ids.filter((id) => id !== user);
  if (next.length === 0) throw new Refusal("last_admin");
  return { checks: [seen(stored)], mutations: [set(stored.key, { v: 1, ids: next })] };
}

/** A change of credentials and of what follows from it for the 管理者 of the tenant. */
export async function recrediting(
  kv: Deno.Kv,
  tenant: string,
  user: User,
  former: Stored<Credentials>,
  next: Omit<Credentials, "v">,
): Promise<Change> {
  const admin = await countingAdmin(kv, tenant, user.id, canAdminister(user, next));
  return together(changing(tenant, user.id, former, next), admin);
}

/** Ids of the accounts that can sign in as 管理者. */
export async function adminIds(kv: Deno.Kv, tenant: string): Promise<string[]> {
  return (await read(kv, accountKeys.admins(tenant), adminsSchema)).value?.ids ?? [];
}
