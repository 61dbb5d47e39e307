import { page } from "fresh";
import { cursorPages } from "../../../../components/cursor_pages.ts";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { requestRow } from "../../../../components/requests/request_row.ts";
import { PastRequestsPage } from "../../../../components/years/PastRequestsPage.tsx";
import { Refusal } from "../../../../domain/errors.ts";
import { memberFilterOf } from "../../../../domain/member_filter.ts";
import { EVERYONE } from "../../../../domain/permission.ts";
import { define } from "../../../../web/define.ts";
import { openPastYear } from "../../../../web/past_year.ts";

/** 依頼一覧 of a group of a past year (管理者). */
export const handler = define.handlers({
  async GET(ctx) {
    const tenant = await openPastYear(ctx);
    const { services } = ctx.state;
    const { groups } = services.stores(tenant);
    const group = await groups.get(ctx.params.group ?? "");
    if (!group) throw new Refusal("not_found");
    const pages = services.memberPages(tenant);
    const filter = memberFilterOf(ctx.url.searchParams);
    const cursor = ctx.url.searchParams.get("cursor");
    const [facets, list, tally] = await Promise.all([
      pages.facets(),
      pages.page({ scope: { group: group.id }, filter, range: EVERYONE, cursor }),
      groups.tally(group.id),
    ]);
    const rows = list.members.flatMap((member) => requestRow(member) ?? [])
      .map((row) => ({ ...row, href: `/years/${tenant.year}/requests/${row.id}` }));
    return page({
      year: tenant.year,
      group: { id: group.id, name: group.name },
      filter,
      ...facets,
      counts: tally.byStatus,
      rows,
      pages: cursorPages(ctx.url, list.next),
      scanLimited: list.scanLimited,
    });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={`依頼一覧｜${data.group.name}（${data.year}年）`} />
    <PastRequestsPage {...data} />
  </>
));
