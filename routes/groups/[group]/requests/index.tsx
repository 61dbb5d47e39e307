import { page } from "fresh";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { RequestListPage } from "../../../../components/requests/RequestListPage.tsx";
import { define } from "../../../../web/define.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { readRequestList } from "../../../../web/request_list.ts";

/** 依頼一覧 of one group (reference/screens.md §4.3). */
export const handler = define.handlers({
  async GET(ctx) {
    const screen = await openGroup(ctx, "review");
    return page(await readRequestList(ctx.state, screen, ctx.url));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={`依頼一覧｜${data.group.name}`} />
    <RequestListPage {...data} />
  </>
));
