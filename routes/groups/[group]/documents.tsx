import { page } from "fresh";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { ReviewListPage } from "../../../components/reviews/ReviewListPage.tsx";
import { define } from "../../../web/define.ts";
import { openGroup } from "../../../web/group_page.ts";
import { readReviewList } from "../../../web/review_list.ts";

/** 書類一覧 of one group (reference/screens.md §4). */
export const handler = define.handlers({
  async GET(ctx) {
    const screen = await openGroup(ctx, "review");
    return page(await readReviewList(ctx.state, screen, ctx.url, "documents"));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={`書類一覧｜${data.group.name}`} />
    <ReviewListPage {...data} />
  </>
));
