import { nonceOf } from "../context.ts";
import type { Middleware } from "../types.ts";

/** Options of `csp()`. */
export interface CSPOptions {
  /** Only report what would be blocked. */
  reportOnly?: boolean;
  /** Address for reports. */
  reportTo?: string;
  /** Directives that replace the default of their name, or are added, e.g. "img-src 'self' data:". */
  csp?: string[];
  /** Allow inline scripts and styles by the request's nonce instead of 'unsafe-inline'. */
  useNonce?: boolean;
}

const DEFAULTS: [name: string, value: string][] = [
  ["default-src", "'self'"],
  ["script-src", "'self' 'unsafe-inline'"],
  ["style-src", "'self' 'unsafe-inline'"],
  ["font-src", "'self'"],
  ["img-src", "'self' data:"],
  ["media-src", "'self' data: blob:"],
  ["worker-src", "'self' blob:"],
  ["connect-src", "'self'"],
  ["object-src", "'none'"],
  ["base-uri", "'self'"],
  ["form-action", "'self'"],
  ["frame-ancestors", "'none'"],
  ["upgrade-insecure-requests", ""],
];

/** Adds a Content-Security-Policy to every response that passes. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const directives = new Map(DEFAULTS);
  for (const directive of options.csp ?? []) {
    const [name = "", ...values] = directive.trim().split(/\s+/);
    directives.set(name.toLowerCase(), values.join(" "));
  }
  if (options.reportTo) {
    directives.set("report-to", "csp-endpoint");
    directives.set("report-uri", options.reportTo);
  }
  const template = [...directives].map(([name, value]) => `${name} ${value}`.trim()).join("; ");
  const header = options.reportOnly ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy";
  return async (ctx) => {
    const response = withHeaders(await ctx.next());
    const policy = options.useNonce
      ? template.replaceAll("'unsafe-inline'", `'nonce-${nonceOf(ctx)}'`)
      : template;
    response.headers.set(header, policy);
    if (options.reportTo) response.headers.set("Reporting-Endpoints", `csp-endpoint="${options.reportTo}"`);
    return response;
  };
}

/** The same response with headers that can be changed; those of `Response.redirect()` and `fetch()` cannot. */
function withHeaders(response: Response): Response {
  return new Response(response.body, response);
}
