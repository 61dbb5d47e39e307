import { type Context, page } from "fresh";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { AccountTable } from "../../../components/accounts/AccountTable.tsx";
import { InviteFields } from "../../../components/accounts/InviteFields.tsx";
import { IssuedLink } from "../../../components/accounts/IssuedLink.tsx";
import { Card } from "../../../components/Card.tsx";
import { cursorPages } from "../../../components/cursor_pages.ts";
import { SETTINGS_SCREENS } from "../../../components/help/settings_screens.ts";
import { NotificationBar } from "../../../components/NotificationBar.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { Pagination } from "../../../components/Pagination.tsx";
import { SettingsTabs } from "../../../components/SettingsTabs.tsx";
import { fullName } from "../../../domain/employee.ts";
import type { AccountLine } from "../../../domain/user.ts";
import { EMPTY_INVITE, type InviteForm, readInvite } from "../../../web/account_form.ts";
import { define } from "../../../web/define.ts";
import { readForm } from "../../../web/forms.ts";
import { requirePermission } from "../../../web/guards.ts";
import { linkAddress } from "../../../web/link_address.ts";
import { refusalOf } from "../../../web/problems.ts";
import type { State } from "../../../web/state.ts";

interface AccountsPage {
  accounts: AccountLine[];
  next: string | null;
  form: InviteForm;
  /** The link that was just made. */
  issued: { name: string; href: string; expiresAt: number } | null;
}

/**
 * 設定 › アカウント: `GET` lists (`employee`: the form holds what is known of this target, so that they can answer at /my),
 * `POST` (`name`, `email`, `code`, `role`) invites and shows the link once.
 */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services: { accounts }, tenant } = ctx.state;
    const list = await accounts.list(tenant.id, ctx.url.searchParams.get("cursor"));
    return page<AccountsPage>({ ...list, form: await inviteFor(ctx), issued: null });
  },

  async POST(ctx) {
    const admin = requirePermission(ctx, "admin");
    const { services: { accounts }, tenant, json } = ctx.state;
    const invite = readInvite(await readForm(ctx.req));
    const again = async (form: InviteForm) =>
      page<AccountsPage>({ ...await accounts.list(tenant.id), form, issued: null }, { status: 422 });
    if ("form" in invite) return await again(invite.form);
    try {
      const { user, token, expiresAt } = await accounts.invite(tenant.id, invite.user, admin);
      const issued = { name: user.name, href: linkAddress(ctx, token), expiresAt };
      return page<AccountsPage>({ ...await accounts.list(tenant.id), form: EMPTY_INVITE, issued });
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem) throw error;
      const field = problem.code === "email_taken" ? "email" : "code";
      const { name, email, employeeCode, role } = invite.user;
      const values = { name, email: email ?? "", code: employeeCode ?? "", role };
      return await again({ values, errors: { [field]: `${problem.cause}。${problem.remedy}。` } });
    }
  },
});

/** The form with the target that the address names filled in; empty where it names none. */
async function inviteFor({ state: { services, tenant }, url }: Context<State>): Promise<InviteForm> {
  const id = url.searchParams.get("employee");
  const member = id === null ? null : await services.stores(tenant).members.byId(id);
  if (!member) return EMPTY_INVITE;
  const { code, account } = member.employee;
  const values = { name: fullName(member.employee), email: account?.email ?? "", code, role: "none" };
  return { values, errors: {} };
}

export default define.page<typeof handler>(({ data: { accounts, next, form, issued }, url }) => {
  const pages = cursorPages(url, next);
  const changed = url.searchParams.get("changed") !== null;
  return (
    <>
      <DocumentTitle title="アカウント" />
      <PageTitle
        title="アカウント"
        lead="サインインできる人と、その権限を管理します。"
        help={SETTINGS_SCREENS.accounts}
      />
      <SettingsTabs current="/settings/accounts" />
      {changed && <NotificationBar tone="success">アカウントを変更しました。</NotificationBar>}
      {issued && <IssuedLink {...issued} />}
      <Card flush>
        <AccountTable rows={accounts} />
      </Card>
      <Pagination {...pages} />
      <Card title="アカウントの招待">
        <form method="post" action="/settings/accounts" class="grid gap-6 max-w-[36rem]">
          <InviteFields {...form} />
        </form>
      </Card>
    </>
  );
});
