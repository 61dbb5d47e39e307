import { ulid } from "ulid";
import { z } from "zod";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { ProviderChoice, ProviderConnection } from "../domain/sign_in_settings.ts";
import { NOTHING, seen, settle } from "./change.ts";
import { type Committer, set } from "./commit.ts";
import { type Keyring, KeyringError, unwrap, wrap, type Wrapped } from "./keyring.ts";
import { accountKeys } from "./keys.ts";
import { read, type Stored } from "./read.ts";

const providerSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  label: z.string(),
  /** The client secret, wrapped under the key ring and bound to its tenant. */
  secret: z.object({ id: z.string(), wrapped: z.string() }) satisfies z.ZodType<Wrapped>,
  /** A new one whenever issuer, client or secret change: who signed in before has proven nothing of it. */
  rev: z.string(),
});
export type StoredProvider = z.infer<typeof providerSchema>;

const settingsSchema = z.object({
  v: z.literal(1),
  provider: providerSchema.nullable(),
  /** False: passwords start no session. Never without a provider. */
  passwords: z.boolean(),
  savedAt: z.number(),
  /** E-mail or id of who saved them; null: the operator. */
  savedBy: z.string().nullable(),
});
/** The settings as they are stored. */
export type StoredSignIn = z.infer<typeof settingsSchema>;

/** What decides how people may come in. */
export type SignInPolicy = Pick<StoredSignIn, "provider" | "passwords">;

/** Where nobody ever saved any settings. */
export const PASSWORDS_ONLY: SignInPolicy = { provider: null, passwords: true };

/** What the secret is wrapped for: that of one tenant is no use to another. */
const purposeOf = (tenant: string) => `client secret of ${tenant}`;

/** A tenant's settings; a null value: nobody ever saved any. */
export function readSignIn(kv: Deno.Kv, tenant: string): Promise<Stored<StoredSignIn>> {
  return read(kv, accountKeys.signIn(tenant), settingsSchema);
}

/** What the tenant's provider is spoken to with; null: there is none. */
export async function readProvider(
  kv: Deno.Kv,
  keyring: Keyring,
  tenant: string,
): Promise<ProviderConnection | null> {
  const provider = (await readSignIn(kv, tenant)).value?.provider;
  if (!provider) return null;
  const { issuer, clientId, secret, rev } = provider;
  return { issuer, clientId, rev, secret: await openSecret(keyring, tenant, secret) };
}

/** The settings with what `choice` makes of the provider. Refuses `overtaken` when a kept secret is another's. */
export async function withProvider(
  keyring: Keyring,
  tenant: string,
  stored: StoredSignIn | null,
  choice: ProviderChoice,
): Promise<StoredProvider> {
  const { issuer, clientId, label } = choice;
  const former = stored?.provider;
  const same = former?.issuer === issuer && former.clientId === clientId;
  if (choice.secret === null) {
    if (!same) throw new Refusal("overtaken");
    return { ...former, label };
  }
  const secret = await wrapSecret(keyring, tenant, choice.secret);
  return { issuer, clientId, label, secret, rev: ulid(now()) };
}

/** Where settings lie, and what their secrets are wrapped under. */
export interface SignInStore {
  kv: Deno.Kv;
  committer: Committer;
  keyring: Keyring;
}

/**
 * After a change of `ENCRYPTION_KEY`: wraps the tenants' client secrets under the first key of the ring, so that the
 * former one can be dropped. One that does not open is left: its tenant has to enter it again.
 */
export async function rewrapSecrets(
  { kv, committer, keyring }: SignInStore,
  tenants: readonly { id: string }[],
): Promise<void> {
  const current = keyring.keys[0].id;
  for (const { id } of tenants) {
    await settle(committer, async () => {
      const stored = await readSignIn(kv, id);
      const provider = stored.value?.provider;
      if (!provider || provider.secret.id === current) return { change: NOTHING, value: undefined };
      const opened = await openSecret(keyring, id, provider.secret);
      if (opened === null) return { change: NOTHING, value: undefined };
      const secret = await wrapSecret(keyring, id, opened);
      const value = { ...stored.value, provider: { ...provider, secret } };
      return { change: { checks: [seen(stored)], mutations: [set(stored.key, value)] }, value: undefined };
    });
  }
}

async function openSecret(keyring: Keyring, tenant: string, secret: Wrapped): Promise<string | null> {
  try {
    return new TextDecoder().decode(await unwrap(keyring, secret, purposeOf(tenant)));
  } catch (error) {
    // The key is gone from ENCRYPTION_KEY: whoever signs in is told.
    if (error instanceof KeyringError) return null;
    throw error;
  }
}

function wrapSecret(keyring: Keyring, tenant: string, secret: string): Promise<Wrapped> {
  return wrap(keyring, new TextEncoder().encode(secret), purposeOf(tenant));
}
