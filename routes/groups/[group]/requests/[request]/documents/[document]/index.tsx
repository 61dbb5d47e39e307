import { page } from "fresh";
import { DocumentTitle } from "../../../../../../../components/DocumentTitle.tsx";
import { ReviewPage } from "../../../../../../../components/reviews/ReviewPage.tsx";
import { REVIEW_TEXTS } from "../../../../../../../components/reviews/texts.ts";
import { Refusal } from "../../../../../../../domain/errors.ts";
import { REVIEW_ACTS, reviewOnPage } from "../../../../../../../domain/request_acts/page_reviews.ts";
import { REVIEW_STATUSES } from "../../../../../../../domain/request.ts";
import { viewOf } from "../../../../../../../domain/reviews.ts";
import { define } from "../../../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../../../web/forms.ts";
import { refusalOf } from "../../../../../../../web/problems.ts";
import { openReview, readReview, requireShown, walkAt } from "../../../../../../../web/review_page.ts";
import { afterAct } from "../../../../../../../web/review_walk.ts";
import { doneAt } from "../../../../../../../web/settle_form.ts";

/**
 * ［書類をチェック］ and ［前職情報をチェック］ (reference/screens.md §4.4, §4.5): `GET` shows the boxes, `POST` (`act`, `seen`,
 * `advance`) changes 確認状況 and goes on to the next of the ticked rows, or comes back.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { tenant } = ctx.state;
    return page(await readReview({ tenant, url: ctx.url }, await openReview(ctx)));
  },
  async POST(ctx) {
    const screen = await openReview(ctx);
    const { services, tenant, json } = ctx.state;
    const { user, stores, group, key } = screen;
    const form = await readForm(ctx.req);
    const act = REVIEW_ACTS.find((one) => one === textOf(form, "act"));
    if (!act) throw new Refusal("bad_request", { what: "確認状況の操作" });
    const seen = REVIEW_STATUSES.find((one) => one === textOf(form, "seen")) ?? null;
    try {
      await services.requestChanges(tenant).act(group, key.id, user, {
        async act({ member }, at) {
          if (act === "check" || act === "double_check") await requireShown(ctx.url, stores, member);
          return reviewOnPage(member.request, key.of, act, seen, at);
        },
      });
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem) throw error;
      const now = await openReview(ctx);
      return page(await readReview({ tenant, url: ctx.url }, now, problem), { status: problem.status });
    }
    const advance = textOf(form, "advance") === "1";
    return doneAt(ctx, afterAct(group.id, walkAt(ctx.url, screen), key, { act, advance }));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={`${REVIEW_TEXTS[viewOf(data.of)].title}｜${data.title}｜${data.person.name}`} />
    <ReviewPage {...data} />
  </>
));
