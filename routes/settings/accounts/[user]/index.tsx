import { page } from "fresh";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { RightsForm } from "../../../../components/accounts/RightsForm.tsx";
import { IdentityForm } from "../../../../components/accounts/IdentityForm.tsx";
import { Button } from "../../../../components/Button.tsx";
import { Card } from "../../../../components/Card.tsx";
import { NotificationBar } from "../../../../components/NotificationBar.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { ProblemMessage } from "../../../../components/ProblemMessage.tsx";
import { Refusal } from "../../../../domain/errors.ts";
import { EVERYONE, roleSchema } from "../../../../domain/permission.ts";
import { byName, type RoleDefinition } from "../../../../domain/role.ts";
import type { User } from "../../../../domain/user.ts";
import type { UserChange } from "../../../../kv/accounts.ts";
import type { Facets } from "../../../../kv/facets.ts";
import { define } from "../../../../web/define.ts";
import { readForm, textOf } from "../../../../web/forms.ts";
import { requirePermission } from "../../../../web/guards.ts";
import { type Problem, refusalOf } from "../../../../web/problems.ts";
import { readRange } from "../../../../web/range_form.ts";
import { seeOther } from "../../../../web/see_other.ts";
import type { State } from "../../../../web/state.ts";

interface AccountPage {
  account: User;
  /** When somebody last came in through the identity provider (ms); null: the account is tied to no identity. */
  identitySeenAt: number | null;
  roles: RoleDefinition[];
  facets: Facets;
  problem: Problem | null;
}

/**
 * One account: `GET` shows it, `POST` changes it: `active` (on or off), `role_id` (a 権限; empty: own settings), and
 * the own ones, `role` and the fields of web/range_form.ts, which may be left out while the account holds a 権限.
 */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    return page<AccountPage>(await readPage(ctx.state, ctx.params.user ?? ""));
  },

  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services: { accounts }, tenant, json } = ctx.state;
    const id = ctx.params.user ?? "";
    const form = await readForm(ctx.req);
    try {
      await accounts.update(tenant.id, id, changeOf(form), user);
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem || problem.code === "not_found") throw error;
      return page<AccountPage>(await readPage(ctx.state, id, problem), { status: problem.status });
    }
    return seeOther("/settings/accounts?changed=1");
  },
});

async function readPage(
  { services, tenant }: State,
  id: string,
  problem: Problem | null = null,
): Promise<AccountPage> {
  const [account, identity, roles, facets] = await Promise.all([
    services.accounts.get(tenant.id, id),
    services.accounts.identityOf(tenant.id, id),
    services.roles.list(tenant.id),
    services.memberPages(tenant).facets(),
  ]);
  if (!account) throw new Refusal("not_found");
  return { account, identitySeenAt: identity?.seenAt ?? null, roles: byName(roles), facets, problem };
}

function changeOf(form: FormData): UserChange {
  const roleId = textOf(form, "role_id") || null;
  const active = textOf(form, "active") === "on";
  // What the fields below say is not the account's own while it holds a 権限.
  if (roleId !== null) return { roleId, active };
  const role = roleSchema.safeParse(textOf(form, "role"));
  if (!role.success) throw new Refusal("bad_request", { what: "権限" });
  const range = role.data === "admin" ? EVERYONE : form.has("range") ? readRange(form) : undefined;
  return { roleId, active, role: role.data, ...(range && { range }) };
}

export default define.page<typeof handler>((
  { data: { account, identitySeenAt, roles, facets, problem } },
) => (
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
      <RightsForm account={account} roles={roles} {...facets} />
    </Card>
    <Card title="パスワードの再設定">
      {account.active ? <ResetForm id={account.id} /> : <p>無効のアカウントのため、再設定できません。</p>}
    </Card>
    {identitySeenAt !== null && (
      <Card title="外部ID">
        <IdentityForm id={account.id} seenAt={identitySeenAt} />
      </Card>
    )}
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
