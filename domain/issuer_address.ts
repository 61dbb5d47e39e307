import { isIPv4 } from "node:net";
import { isPublicAddress } from "./public_address.ts";

/** Where an identity provider may lie, so that nobody makes the server ask inside its own network. */
export interface IssuerRules {
  /** Hosts in a private network that the operator vouches for (`OIDC_PRIVATE_HOSTS`). */
  privateHosts: readonly string[];
  /** True in development: a server on this machine may be asked, also without HTTPS. */
  loopback: boolean;
}

const MAX_ISSUER = 500;
const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];
/** Names that are no host of the internet (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal). */
const LOCAL_NAME =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa|test|invalid)$/;

/**
 * The address of an issuer (発行者) in its normal form, out of what a person enters; null when it may not be asked. It has no
 * query, no fragment and no user (OpenID Connect Discovery 1.0 §3).
 */
export function issuerAddress(text: string, rules: IssuerRules): string | null {
  const entered = text.normalize("NFKC").trim();
  if (entered === "" || entered.length > MAX_ISSUER) return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`);
  // `new URL` drops an empty query or fragment: what was entered tells.
  if (!url || /[?#@\s]/.test(entered) || url.pathname.includes("/.well-known/")) return null;
  return mayAsk(url, rules) ? url.href : null;
}

/**
 * True for an address that may be asked, as far as it tells itself: what its name resolves to is checked when the
 * connection is made (identity/guarded_fetch.ts).
 */
export function mayAsk(url: URL, rules: IssuerRules): boolean {
  const { protocol, hostname } = url;
  if (url.username !== "" || url.password !== "") return false;
  if (rules.loopback && LOOPBACK.includes(hostname)) return protocol === "https:" || protocol === "http:";
  if (protocol !== "https:") return false;
  if (isPrivateHost(url, rules)) return true;
  if (hostname.startsWith("[")) return isPublicAddress(hostname.slice(1, -1));
  if (isIPv4(hostname)) return isPublicAddress(hostname);
  const name = hostname.replace(/\.$/, "");
  return name.includes(".") && !LOCAL_NAME.test(name);
}

/** True for a host whose addresses need not be public. */
export function isPrivateHost({ hostname }: URL, rules: IssuerRules): boolean {
  return rules.privateHosts.includes(hostname) || (rules.loopback && LOOPBACK.includes(hostname));
}
