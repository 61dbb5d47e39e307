import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { YearsPage } from "../../components/years/YearsPage.tsx";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";

/** 過去の年末調整 (管理者). */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const years = await services.seasons.years(tenant.id);
    return page({ years: years.filter((year) => year < tenant.year) });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="過去の年末調整" />
    <YearsPage {...data} />
  </>
));
