import { page } from "fresh";
import { PasswordForm } from "../../components/accounts/PasswordForm.tsx";
import { Card } from "../../components/Card.tsx";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { shownAs } from "../../domain/user.ts";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { requireUser } from "../../web/guards.ts";
import { type Problem, refusalOf } from "../../web/problems.ts";
import { seeOther } from "../../web/see_other.ts";
import { cookieOf } from "../../web/session_middleware.ts";

type PasswordPage = Parameters<typeof PasswordForm>[0];

const MISMATCH = "2回入力したパスワードが一致していません。同じパスワードを入力してください。";

/** The own password: `POST` (`present`, `password`, `again`) changes it and ends every session of the person. */
export const handler = define.handlers({
  GET(ctx) {
    return page<PasswordPage>({ identifier: shownAs(requireUser(ctx)), error: null });
  },

  async POST(ctx) {
    const user = requireUser(ctx);
    const { services: { accounts }, tenant, json } = ctx.state;
    const form = await readForm(ctx.req);
    const next = textOf(form, "password");
    const again = (field: "present" | "password" | "again", text: string, { status, headers }: Answer) =>
      page<PasswordPage>({ identifier: shownAs(user), error: { field, text } }, { status, headers });
    if (!json && next !== textOf(form, "again")) return again("again", MISMATCH, { status: 422 });
    try {
      await accounts.changePassword(tenant.id, user.id, textOf(form, "present"), next);
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem) throw error;
      return again(fieldOf(problem), `${problem.cause}。${problem.remedy}。`, problem);
    }
    const headers = { "set-cookie": cookieOf(ctx).take() };
    return json ? new Response(null, { status: 204, headers }) : seeOther("/login?done=password", headers);
  },
});

type Answer = Pick<Problem, "status"> & Partial<Pick<Problem, "headers">>;

function fieldOf({ code }: Problem): "present" | "password" {
  return code === "weak_password" ? "password" : "present";
}

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="パスワードの変更" />
    <PageTitle title="パスワードの変更" />
    <Card>
      <PasswordForm {...data} />
    </Card>
  </>
));
