import { type Context } from "fresh";
import { Refusal } from "../../../domain/errors.ts";
import { addressOf } from "../../../web/address.ts";
import { define } from "../../../web/define.ts";
import { landing } from "../../../web/landing.ts";
import { seeOther } from "../../../web/see_other.ts";
import { cookieOf, flowCookieOf } from "../../../web/session_middleware.ts";
import { isSignInProblem, problemAddress } from "../../../web/sign_in_problem.ts";
import type { State } from "../../../web/state.ts";

/** What says nothing against where it comes from: an office of many people must not be locked out while it lasts. */
const NOBODYS_FAULT = new Set<string>(["identity_unreachable", "identity_denied"]);

/**
 * Where the identity provider sends the browser back to (`code`, `state`, or `error`): starts a session, or explains on
 * the sign-in page. The cookie of the flow is used up either way.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const flow = flowCookieOf(ctx);
    const sealed = flow.read(ctx.req.headers.get("cookie"));
    // Back in the history of somebody who is signed in: nothing is begun, nothing went wrong.
    if (sealed === null && ctx.state.user) return seeOther(landing(ctx.state.user, "/"));
    try {
      const { token, to } = await signIn(ctx, sealed);
      return withCookies(seeOther(to), [flow.take(), cookieOf(ctx).give(token)]);
    } catch (error) {
      if (!(error instanceof Refusal) || !isSignInProblem(error.code)) throw error;
      return withCookies(seeOther(problemAddress(error.code, "/")), [flow.take()]);
    }
  },
});

async function signIn(ctx: Context<State>, sealed: string | null): Promise<{ token: string; to: string }> {
  const { services: { accounts, config, signIn }, tenant, session } = ctx.state;
  // Without a cookie of ours nobody is asked; with one each try costs the provider a request.
  if (sealed === null) throw new Refusal("identity_expired");
  const attempt = await accounts.beginAttempt(tenant.id, addressOf(ctx, config.trustedProxies));
  const { proven, returnTo } = await signIn.finish(tenant.id, sealed, ctx.url.search).catch(async (error) => {
    if (error instanceof Refusal && NOBODYS_FAULT.has(error.code)) await attempt.succeeded();
    throw error;
  });
  const { user, token } = await accounts.signInAs(tenant.id, proven);
  await attempt.succeeded();
  // The browser has a new session; the one it came with must not live on.
  if (session) await accounts.signOut(tenant.id, session);
  return { token, to: landing(user, returnTo) };
}

function withCookies(response: Response, cookies: string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
