import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { Refusal } from "../domain/errors.ts";
import { type IssuerRules, mayAsk } from "../domain/issuer_address.ts";
import type { ProvenIdentity, ProviderConnection, ProviderProbe } from "../domain/sign_in_settings.ts";
import { rememberedOf, type Wire } from "./configuration.ts";
import { type GuardedFetch, guardedFetch } from "./guarded_fetch.ts";
import { probe } from "./probe.ts";
import { signInProblem } from "./problems.ts";
import { vouchedMail } from "./vouched_mail.ts";

/** What binds the answer of a provider to the browser and the moment that asked (RFC 9700 §2.1). */
export interface FlowChecks {
  state: string;
  nonce: string;
  /** Of PKCE (RFC 7636). */
  verifier: string;
}

/** Speaks OpenID Connect with the providers of companies; knows neither accounts nor cookies. */
export interface Providers {
  /** Where to send the browser, and what its answer is held against. Throws Refusal `identity_…`. */
  begin(
    connection: ProviderConnection,
    redirectUri: string,
  ): Promise<{ address: string; checks: FlowChecks }>;
  /**
   * Who came back. @param callback the whole address, as the provider was told to use it
   * Throws Refusal `identity_…`.
   */
  finish(connection: ProviderConnection, checks: FlowChecks, callback: URL): Promise<ProvenIdentity>;
  /** Tries what a sign-in will ask, as far as nobody is needed for it. */
  probe(connection: ProviderConnection, redirectUri: string): Promise<ProviderProbe[]>;
}

/** OpenID Connect Core §2: 255 ASCII characters. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** Providers asked under these rules. */
export function providersOf(rules: IssuerRules, fetch: GuardedFetch = guardedFetch(rules)): Providers {
  const wire: Wire = { rules, fetch };
  const configured = rememberedOf(wire);
  return {
    begin: (connection, redirectUri) =>
      explained(async () => begin(rules, await configured(connection), redirectUri)),
    finish: (connection, checks, callback) =>
      explained(async () => {
        // Told apart from a forged answer: somebody with two tabs reads what to do.
        if (callback.searchParams.get("state") !== checks.state) throw new Refusal("identity_expired");
        return await finish(await configured(connection), connection, checks, callback);
      }),
    probe: (connection, redirectUri) => probe(wire, connection, redirectUri),
  };
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signInProblem(error);
  }
}

async function begin(rules: IssuerRules, config: Configuration, redirectUri: string) {
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid email",
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: "S256",
  });
  if (address.protocol !== "https:" && !mayAsk(address, rules)) throw new Refusal("identity_invalid");
  return { address: address.href, checks };
}

async function finish(
  config: Configuration,
  { issuer, rev }: ProviderConnection,
  { state, nonce, verifier }: FlowChecks,
  callback: URL,
): Promise<ProvenIdentity> {
  const tokens = await authorizationCodeGrant(config, callback, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims || !SUBJECT.test(claims.sub)) throw new Refusal("identity_invalid");
  const said = await mailClaims(config, tokens.access_token, claims);
  return { issuer, rev, subject: claims.sub, email: vouchedMail(issuer, said) };
}

/** Some providers tell the mail address at the userinfo endpoint only (OIDC Core §5.4). */
async function mailClaims(config: Configuration, accessToken: string, claims: IDToken) {
  if (claims.email !== undefined || !config.serverMetadata().userinfo_endpoint) return claims;
  return await fetchUserInfo(config, accessToken, claims.sub);
}
