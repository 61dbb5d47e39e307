import { Buffer } from "node:buffer";
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "fresh";
import type { State } from "./state.ts";

/** What a proxy adds to the requests of others. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

const LOOPBACK = /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether a request may read the metrics: with METRICS_TOKEN, who sends it as a bearer (RFC 6750 §2.1); without, whoever asks
 * from this machine, by its own name. A proxy on this machine asks for others: what it passes on has another name, or says so.
 */
export function mayReadMetrics(
  ctx: Pick<Context<State>, "req" | "info" | "url">,
  token: string | null,
): boolean {
  if (token !== null) return isBearer(ctx.req.headers.get("authorization"), token);
  const { remoteAddr } = ctx.info;
  return "hostname" in remoteAddr && LOOPBACK.test(remoteAddr.hostname) &&
    LOOPBACK_HOST.test(ctx.url.hostname) && !FORWARDED.some((name) => ctx.req.headers.has(name));
}

function isBearer(header: string | null, token: string): boolean {
  const given = /^bearer (.+)$/i.exec(header ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

/** Of the same length, whatever was sent: the time of the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
