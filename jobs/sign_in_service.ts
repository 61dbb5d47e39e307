import { Refusal } from "../domain/errors.ts";
import type { Log } from "../domain/log.ts";
import type { IssuerRules } from "../domain/issuer_address.ts";
import type {
  ProvenIdentity,
  ProviderChoice,
  ProviderProbe,
  SignInSettings,
} from "../domain/sign_in_settings.ts";
import type { Providers } from "../identity/provider.ts";
import { readIdentity } from "../kv/identities.ts";
import {
  removeProvider,
  saveProvider,
  type SignInMeans,
  switchPasswordsOff,
  switchPasswordsOn,
} from "../kv/sign_in_changes.ts";
import { openFlow, sealFlow } from "../kv/sign_in_flow.ts";
import { readProvider, readSignIn } from "../kv/sign_in_settings.ts";
import { openDraft, sealDraft } from "../kv/source_draft.ts";
import type { Asker } from "./service.ts";

/** How the people of a tenant sign in (設定 › サインイン). Who may change it is the routes' business. */
export interface SignInService {
  /** Which issuers may be entered. */
  rules: IssuerRules;
  get(tenant: string): Promise<SignInSettings>;
  /** Refuses `passwords_first`, `no_way_in`, and `overtaken` when a kept secret belongs to another client meanwhile. */
  save(asker: Asker, choice: ProviderChoice): Promise<void>;
  /** Takes the provider away. Refuses `passwords_first`, `no_way_in`. */
  remove(asker: Asker): Promise<void>;
  /** Off: refuses `identity_unproven`, `no_way_in`. */
  switchPasswords(asker: Asker, on: boolean): Promise<void>;
  /** When this person came in through the provider as it is set up now (ms); null: never. */
  provenAt(asker: Asker): Promise<number | null>;
  /** Tries the connection; nothing is stored. A `secret` of null is the one that is stored. */
  check(tenant: string, choice: ProviderChoice, redirectUri: string): Promise<ProviderProbe[]>;
  /** An entered secret for the page to bring back, sealed: it is never shown again. */
  seal(asker: Asker, secret: string): Promise<string>;
  /** The secret behind `seal`; null: of somebody else, or too old. */
  open(asker: Asker, sealed: string): Promise<string | null>;
  /**
   * Begins a sign-in: where the browser goes, and what it has to bring back in a cookie. Refuses `not_found` where there
   * is no provider, `identity_…`.
   */
  begin(tenant: string, redirectUri: string, returnTo: string): Promise<{ address: string; flow: string }>;
  /**
   * Ends a sign-in: who came back, and where they wanted to go. Refuses `identity_…`.
   * @param flow the cookie; null: none
   * @param answer the query of the callback
   */
  finish(
    tenant: string,
    flow: string | null,
    answer: string,
  ): Promise<{ proven: ProvenIdentity; returnTo: string }>;
}

/** The service over what `means` stores and `providers` ask. */
export function signInServiceOf(
  means: SignInMeans & { rules: IssuerRules; providers: Providers; log: Log },
): SignInService {
  const { kv, keyring, rules, providers, log } = means;
  return {
    rules,

    async get(tenant) {
      const { value } = await readSignIn(kv, tenant);
      if (!value) return { provider: null, passwords: true, saved: null };
      const { provider, passwords, savedAt, savedBy } = value;
      const shown = provider &&
        { issuer: provider.issuer, clientId: provider.clientId, label: provider.label };
      return { provider: shown, passwords, saved: { at: savedAt, by: savedBy ?? "運用者" } };
    },

    save: ({ tenant, user }, choice) => saveProvider(means, tenant.id, choice, user),
    remove: ({ tenant, user }) => removeProvider(means, tenant.id, user),
    switchPasswords: ({ tenant, user }, on) =>
      on ? switchPasswordsOn(means, tenant.id, user) : switchPasswordsOff(means, tenant.id, user),

    async provenAt({ tenant, user }) {
      const [settings, identity] = await Promise.all([
        readSignIn(kv, tenant.id),
        readIdentity(kv, tenant.id, user.id),
      ]);
      const rev = settings.value?.provider?.rev;
      return rev !== undefined && identity.value?.rev === rev ? identity.value.seenAt : null;
    },

    async check(tenant, { issuer, clientId, secret }, redirectUri) {
      const stored = await readProvider(kv, keyring, tenant);
      const same = stored?.issuer === issuer && stored.clientId === clientId;
      const kept = secret ?? (same ? stored.secret : null);
      return await providers.probe({ issuer, clientId, secret: kept, rev: "" }, redirectUri);
    },

    seal: ({ tenant, user }, secret) => sealDraft(keyring, ownerOf(tenant.id, user.id), secret),
    open: ({ tenant, user }, sealed) => openDraft(keyring, ownerOf(tenant.id, user.id), sealed),

    async begin(tenant, redirectUri, returnTo) {
      const connection = await readProvider(kv, keyring, tenant);
      if (!connection) throw new Refusal("not_found");
      const { address, checks } = await told(tenant, () => providers.begin(connection, redirectUri));
      const flow = { ...checks, rev: connection.rev, redirectUri, returnTo };
      return { address, flow: await sealFlow(keyring, tenant, flow) };
    },

    async finish(tenant, sealed, answer) {
      const flow = sealed === null ? null : await openFlow(keyring, tenant, sealed);
      const connection = await readProvider(kv, keyring, tenant);
      // A flow of other settings: its answer may be another provider's (mix-up, RFC 9700 §4.4).
      if (!flow || connection?.rev !== flow.rev) throw new Refusal("identity_expired");
      const callback = new URL(flow.redirectUri);
      callback.search = answer;
      const proven = await told(tenant, () => providers.finish(connection, flow, callback));
      return { proven, returnTo: flow.returnTo };
    },
  };

  /** What the person cannot know of a provider that fails, the operator reads in the log. */
  async function told<T>(tenant: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refusal && error.params.why !== undefined) {
        log("info", "a sign-in at the identity provider failed", {
          tenant,
          reason: error.code,
          why: error.params.why,
        });
      }
      throw error;
    }
  }
}

function ownerOf(tenant: string, user: string) {
  return { tenant, user, of: "client secret" } as const;
}
