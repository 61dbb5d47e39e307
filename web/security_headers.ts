import { define } from "./define.ts";

const ALWAYS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Not no-referrer: browsers then send `Origin: null` with our own forms.
  "referrer-policy": "same-origin",
  "permissions-policy": [
    ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer"],
    ...["microphone", "midi", "payment", "publickey-credentials-get", "serial", "usb"],
  ].map((feature) => `${feature}=()`).join(", "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Two years, this host only: a tenant's host may have siblings that are not ours. */
const HTTPS_ONLY = "max-age=63072000";

/** What a page may load: our own files, and the inline script that carries the nonce of this response. */
function contentPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    `script-src 'self'${nonce === null ? "" : ` 'nonce-${nonce}'`}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Of a file that somebody uploaded or a job left: whatever it is opened as, it loads and runs nothing. */
const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * Of a PDF of ours (web/pdf_response.ts), which holds nothing to run: a sandbox keeps plugins off, and to some browsers what
 * shows PDFs is one. Nobody else's PDF is shown in place.
 */
const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

/** Fresh tells the nonce of a response in the policy that its own `csp()` made, and nowhere else. */
function nonceOf(policy: string | null): string | null {
  return /'nonce-([\w+/=-]+)'/.exec(policy ?? "")?.[1] ?? null;
}

function policyOf(headers: Headers): string {
  const disposition = headers.get("content-disposition");
  if (disposition === null) return contentPolicy(nonceOf(headers.get("content-security-policy")));
  const isShown = disposition.startsWith("inline") && headers.get("content-type") === "application/pdf";
  return isShown ? PDF_POLICY : FILE_POLICY;
}

/** The response with the security headers; one of the platform (a redirect) has headers that cannot be set. */
export function secured(response: Response, production: boolean): Response {
  if (response.status === 101) return response;
  const { headers } = response = new Response(response.body, response);
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  headers.set("content-security-policy", policyOf(headers));
  if (production) headers.set("strict-transport-security", HTTPS_ONLY);
  // Whoever uses the browser next must not find personal data in its cache; static files say otherwise themselves.
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return response;
}

/** Puts the security headers on every response, errors included: it runs outside of everything else. */
export function securityHeaders(production: boolean) {
  return define.middleware(async (ctx) => secured(await ctx.next(), production));
}
