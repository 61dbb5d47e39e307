import { type App, csp, staticFiles } from "fresh";
import { wantsJson } from "./accept.ts";
import { csrfMiddleware } from "./csrf.ts";
import { define } from "./define.ts";
import { requestMetrics } from "./request_metrics.ts";
import { problemMiddleware } from "./problem_middleware.tsx";
import { roleMiddleware } from "./role_middleware.ts";
import { securityHeaders } from "./security_headers.ts";
import type { Services } from "./services.ts";
import { sessionMiddleware } from "./session_middleware.ts";
import type { State } from "./state.ts";
import { tenantMiddleware } from "./tenant_middleware.ts";

/**
 * Everything that a request passes before its route, in this order: headers around all, then who answers errors,
 * whether pages are served here, static files (no tenant, no session, no database), the tenant, where the request
 * comes from, who sends it.
 * Call it before `fsRoutes()`.
 */
export function installMiddlewares(app: App<State>, services: Services): void {
  const production = services.config.env === "production";
  app.use(
    requestMetrics(services.metrics),
    securityHeaders(production),
    csp({ useNonce: true }),
    stateMiddleware(services),
    problemMiddleware,
    roleMiddleware,
    staticFiles(),
    tenantMiddleware,
    csrfMiddleware,
    sessionMiddleware,
  );
}

/** What is known of a request before anything was looked up. */
function stateMiddleware(services: Services) {
  return define.middleware((ctx) => {
    const { state } = ctx;
    state.services = services;
    state.user = null;
    state.session = null;
    state.json = wantsJson(ctx.req.headers.get("accept"));
    void services.wake();
    return ctx.next();
  });
}
