import { Refusal } from "../domain/errors.ts";
import { define } from "./define.ts";

/** Methods that change nothing. */
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** What a browser says about where a request comes from. */
export interface Provenance {
  method: string;
  /** Host and port that the request was sent to. */
  host: string;
  fetchSite: string | null;
  origin: string | null;
  json: boolean;
}

/**
 * True when the request may change something (design §6): the browser says that it comes from this site or from the
 * person, or its Origin is this host. Every browser of today says one of the two with such a request; who says
 * neither is a script, and passes when it asks for JSON.
 */
export function isOwnRequest({ method, host, fetchSite, origin, json }: Provenance): boolean {
  if (SAFE.has(method)) return true;
  if (fetchSite !== null) return fetchSite === "same-origin" || fetchSite === "none";
  if (origin !== null) return URL.parse(origin)?.host === host;
  return json;
}

/** Refuses (`cross_site`) what another site sent. */
export const csrfMiddleware = define.middleware((ctx) => {
  const { method, headers } = ctx.req;
  const own = isOwnRequest({
    method,
    host: ctx.url.host,
    fetchSite: headers.get("sec-fetch-site"),
    origin: headers.get("origin"),
    json: ctx.state.json,
  });
  if (!own) throw new Refusal("cross_site");
  return ctx.next();
});
