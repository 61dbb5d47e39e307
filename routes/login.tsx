import { page } from "fresh";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { Button } from "../components/Button.tsx";
import { Card } from "../components/Card.tsx";
import { NotificationBar } from "../components/NotificationBar.tsx";
import { PageTitle } from "../components/PageTitle.tsx";
import { ProblemMessage } from "../components/ProblemMessage.tsx";
import { TextField } from "../components/TextField.tsx";
import { MY } from "../components/my/addresses.ts";
import { allows } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import { addressOf } from "../web/address.ts";
import { define } from "../web/define.ts";
import { readForm, textOf } from "../web/forms.ts";
import { type Problem, refusalOf } from "../web/problems.ts";
import { safePath } from "../web/safe_path.ts";
import { seeOther } from "../web/see_other.ts";
import { cookieOf } from "../web/session_middleware.ts";

interface LoginPage {
  returnTo: string;
  identifier: string;
  problem: Problem | null;
  /** Comes from setting the password through a one-time link. */
  passwordSet: boolean;
}

/** `GET /login`: the form. `POST /login` (`email` or 社員番号, `password`, `return_to`): starts a session. */
export const handler = define.handlers({
  GET(ctx) {
    const { searchParams } = ctx.url;
    const returnTo = safePath(searchParams.get("return_to"));
    if (ctx.state.user) return seeOther(landing(ctx.state.user, returnTo));
    const passwordSet = searchParams.get("done") === "password";
    return page<LoginPage>({ returnTo, identifier: "", problem: null, passwordSet });
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
      return page<LoginPage>({ returnTo, identifier, problem, passwordSet: false }, { status, headers });
    }
  },
});

/** Who has no rights in the back office answers the own questionnaire; whoever asked for a page gets that. */
function landing({ role, employeeCode }: User, returnTo: string): string {
  const answersOnly = employeeCode !== null && !allows(role, "review");
  return answersOnly && returnTo === "/" ? MY : returnTo;
}

export default define.page<typeof handler>(({ data: { returnTo, identifier, problem, passwordSet } }) => (
  <div class="max-w-[28rem] mx-auto">
    <DocumentTitle title="サインイン" />
    <PageTitle title="サインイン" />
    <div class="grid gap-4">
      {passwordSet && (
        <NotificationBar tone="success">パスワードを設定しました。サインインしてください。</NotificationBar>
      )}
      {problem && (
        <NotificationBar tone="error">
          <ProblemMessage {...problem} />
        </NotificationBar>
      )}
      <Card>
        <form method="post" action="/login" class="grid gap-6">
          <input type="hidden" name="return_to" value={returnTo} />
          <TextField
            name="email"
            label="メールアドレスまたは社員番号"
            value={identifier}
            autocomplete="username"
            required
          />
          <TextField
            name="password"
            label="パスワード"
            type="password"
            autocomplete="current-password"
            required
          />
          <Button type="submit" look="main">サインイン</Button>
        </form>
      </Card>
      <p class="text-sm text-ink-soft">
        パスワードがわからないときは、管理者に新しいリンクの発行を依頼してください。
      </p>
    </div>
  </div>
));
