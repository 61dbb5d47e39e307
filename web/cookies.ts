import { FLOW_MS } from "../kv/sign_in_flow.ts";

/** A cookie of ours. Over plain http, in development only, it cannot carry the __Host- prefix. */
export interface SessionCookie {
  /** The token of a `Cookie` header, or null. */
  read(header: string | null): string | null;
  /** The `Set-Cookie` value that gives the browser a token. */
  give(token: string): string;
  /** The `Set-Cookie` value that takes it away. */
  take(): string;
}

/** @param secure true in production and wherever the request came over https */
export function sessionCookie(secure: boolean): SessionCookie {
  // No Max-Age: it goes when the browser is closed; how long it is good for is decided here (kv/sessions.ts).
  return cookie("nencho", secure, null);
}

/** The cookie that holds a sign-in on its way through an identity provider (kv/sign_in_flow.ts). */
export function flowCookie(secure: boolean): SessionCookie {
  return cookie("nencho-oidc", secure, FLOW_MS / 1000);
}

function cookie(bare: string, secure: boolean, maxAge: number | null): SessionCookie {
  const name = secure ? `__Host-${bare}` : bare;
  // Lax: the provider sends the browser back from another site.
  const flags = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  const age = maxAge === null ? "" : `; Max-Age=${maxAge}`;
  return {
    read: (header) => readCookie(header, name),
    give: (token) => `${name}=${token}; ${flags}${age}`,
    take: () => `${name}=; ${flags}; Max-Age=0`,
  };
}

function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}
