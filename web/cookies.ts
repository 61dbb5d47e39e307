/** The cookie that holds the session. Over plain http, in development only, it cannot carry the __Host- prefix. */
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
  const name = secure ? "__Host-nencho" : "nencho";
  const flags = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    read: (header) => readCookie(header, name),
    // No Max-Age: it goes when the browser is closed; how long it is good for is decided here (kv/sessions.ts).
    give: (token) => `${name}=${token}; ${flags}`,
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
