import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { TextField } from "../../components/TextField.tsx";
import { Refusal } from "../../domain/errors.ts";
import { MIN_PASSWORD } from "../../domain/password.ts";
import type { User } from "../../domain/user.ts";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { refusalOf } from "../../web/problems.ts";
import { seeOther } from "../../web/see_other.ts";

interface InvitationPage {
  /** What the person will sign in with. */
  identifier: string;
  /** False: the company's people sign in elsewhere, and confirm with a password only. */
  passwords: boolean;
  /** Of which field, and 原因。対処。 of what is wrong with it. */
  error: { field: "password" | "again"; text: string } | null;
}

/** A one-time link: `GET` asks for a password, `POST` (`password`, `again`) sets it and uses the link up. */
export const handler = define.handlers({
  async GET(ctx) {
    const { services: { accounts, signIn }, tenant } = ctx.state;
    const owner = await accounts.linkOwner(tenant.id, ctx.params.token ?? "");
    if (!owner) throw new Refusal("link_expired");
    const { passwords } = await signIn.get(tenant.id);
    return page<InvitationPage>({ identifier: identifierOf(owner), passwords, error: null });
  },

  async POST(ctx) {
    const { services: { accounts, signIn }, tenant, json } = ctx.state;
    const token = ctx.params.token ?? "";
    const form = await readForm(ctx.req);
    const password = textOf(form, "password");
    const owner = await accounts.linkOwner(tenant.id, token);
    if (!owner) throw new Refusal("link_expired");
    const identifier = identifierOf(owner);
    const { passwords } = await signIn.get(tenant.id);
    if (!json && password !== textOf(form, "again")) {
      return page<InvitationPage>({ identifier, passwords, error: { field: "again", text: MISMATCH } }, {
        status: 422,
      });
    }
    try {
      await accounts.setPassword(tenant.id, token, password);
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (problem?.code !== "weak_password") throw error;
      const text = `${problem.cause}。${problem.remedy}。`;
      return page<InvitationPage>({ identifier, passwords, error: { field: "password", text } }, {
        status: problem.status,
      });
    }
    if (json) return new Response(null, { status: 204 });
    return seeOther("/login?done=password");
  },
});

const MISMATCH = "2回入力したパスワードが一致していません。同じパスワードを入力してください。";

function identifierOf(user: User): string {
  return user.email ?? user.employeeCode ?? user.name;
}

export default define.page<typeof handler>(({ data: { identifier, passwords, error } }) => (
  <div class="max-w-[28rem] mx-auto">
    <DocumentTitle title="パスワードの設定" />
    <PageTitle
      title="パスワードの設定"
      lead={passwords
        ? "このリンクは1回だけ使えます。設定したパスワードでサインインしてください。"
        : "このリンクは1回だけ使えます。サインインは外部IDで行い、パスワードは大切な操作の確認に使います。"}
    />
    <Card>
      <form method="post" class="grid gap-6">
        <div>
          <label for="username" class="font-bold">アカウント</label>
          <input
            id="username"
            type="text"
            autocomplete="username"
            readOnly
            value={identifier}
            class="block w-full py-2 bg-surface text-ink"
          />
        </div>
        <TextField
          name="password"
          label="新しいパスワード"
          hint={`${MIN_PASSWORD}文字以上。日本語や空白も使えます。`}
          error={errorOf(error, "password")}
          type="password"
          autocomplete="new-password"
          required
        />
        <TextField
          name="again"
          label="新しいパスワード（確認）"
          error={errorOf(error, "again")}
          type="password"
          autocomplete="new-password"
          required
        />
        <Button type="submit" look="main">設定</Button>
      </form>
    </Card>
  </div>
));

function errorOf(error: InvitationPage["error"], field: "password" | "again"): string | undefined {
  return error?.field === field ? error.text : undefined;
}
