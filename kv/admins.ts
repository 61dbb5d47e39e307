import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import type { User } from "../domain/user.ts";
import { NOTHING, seen } from "./change.ts";
import { type Change, set } from "./commit.ts";
import type { Credentials } from "./credentials.ts";
import { accountKeys } from "./keys.ts";
import { read } from "./read.ts";

const adminsSchema = z.object({ v: z.literal(1), ids: z.array(z.string()) });

/** True when this account can sign in as 管理者 now: an invitation that is open counts for nothing. */
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
