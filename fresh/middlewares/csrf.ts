import type { Context } from "../context.ts";
import { HttpError } from "../http_error.ts";
import type { Middleware } from "../types.ts";

/** Whom `csrf()` trusts beside the site itself. */
export interface CsrfOptions<State> {
  /** Origins such as "https://example.com", or a function that decides. The site's own unless given. */
  origin?: string | string[] | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses (403) what another site makes a browser send: requests that change something pass with
 * `Sec-Fetch-Site` same-origin or none, or with a trusted `Origin`. Without both headers no browser sent it.
 */
export function csrf<State>(options: CsrfOptions<State> = {}): Middleware<State> {
  return async (ctx) => {
    if (SAFE.has(ctx.req.method) || passes(ctx, options)) return await ctx.next();
    throw new HttpError(403);
  };
}

function passes<State>(ctx: Context<State>, options: CsrfOptions<State>): boolean {
  const site = ctx.req.headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return true;
  const origin = ctx.req.headers.get("origin");
  if (origin === null) return site === null;
  return trusts(options.origin, origin, ctx);
}

function trusts<State>(trusted: CsrfOptions<State>["origin"], origin: string, ctx: Context<State>): boolean {
  if (trusted === undefined) return origin === ctx.url.origin;
  if (typeof trusted === "function") return trusted(origin, ctx);
  return typeof trusted === "string" ? origin === trusted : trusted.includes(origin);
}
