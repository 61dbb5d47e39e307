import { page } from "fresh";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { IssuedLink } from "../../../../components/accounts/IssuedLink.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../web/define.ts";
import { requirePermission } from "../../../../web/guards.ts";
import { linkAddress } from "../../../../web/link_address.ts";
import { seeOther } from "../../../../web/see_other.ts";

interface LinkPage {
  name: string;
  href: string;
  expiresAt: number;
}

/** `POST` takes the password of an account away and shows the one-time link that sets a new one. */
export const handler = define.handlers({
  async POST(ctx) {
    const admin = requirePermission(ctx, "admin");
    const { services: { accounts }, tenant } = ctx.state;
    const { user, token, expiresAt } = await accounts.resetPassword(tenant.id, ctx.params.user ?? "", admin);
    return page<LinkPage>({ name: user.name, href: linkAddress(ctx, token), expiresAt });
  },
  /** Where a reload of the link's page leads: the link is not shown again. */
  GET(ctx) {
    requirePermission(ctx, "admin");
    return seeOther(`/settings/accounts/${encodeURIComponent(ctx.params.user ?? "")}`);
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="パスワードの再設定" />
    <PageTitle
      title="パスワードを再設定しました"
      back={{ href: "/settings/accounts", label: "アカウント一覧に戻る" }}
    />
    <IssuedLink {...data} />
  </>
));
