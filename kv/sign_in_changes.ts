import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { ProviderChoice } from "../domain/sign_in_settings.ts";
import { type Person, personOf, shownAs } from "../domain/user.ts";
import type { Tell } from "./accounts.ts";
import { requireAdmin } from "./admins.ts";
import { NOTHING, seen, settle, telling, together } from "./change.ts";
import { type Change, set } from "./commit.ts";
import { readIdentity } from "./identities.ts";
import type { Stored } from "./read.ts";
import {
  PASSWORDS_ONLY,
  readSignIn,
  type SignInPolicy,
  type SignInStore,
  type StoredSignIn,
  withProvider,
} from "./sign_in_settings.ts";

/** What changes of the settings are made with. */
export interface SignInMeans extends SignInStore {
  tell: Tell;
}

/** What a change without a secret is made with. */
export type SwitchMeans = Omit<SignInMeans, "keyring">;

/**
 * Stores a tenant's provider. While passwords are off only its label may change: nobody could tell whether anybody
 * comes in any more. Refuses `passwords_first`, `no_way_in`, `overtaken`.
 */
export function saveProvider(
  means: SignInMeans,
  tenant: string,
  choice: ProviderChoice,
  by: Person,
): Promise<void> {
  const { kv, keyring } = means;
  return settling(means, tenant, by, async (stored, policy) => {
    const provider = await withProvider(keyring, tenant, stored, choice);
    const same = provider.rev === policy.provider?.rev;
    if (!same && !policy.passwords) throw new Refusal("passwords_first");
    const next = { ...policy, provider };
    const moved = provider.issuer !== policy.provider?.issuer;
    const checks = moved ? await requireAdmin(kv, tenant, next) : [];
    const { issuer, clientId } = provider;
    const facts = { issuer, clientId, clientSecret: choice.secret === null ? "kept" : "changed" };
    return { next, change: { checks, mutations: [] }, facts };
  });
}

/** Takes the provider away; accounts stay tied for the day it comes back. Refuses `passwords_first`, `no_way_in`. */
export function removeProvider(means: SwitchMeans, tenant: string, by: Person): Promise<void> {
  return settling(means, tenant, by, async (_stored, policy) => {
    if (!policy.provider) return null;
    if (!policy.passwords) throw new Refusal("passwords_first");
    const checks = await requireAdmin(means.kv, tenant, PASSWORDS_ONLY);
    return { next: PASSWORDS_ONLY, change: { checks, mutations: [] }, facts: { issuer: "none" } };
  });
}

/**
 * Switches passwords off for somebody who came in through the provider as it is set up now, so that at least they can
 * come back. Refuses `identity_unproven`, `no_way_in`.
 */
export function switchPasswordsOff(means: SwitchMeans, tenant: string, by: Person): Promise<void> {
  const { kv } = means;
  return settling(means, tenant, by, async (_stored, policy) => {
    if (!policy.passwords) return null;
    const identity = await readIdentity(kv, tenant, by.id);
    const proven = policy.provider !== null && identity.value?.rev === policy.provider.rev;
    if (!proven) throw new Refusal("identity_unproven");
    const next = { ...policy, passwords: false };
    const checks = [seen(identity), ...await requireAdmin(kv, tenant, next)];
    return { next, change: { checks, mutations: [] }, facts: { passwords: "off" } };
  });
}

/** The way back. @param by null: the operator */
export function switchPasswordsOn(means: SwitchMeans, tenant: string, by: Person | null): Promise<void> {
  return settling(means, tenant, by, (_stored, policy) => {
    if (policy.passwords) return Promise.resolve(null);
    const facts = { passwords: "on", ...(by ? {} : { way: "operator" }) };
    return Promise.resolve({ next: { ...policy, passwords: true }, change: NOTHING, facts });
  });
}

/** What a step makes of the settings; null: nothing changes. */
interface Step {
  next: SignInPolicy;
  change: Change;
  facts: Record<string, string>;
}

function settling(
  { kv, committer, tell }: SwitchMeans,
  tenant: string,
  by: Person | null,
  step: (stored: StoredSignIn | null, policy: SignInPolicy) => Promise<Step | null>,
): Promise<void> {
  return settle(committer, async () => {
    const stored: Stored<StoredSignIn> = await readSignIn(kv, tenant);
    const { provider, passwords } = stored.value ?? PASSWORDS_ONLY;
    const made = await step(stored.value, { provider, passwords });
    if (!made) return { change: NOTHING, value: undefined };
    const value: StoredSignIn = { v: 1, ...made.next, savedAt: now(), savedBy: by && shownAs(by) };
    const told = tell(tenant, { event: "sign_in_changed", by: by && personOf(by), facts: made.facts });
    const change = together(
      { checks: [seen(stored)], mutations: [set(stored.key, value)] },
      made.change,
      telling(told),
    );
    return { change, value: undefined };
  });
}
