import { z } from "zod";
import type { ProvenIdentity } from "../domain/sign_in_settings.ts";
import { seen, together } from "./change.ts";
import { type Change, remove, set } from "./commit.ts";
import { digest } from "./digest.ts";
import { accountKeys } from "./keys.ts";
import { read, type Stored } from "./read.ts";

/** Which identity (外部ID) an account is tied to. What the provider calls the person is kept as a digest only. */
const identitySchema = z.object({
  v: z.literal(1),
  issuer: z.string(),
  subject: z.string(),
  linkedAt: z.number(),
  /** The last sign-in, and the settings (kv/sign_in_settings.ts) that it was made under. */
  seenAt: z.number(),
  rev: z.string(),
});
export type Identity = z.infer<typeof identitySchema>;

const pointerSchema = z.object({ v: z.literal(1), user: z.string() });

/** The name of a subject within the database: it is one only together with its issuer (OIDC Core §2). */
export function subjectOf({ issuer, subject }: Pick<ProvenIdentity, "issuer" | "subject">): string {
  return digest(`${issuer}\0${subject}`);
}

/** The identity of an account; a null value: it never signed in through a provider. */
export function readIdentity(kv: Deno.Kv, tenant: string, user: string): Promise<Stored<Identity>> {
  return read(kv, accountKeys.identity(tenant, user), identitySchema);
}

/** The account of a subject; a null value: nobody's yet. */
export function readOwner(
  kv: Deno.Kv,
  tenant: string,
  subject: string,
): Promise<Stored<{ v: 1; user: string }>> {
  return read(kv, accountKeys.userByIdentity(tenant, subject), pointerSchema);
}

/** A change that ties an account to its next identity and takes the former one away; null: to none. */
export async function tying(
  kv: Deno.Kv,
  tenant: string,
  user: string,
  former: Stored<Identity>,
  next: Identity | null,
): Promise<Change> {
  const change: Change = {
    checks: [seen(former)],
    mutations: [next ? set(former.key, next) : remove(former.key)],
  };
  const old = former.value?.subject;
  if (old === next?.subject) return change;
  if (old !== undefined) change.mutations.push(remove(accountKeys.userByIdentity(tenant, old)));
  if (!next) return change;
  const owner = await readOwner(kv, tenant, next.subject);
  return together(change, { checks: [seen(owner)], mutations: [set(owner.key, { v: 1, user })] });
}
