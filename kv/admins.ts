import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import type { User } from "../domain/user.ts";
import { seen, together } from "./change.ts";
import { type Change, type Check, set } from "./commit.ts";
import { changing, type Credentials, readCredentials } from "./credentials.ts";
import { type Identity, readIdentity } from "./identities.ts";
import { accountKeys } from "./keys.ts";
import { read, type Stored } from "./read.ts";
import { PASSWORDS_ONLY, readSignIn, type SignInPolicy } from "./sign_in_settings.ts";

/** Who can sign in as 管理者 one way or the other, whichever the company allows now. */
const adminsSchema = z.object({ v: z.literal(1), ids: z.array(z.string()) });

/** What somebody can sign in with: an invitation that is open counts for nothing. */
interface Ways {
  password: boolean;
  /** The issuer of the identity that the account is tied to; null: none. */
  issuer: string | null;
}

/** What of it a change leaves behind, where it changes it. */
export interface NextWays {
  credentials?: Pick<Credentials, "password">;
  identity?: Identity | null;
}

/**
 * A change of the list of those who can administer the tenant, as rights and ways in of this account come to be.
 * Refuses (`last_admin`) to shut out the last who can come in by what the company allows; two that go at once are
 * told apart by the commit. A 権限 of the source that gives the right never stops giving it (domain/role.ts), so that
 * only a change of the account, of its ways in or of the company's settings can change the answer.
 *
 * @param user with the rights that it will have
 */
export async function countingAdmin(
  kv: Deno.Kv,
  tenant: string,
  user: User,
  next: NextWays = {},
): Promise<Change> {
  const [list, settings, credentials, identity] = await Promise.all([
    readAdmins(kv, tenant),
    readSignIn(kv, tenant),
    readCredentials(kv, tenant, user.id),
    readIdentity(kv, tenant, user.id),
  ]);
  const policy = settings.value ?? PASSWORDS_ONLY;
  const before = waysOf(credentials.value, identity.value);
  const after = waysOf(next.credentials ?? credentials.value, orStored(next.identity, identity.value));
  const right = user.active && user.role === "admin";
  const is = right && (after.password || after.issuer !== null);
  const ids = list.value?.ids ?? [];
  const was = ids.includes(user.id);
  const others = ids.filter((id) => id !== user.id);
  const checks = [settings, credentials, identity].map(seen);
  const leaves = was && comesIn(before, policy) && !(is && comesIn(after, policy));
  if (!leaves && was === is) return { checks, mutations: [] };
  if (leaves) {
    const witness = await findWayIn(kv, tenant, others, policy);
    if (!witness) throw new Refusal("last_admin");
    checks.push(...witness);
  }
  const value = { v: 1, ids: is ? [...others, user.id] : others };
  return { checks: [seen(list), ...checks], mutations: was === is ? [] : [set(list.key, value)] };
}

/**
 * What has to stay as it is for a 管理者 to come in under these settings. Refuses `no_way_in` where none can.
 */
export async function requireAdmin(kv: Deno.Kv, tenant: string, policy: SignInPolicy): Promise<Check[]> {
  const list = await readAdmins(kv, tenant);
  const witness = await findWayIn(kv, tenant, list.value?.ids ?? [], policy);
  if (!witness) throw new Refusal("no_way_in");
  return [seen(list), ...witness];
}

/** A change of credentials and of what follows from it for the 管理者 of the tenant. */
export async function recrediting(
  kv: Deno.Kv,
  tenant: string,
  user: User,
  former: Stored<Credentials>,
  next: Omit<Credentials, "v">,
): Promise<Change> {
  const admin = await countingAdmin(kv, tenant, user, { credentials: next });
  return together(changing(tenant, user.id, former, next), admin);
}

/** Ids of the accounts that can sign in as 管理者. */
export async function adminIds(kv: Deno.Kv, tenant: string): Promise<string[]> {
  return (await readAdmins(kv, tenant)).value?.ids ?? [];
}

function readAdmins(kv: Deno.Kv, tenant: string) {
  return read(kv, accountKeys.admins(tenant), adminsSchema);
}

/** The first of these 管理者 who can come in, as what it rests on; null: none can. */
async function findWayIn(
  kv: Deno.Kv,
  tenant: string,
  ids: readonly string[],
  policy: SignInPolicy,
): Promise<Check[] | null> {
  for (const id of ids) {
    const [credentials, identity] = await Promise.all([
      readCredentials(kv, tenant, id),
      readIdentity(kv, tenant, id),
    ]);
    if (comesIn(waysOf(credentials.value, identity.value), policy)) {
      return [seen(credentials), seen(identity)];
    }
  }
  return null;
}

function waysOf(credentials: Pick<Credentials, "password"> | null, identity: Identity | null): Ways {
  return { password: Boolean(credentials?.password), issuer: identity?.issuer ?? null };
}

function orStored(next: Identity | null | undefined, stored: Identity | null): Identity | null {
  return next === undefined ? stored : next;
}

function comesIn({ password, issuer }: Ways, { provider, passwords }: SignInPolicy): boolean {
  return (passwords && password) || (provider !== null && issuer === provider.issuer);
}
