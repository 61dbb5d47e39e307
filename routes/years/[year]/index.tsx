import { page } from "fresh";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { PastYearPage } from "../../../components/years/PastYearPage.tsx";
import { japaneseYear } from "../../../components/year.ts";
import { define } from "../../../web/define.ts";
import { openPastYear } from "../../../web/past_year.ts";

/** A past year (管理者). */
export const handler = define.handlers({
  async GET(ctx) {
    const tenant = await openPastYear(ctx);
    const { groups } = ctx.state.services.stores(tenant);
    const list = await groups.list();
    const tallies = await Promise.all(list.map(({ id }) => groups.tally(id)));
    return page({ year: tenant.year, groups: list.map((group, i) => ({ group, ...tallies[i]! })) });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={`${japaneseYear(data.year)}の年末調整`} />
    <PastYearPage {...data} />
  </>
));
