import { page } from "fresh";
import { LinkButton } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { allows } from "../../domain/permission.ts";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";

/** Caches must tell the redirect and its JSON apart. */
const VARY = { vary: "accept" };

/**
 * The groups as JSON `[{id, name, employees}]`, newest first (`employees` null for a limited range); a browser is led
 * to the first one's 依頼一覧.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "review");
    const { services, tenant, json } = ctx.state;
    const { groups } = services.stores(tenant);
    const list = await groups.list();
    if (json) {
      // A count of the whole group would tell a limited range about people outside of it.
      const countable = user.range.kind === "all";
      const tallies = countable ? await Promise.all(list.map(({ id }) => groups.tally(id))) : [];
      const views = list.map(({ id, name }, i) => ({ id, name, employees: tallies[i]?.employees ?? null }));
      return Response.json(views, { headers: VARY });
    }
    const [first] = list;
    if (!first) return page({ maySetUp: allows(user.role, "admin") }, { headers: VARY });
    return new Response(null, {
      status: 303,
      headers: { ...VARY, location: `/groups/${first.id}/requests` },
    });
  },
});

export default define.page<typeof handler>(({ data: { maySetUp } }) => (
  <>
    <DocumentTitle title="依頼一覧" />
    <PageTitle title="依頼一覧" />
    <Card>
      <EmptyState title="依頼グループはありません。">
        {maySetUp
          ? <LinkButton href="/employees">対象従業員設定へ</LinkButton>
          : "管理者が依頼グループを作成すると、ここに表示されます。"}
      </EmptyState>
    </Card>
  </>
));
