import { isIPv6 } from "node:net";
import type { Context } from "fresh";

/** The client's address of a request; null when it did not come over the network. */
export function addressOf(
  ctx: Pick<Context<unknown>, "info" | "req">,
  trustedProxies: number,
): string | null {
  const { remoteAddr } = ctx.info;
  if (!("hostname" in remoteAddr)) return null;
  return clientAddress(remoteAddr.hostname, ctx.req.headers.get("x-forwarded-for"), trustedProxies);
}

/**
 * The address that failed sign-ins are counted by. Behind proxies of ours the connection is the proxy's: each one
 * appends the address it saw to `X-Forwarded-For`, so the last entries are theirs and everything before is a claim.
 * @param trustedProxies how many proxies of ours stand before this process
 */
export function clientAddress(remote: string, forwardedFor: string | null, trustedProxies: number): string {
  const seen = [...(forwardedFor ?? "").split(",").map((part) => part.trim()).filter(Boolean), remote];
  return network(seen.at(-1 - trustedProxies) ?? seen[0] ?? remote);
}

/** One household or host has a whole /64 of IPv6 to choose from: it counts as one address. */
function network(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, "$1").slice(0, 45);
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  return mapped?.[1] ?? `${groups(bare).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groups(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
