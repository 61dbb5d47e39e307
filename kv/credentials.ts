import { z } from "zod";
import { now } from "../domain/clock.ts";
import { digest, newToken } from "./digest.ts";
import { seen, setFor } from "./change.ts";
import { type Change, remove, set } from "./commit.ts";
import { accountKeys } from "./keys.ts";
import { passwordHashSchema } from "./passwords.ts";
import { read, type Stored } from "./read.ts";

/** How long a one-time link can be used. */
export const LINK_MS = 24 * 60 * 60_000;

/** How an account signs in, apart from the account: its password, and the one link that may set it. */
export const credentialsSchema = z.object({
  v: z.literal(1),
  password: passwordHashSchema.nullable(),
  link: z.object({ hash: z.string(), expiresAt: z.number() }).nullable(),
});
export type Credentials = z.infer<typeof credentialsSchema>;

/** Finds the account of a link by the digest of its token. */
const invitationSchema = z.object({ v: z.literal(1), user: z.string(), expiresAt: z.number() });

/** The credentials of an account; a null value: it was never given any. */
export function readCredentials(kv: Deno.Kv, tenant: string, user: string): Promise<Stored<Credentials>> {
  return read(kv, accountKeys.password(tenant, user), credentialsSchema);
}

/** A change of credentials that takes the former link away and enters the new one, when there is one. */
export function changing(
  tenant: string,
  user: string,
  former: Stored<Credentials>,
  next: Omit<Credentials, "v">,
): Change {
  const old = former.value?.link;
  const mutations = [set(former.key, { v: 1, ...next } satisfies Credentials)];
  if (old) mutations.push(remove(accountKeys.invitation(tenant, old.hash)));
  if (next.link) {
    const { hash, expiresAt } = next.link;
    const invitation = { v: 1, user, expiresAt };
    mutations.push(setFor(accountKeys.invitation(tenant, hash), invitation, expiresAt - now()));
  }
  return { checks: [seen(former)], mutations };
}

/** A new one-time link: the token for the address, and what is stored of it. */
export function newLink(): { token: string; link: NonNullable<Credentials["link"]> } {
  const token = newToken();
  return { token, link: { hash: digest(token), expiresAt: now() + LINK_MS } };
}

/** Which account the link of `token` belongs to, with its credentials; null: used, expired, replaced or made up. */
export async function followLink(
  kv: Deno.Kv,
  tenant: string,
  token: string,
): Promise<{ user: string; credentials: Stored<Credentials> } | null> {
  const hash = digest(token);
  const { value } = await read(kv, accountKeys.invitation(tenant, hash), invitationSchema);
  if (!value || value.expiresAt <= now()) return null;
  const credentials = await readCredentials(kv, tenant, value.user);
  return credentials.value?.link?.hash === hash ? { user: value.user, credentials } : null;
}
