import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import type { Services } from "./services.ts";

/** What the middlewares of a request leave for its route (`ctx.state`). */
export interface State {
  services: Services;
  /** Named by the host; a host of no tenant never gets this far. */
  tenant: Tenant;
  /** Who is signed in on this tenant's host, or null. */
  user: User | null;
  /** Digest of the session's token (kv/sessions.ts), or null. */
  session: string | null;
  /** True when the caller asks for JSON (`Accept: application/json`). */
  json: boolean;
}
