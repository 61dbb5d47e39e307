import { Refusal } from "../../../domain/errors.ts";
import { define } from "../../../web/define.ts";
import { redirectUriOf } from "../../../web/redirect_uri.ts";
import { safePath } from "../../../web/safe_path.ts";
import { seeOther } from "../../../web/see_other.ts";
import { flowCookieOf } from "../../../web/session_middleware.ts";
import { isSignInProblem, problemAddress } from "../../../web/sign_in_problem.ts";

/** A cookie holds it: a longer address would not fit, and leads to the menu. */
const MAX_RETURN = 1_000;

/**
 * Begins a sign-in at the company's identity provider (`return_to`). A GET, since it changes nothing here, and since
 * `form-action 'self'` keeps forms from leading to another site.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { services, tenant } = ctx.state;
    const wanted = safePath(ctx.url.searchParams.get("return_to"));
    const returnTo = wanted.length > MAX_RETURN ? "/" : wanted;
    try {
      const { address, flow } = await services.signIn.begin(tenant.id, redirectUriOf(ctx), returnTo);
      return seeOther(address, { "set-cookie": flowCookieOf(ctx).give(flow) });
    } catch (error) {
      if (error instanceof Refusal && isSignInProblem(error.code)) {
        return seeOther(problemAddress(error.code, returnTo));
      }
      throw error;
    }
  },
});
