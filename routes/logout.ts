import { define } from "../web/define.ts";
import { seeOther } from "../web/see_other.ts";
import { cookieOf } from "../web/session_middleware.ts";

/** Ends the session. Without one there is nothing to end, and the answer is the same. */
export const handler = define.handlers({
  async POST(ctx) {
    const { services, tenant, session, json } = ctx.state;
    if (session) await services.accounts.signOut(tenant.id, session);
    const headers = { "set-cookie": cookieOf(ctx).take() };
    if (json) return new Response(null, { status: 204, headers });
    return seeOther("/login", headers);
  },
});
