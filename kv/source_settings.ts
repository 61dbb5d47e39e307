import { z } from "zod";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { SOURCE_KINDS, type SourceChoice, type SourceConnection } from "../domain/source_settings.ts";
import { NOTHING, seen, settle } from "./change.ts";
import { type Committer, type Mutation, set } from "./commit.ts";
import { type Keyring, KeyringError, unwrap, wrap, type Wrapped } from "./keyring.ts";
import { accountKeys } from "./keys.ts";
import { read } from "./read.ts";

const settingsSchema = z.object({
  v: z.literal(1),
  kind: z.enum(SOURCE_KINDS),
  baseUrl: z.string().nullable(),
  /** アクセストークン, wrapped under the key ring and bound to its tenant. */
  token: z.object({ id: z.string(), wrapped: z.string() }).nullable() satisfies z.ZodType<Wrapped | null>,
  savedAt: z.number(),
  /** E-mail or id of who saved them. */
  savedBy: z.string(),
});
/** The settings as they are stored. */
export type StoredSource = z.infer<typeof settingsSchema>;

/** What the token is wrapped for: that of one tenant is no use to another. */
const purposeOf = (tenant: string) => `source token of ${tenant}`;

/** A tenant's settings; null: nobody ever saved any. */
export async function readSource(kv: Deno.Kv, tenant: string): Promise<StoredSource | null> {
  return (await read(kv, accountKeys.source(tenant), settingsSchema)).value;
}

/** What a tenant's source is connected with; null: nobody ever saved any settings. */
export async function readConnection(
  kv: Deno.Kv,
  keyring: Keyring,
  tenant: string,
): Promise<SourceConnection | null> {
  const stored = await readSource(kv, tenant);
  if (!stored) return null;
  const { kind, baseUrl, token } = stored;
  if (kind !== "smarthr") return { kind };
  return { kind, baseUrl: baseUrl ?? "", token: token && await openToken(keyring, tenant, token) };
}

async function openToken(keyring: Keyring, tenant: string, token: Wrapped): Promise<string | null> {
  try {
    return new TextDecoder().decode(await unwrap(keyring, token, purposeOf(tenant)));
  } catch (error) {
    // The key is gone from ENCRYPTION_KEY: jobs that ask nothing of the master go on, the others say why.
    if (error instanceof KeyringError) return null;
    throw error;
  }
}

function wrapToken(keyring: Keyring, tenant: string, token: string): Promise<Wrapped> {
  return wrap(keyring, new TextEncoder().encode(token), purposeOf(tenant));
}

/** Where settings lie, and what their tokens are wrapped under. */
export interface SourceStore {
  kv: Deno.Kv;
  committer: Committer;
  keyring: Keyring;
}

/**
 * After a change of `ENCRYPTION_KEY`: wraps the tenants' tokens under the first key of the ring, so that the former one
 * can be dropped. One that does not open is left: its tenant has to enter it again.
 */
export async function rewrapTokens(
  { kv, committer, keyring }: SourceStore,
  tenants: readonly { id: string }[],
): Promise<void> {
  const current = keyring.keys[0].id;
  for (const { id } of tenants) {
    const { token = null } = await readSource(kv, id) ?? {};
    if (token === null || token.id === current) continue;
    await settle(committer, async () => {
      const stored = await read(kv, accountKeys.source(id), settingsSchema);
      const former = stored.value?.token;
      if (!former) return { change: NOTHING, value: undefined };
      const opened = await openToken(keyring, id, former);
      if (opened === null) return { change: NOTHING, value: undefined };
      const value = { ...stored.value, token: await wrapToken(keyring, id, opened) };
      return { change: { checks: [seen(stored)], mutations: [set(stored.key, value)] }, value: undefined };
    });
  }
}

/** What a change of the settings is made with. */
export interface SourceChange {
  choice: SourceChoice;
  /** E-mail or id of who saves them. */
  by: string;
  /** What is told of it, in the same commit. */
  told: Mutation[];
}

/**
 * Stores a tenant's settings. A kept token stays with the address it was entered for: refuses `overtaken` when that
 * was changed meanwhile.
 */
export async function saveSource(
  { kv, committer, keyring }: SourceStore,
  tenant: string,
  { choice, by, told }: SourceChange,
): Promise<void> {
  const key = accountKeys.source(tenant);
  await settle(committer, async () => {
    const stored = await read(kv, key, settingsSchema);
    const value: StoredSource = {
      v: 1,
      kind: choice.kind,
      baseUrl: choice.kind === "smarthr" ? choice.baseUrl : null,
      token: await tokenOf(choice, stored.value),
      savedAt: now(),
      savedBy: by,
    };
    return { change: { checks: [seen(stored)], mutations: [set(key, value), ...told] }, value: undefined };
  });

  async function tokenOf(choice: SourceChoice, stored: StoredSource | null): Promise<StoredSource["token"]> {
    if (choice.kind !== "smarthr") return null;
    if (choice.token !== null) return await wrapToken(keyring, tenant, choice.token);
    if (stored?.token && stored.baseUrl === choice.baseUrl) return stored.token;
    throw new Refusal("overtaken");
  }
}
