import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  clockSkew,
  Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from "openid-client";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { type IssuerRules, mayAsk } from "../domain/issuer_address.ts";
import type { ProviderConnection } from "../domain/sign_in_settings.ts";
import type { GuardedFetch } from "./guarded_fetch.ts";

/** How long a provider's description of itself is good for. */
const REMEMBER_MS = 10 * 60_000;
/** Companies whose provider is remembered at once. */
const MAX_REMEMBERED = 500;
/** Name of a found issuer in a message: somebody else wrote it. */
const MAX_FOUND = 200;

/** What is needed to speak to providers. */
export interface Wire {
  rules: IssuerRules;
  fetch: GuardedFetch;
}

/** Asks an issuer what it is. Throws Refusal `issuer_differs`, `issuer_invalid`, `client_secret_unopened`, and what the library throws. */
export async function discovered(
  { rules, fetch }: Wire,
  { issuer, clientId, secret }: ProviderConnection,
): Promise<Configuration> {
  if (secret === null) throw new Refusal("client_secret_unopened");
  const address = new URL(issuer);
  // Only where the rules say so: of a server on this machine, in development.
  const insecure = address.protocol === "http:" && mayAsk(address, rules);
  try {
    const config = await discovery(address, clientId, { [clockSkew]: skew() }, authentication(secret), {
      [customFetch]: fetch as CustomFetch,
      execute: [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])],
    });
    requireSame(issuer, config.serverMetadata());
    return config;
  } catch (error) {
    // An issuer that is no address stops the URL parser.
    if (error instanceof TypeError) throw new Refusal("issuer_invalid");
    throw error;
  }
}

/** Providers by revision of their settings, asked once in ten minutes. */
export function rememberedOf(wire: Wire): (connection: ProviderConnection) => Promise<Configuration> {
  const remembered = new Map<string, { until: number; config: Promise<Configuration> }>();
  return (connection) => {
    const known = remembered.get(connection.rev);
    if (known && known.until > now()) return known.config;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const config = discovered(wire, connection);
    const entry = { until: now() + REMEMBER_MS, config };
    remembered.set(connection.rev, entry);
    // What failed is asked again by the next.
    config.catch(() => remembered.get(connection.rev) === entry && remembered.delete(connection.rev));
    return config;
  };
}

/**
 * The library lets issuers pass that speak for many companies at once (`/common/` of Microsoft): there anybody's
 * mail address would be vouched for.
 */
function requireSame(issuer: string, { issuer: found }: ServerMetadata) {
  if (URL.parse(found)?.href !== issuer) {
    throw new Refusal("issuer_differs", { found: found.slice(0, MAX_FOUND) });
  }
}

/**
 * In the form where the provider takes it so: not all of them undo the encoding of the header (RFC 6749 §2.3.1).
 * `client_secret_basic` where it does not say (RFC 8414 §2).
 */
function authentication(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (as, ...rest) => {
    const takesPost = as.token_endpoint_auth_methods_supported?.includes("client_secret_post");
    return (takesPost ? post : basic)(as, ...rest);
  };
}

/** Seconds that the product's clock is ahead of the machine's: tokens are judged by the product's. */
function skew(): number {
  return Math.round((now() - Date.now()) / 1000);
}
