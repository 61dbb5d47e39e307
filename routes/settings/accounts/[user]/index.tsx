import { page } from "fresh";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { ROLE_OPTIONS } from "../../../../components/accounts/InviteFields.tsx";
import { Button } from "../../../../components/Button.tsx";
import { Card } from "../../../../components/Card.tsx";
import { NotificationBar } from "../../../../components/NotificationBar.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { ProblemMessage } from "../../../../components/ProblemMessage.tsx";
import { SelectField } from "../../../../components/SelectField.tsx";
import { Refusal } from "../../../../domain/errors.ts";
import { roleSchema } from "../../../../domain/permission.ts";
import type { User } from "../../../../domain/user.ts";
import { define } from "../../../../web/define.ts";
import { readForm, textOf } from "../../../../web/forms.ts";
import { requirePermission } from "../../../../web/guards.ts";
import { type Problem, refusalOf } from "../../../../web/problems.ts";
import { seeOther } from "../../../../web/see_other.ts";

interface AccountPage {
  account: User;
  problem: Problem | null;
}

const STATES = [{ value: "on", label: "有効" }, { value: "off", label: "無効" }];

/** One account: `GET` shows it, `POST` (`role`, `active` on or off) changes it. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services: { accounts }, tenant } = ctx.state;
    const account = await accounts.get(tenant.id, ctx.params.user ?? "");
    if (!account) throw new Refusal("not_found");
    return page<AccountPage>({ account, problem: null });
  },

  async POST(ctx) {
    requirePermission(ctx, "admin");
    const { services: { accounts }, tenant, json } = ctx.state;
    const id = ctx.params.user ?? "";
    const form = await readForm(ctx.req);
    const role = roleSchema.safeParse(textOf(form, "role"));
    if (!role.success) throw new Refusal("bad_request", { what: "権限" });
    const active = textOf(form, "active") === "on";
    try {
      await accounts.update(tenant.id, id, { role: role.data, active });
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      const account = problem && await accounts.get(tenant.id, id);
      if (!account) throw error;
      return page<AccountPage>({ account, problem }, { status: problem.status });
    }
    return seeOther("/settings/accounts?changed=1");
  },
});

export default define.page<typeof handler>(({ data: { account, problem } }) => (
  <>
    <DocumentTitle title={`${account.name} のアカウント`} />
    <PageTitle
      title={account.name}
      back={{ href: "/settings/accounts", label: "アカウント一覧に戻る" }}
      lead={[account.email, account.employeeCode].filter(Boolean).join("・")}
    />
    {problem && (
      <NotificationBar tone="error">
        <ProblemMessage {...problem} />
      </NotificationBar>
    )}
    <Card title="権限と状態">
      <form method="post" class="grid gap-6 max-w-[36rem]">
        <p>変更すると、この人のサインインはすべて終わります。</p>
        <SelectField name="role" label="権限" value={account.role} options={ROLE_OPTIONS} />
        <SelectField
          name="active"
          label="状態"
          hint="無効にすると、サインインできなくなります。"
          value={account.active ? "on" : "off"}
          options={STATES}
        />
        <div>
          <Button type="submit" look="main">変更</Button>
        </div>
      </form>
    </Card>
    <Card title="パスワードの再設定">
      {account.active ? <ResetForm id={account.id} /> : <p>無効のアカウントのため、再設定できません。</p>}
    </Card>
  </>
));

function ResetForm({ id }: { id: string }) {
  return (
    <form method="post" action={`/settings/accounts/${id}/link`} class="grid gap-6 max-w-[36rem]">
      <p>
        今のパスワードはすぐに使えなくなり、この人のサインインはすべて終わります。
        新しいパスワードを設定するリンクを1回だけ表示します。
      </p>
      <div>
        <Button type="submit" look="danger">パスワードを再設定</Button>
      </div>
    </form>
  );
}
