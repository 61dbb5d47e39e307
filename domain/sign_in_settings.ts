import type { ReasonCode, ReasonParams } from "./reasons.ts";

/** The identity provider (外部ID) of a company as people see it: never the client secret. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  /** What the button of the sign-in page says. */
  label: string;
}

/** How the people of a company sign in (設定 › サインイン). */
export interface SignInSettings {
  provider: ProviderSettings | null;
  /** False: passwords start no session. */
  passwords: boolean;
  /** Null: nobody ever saved any; these are the defaults. */
  saved: { at: number; by: string } | null;
}

/** What somebody enters. A `secret` of null keeps the one that is stored. */
export interface ProviderChoice extends ProviderSettings {
  secret: string | null;
}

/** What a provider is spoken to with; a secret that cannot be opened any more is null. */
export interface ProviderConnection {
  issuer: string;
  clientId: string;
  secret: string | null;
  /** Changes whenever one of the others does. */
  rev: string;
}

/** What the button says unless the company chose other words. */
export const DEFAULT_LABEL = "会社のIDでサインイン";
export const MAX_LABEL = 40;

/** Who somebody is, as the provider said and as was verified: signature, issuer, audience, time, nonce. */
export interface ProvenIdentity {
  issuer: string;
  /** Of the settings under which it was asked for. */
  rev: string;
  subject: string;
  /** Null: the provider said none, or does not vouch for it. */
  email: string | null;
}

/** One thing that a connection test tried: what it found, or why not. */
export interface ProviderProbe {
  what: string;
  found: string | null;
  problem: { code: ReasonCode; params: ReasonParams } | null;
}
