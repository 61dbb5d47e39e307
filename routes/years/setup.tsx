import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { SetupPage } from "../../components/years/SetupPage.tsx";
import { Refusal } from "../../domain/errors.ts";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";
import { seeOther } from "../../web/see_other.ts";

/** 年末調整設定2/2, and ［完了］, which opens the year. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    if ((await services.seasons.get(tenant)).state !== "setting_up") throw new Refusal("not_found");
    const { groups } = services.stores(tenant);
    const list = await groups.list();
    const tallies = await Promise.all(list.map(({ id }) => groups.tally(id)));
    const lines = list.map((group, i) => ({ group, employees: tallies[i]!.employees }));
    return page({ year: tenant.year, groups: lines });
  },
  async POST(ctx) {
    requirePermission(ctx, "admin");
    await ctx.state.services.seasons.open(ctx.state.tenant);
    return seeOther("/groups");
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="年末調整設定2/2" />
    <SetupPage {...data} />
  </>
));
