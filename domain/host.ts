/** The longest DNS name. */
const MAX_HOST = 253;
const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/**
 * The name that a `Host` header or a person gives, as tenants are stored under it: lower case, without port and
 * without the dot of the root, IPv6 in brackets. Null when it is no host name.
 */
export function normalHost(text: string): string | null {
  const host = text.trim().toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
  // "::1" without brackets would lose its last group to the port rule above; a Host header always has them.
  if (host.length > MAX_HOST || !(NAME.test(host) || IPV6.test(host))) return null;
  return host;
}
