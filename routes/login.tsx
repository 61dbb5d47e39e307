import { type Context, page } from "fresh";
import { PasswordSignIn, ProviderSignIn } from "../components/accounts/SignInForm.tsx";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { Card } from "../components/Card.tsx";
import { NotificationBar } from "../components/NotificationBar.tsx";
import { PageTitle } from "../components/PageTitle.tsx";
import { ProblemMessage } from "../components/ProblemMessage.tsx";
import type { Reason } from "../domain/reasons.ts";
import { addressOf } from "../web/address.ts";
import { define } from "../web/define.ts";
import { readForm, textOf } from "../web/forms.ts";
import { landing } from "../web/landing.ts";
import { refusalOf } from "../web/problems.ts";
import { safePath } from "../web/safe_path.ts";
import { seeOther } from "../web/see_other.ts";
import { cookieOf } from "../web/session_middleware.ts";
import { problemIn } from "../web/sign_in_problem.ts";
import type { State } from "../web/state.ts";

interface LoginPage {
  returnTo: string;
  identifier: string;
  problem: Reason | null;
  /** Comes from setting the password through a one-time link. */
  passwordSet: boolean;
  /** What the button to the identity provider says; null: there is none. */
  provider: string | null;
  /** Passwords sign people in. */
  passwords: boolean;
}

/** `GET /login`: the form. `POST /login` (`email` or 社員番号, `password`, `return_to`): starts a session. */
export const handler = define.handlers({
  async GET(ctx) {
    const { searchParams } = ctx.url;
    const returnTo = safePath(searchParams.get("return_to"));
    const problem = problemIn(ctx.url);
    // Somebody who is signed in and tried the identity provider reads what was wrong.
    if (ctx.state.user && !problem) return seeOther(landing(ctx.state.user, returnTo));
    const passwordSet = searchParams.get("done") === "password";
    return page<LoginPage>({ ...await waysOf(ctx), returnTo, identifier: "", problem, passwordSet });
  },

  async POST(ctx) {
    const { services: { accounts, config }, tenant, session, json } = ctx.state;
    const form = await readForm(ctx.req);
    const identifier = textOf(form, "email");
    const returnTo = safePath(form.get("return_to"));
    const address = addressOf(ctx, config.trustedProxies);
    try {
      const { user, token } = await accounts.signIn(tenant.id, identifier, textOf(form, "password"), address);
      // The browser has a new session; the one it came with must not live on.
      if (session) await accounts.signOut(tenant.id, session);
      const headers = { "set-cookie": cookieOf(ctx).give(token) };
      if (!json) return seeOther(landing(user, returnTo), headers);
      const { id, email, name, role } = user;
      return Response.json({ user: { id, email, name, role } }, { headers });
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem) throw error;
      const { status, headers } = problem;
      const ways = await waysOf(ctx);
      return page<LoginPage>({ ...ways, returnTo, identifier, problem, passwordSet: false }, {
        status,
        headers,
      });
    }
  },
});

/** How people of this company may sign in. */
async function waysOf({ state: { services, tenant } }: Context<State>) {
  const { provider, passwords } = await services.signIn.get(tenant.id);
  return { provider: provider?.label ?? null, passwords };
}

export default define.page<typeof handler>(({ data }) => {
  const { returnTo, identifier, problem, passwordSet, provider, passwords } = data;
  return (
    <div class="max-w-[28rem] mx-auto">
      <DocumentTitle title="サインイン" />
      <PageTitle title="サインイン" />
      <div class="grid gap-4">
        {passwordSet && (
          <NotificationBar tone="success">
            パスワードを設定しました。{passwords && "サインインしてください。"}
          </NotificationBar>
        )}
        {problem && (
          <NotificationBar tone="error">
            <ProblemMessage {...problem} />
          </NotificationBar>
        )}
        <Card>
          <div class="grid gap-6">
            {provider !== null && <ProviderSignIn label={provider} returnTo={returnTo} beside={passwords} />}
            {provider !== null && passwords && <div class="border-t border-line" />}
            {passwords && <PasswordSignIn identifier={identifier} returnTo={returnTo} />}
          </div>
        </Card>
        {passwords && (
          <p class="text-sm text-ink-soft">
            パスワードがわからないときは、管理者に新しいリンクの発行を依頼してください。
          </p>
        )}
      </div>
    </div>
  );
});
