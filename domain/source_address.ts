/** Where a SmartHR API may lie. Anything else is refused, so that nobody makes the server ask inside its network. */
export interface AddressRules {
  /** Domains of which a subdomain is a company, such as `smarthr.jp`. */
  domains: readonly string[];
  /** True in development: a server on this machine may be asked, also without HTTPS. */
  loopback: boolean;
}

/** SmartHR itself and its sandbox (conventions of the vendor, base_url). */
export const SMARTHR_DOMAINS: readonly string[] = ["smarthr.jp", "daruma.space"];

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The base address of the API, such as `https://kaisha.smarthr.jp/api`, out of what a person enters: a subdomain, a
 * host, or the address of any page there. Null when it may not be asked.
 */
export function apiAddress(text: string, rules: AddressRules): string | null {
  const entered = text.normalize("NFKC").trim();
  if (LABEL.test(entered) && entered.toLowerCase() !== "localhost") {
    return `https://${entered.toLowerCase()}.${rules.domains[0]}/api`;
  }
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`);
  if (!url || url.username !== "" || url.password !== "") return null;
  return isCompany(url, rules) || (rules.loopback && isLoopback(url)) ? `${url.origin}/api` : null;
}

function isCompany({ protocol, hostname, port }: URL, { domains }: AddressRules): boolean {
  if (protocol !== "https:" || port !== "") return false;
  return domains.some((domain) => {
    const name = hostname.slice(0, -domain.length - 1);
    return hostname === `${name}.${domain}` && LABEL.test(name);
  });
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return (protocol === "https:" || protocol === "http:") && LOOPBACK.includes(hostname);
}
