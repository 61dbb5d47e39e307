import { page } from "fresh";
import { FormPage } from "../../../../components/form/FormPage.tsx";
import { CheckedResult } from "../../../../components/reviews/CheckedResult.tsx";
import { CheckText } from "../../../../components/reviews/CheckText.tsx";
import { CHECK_BUTTON, REVIEW_TEXTS, TOO_MANY } from "../../../../components/reviews/texts.ts";
import { viewAddress } from "../../../../components/requests/views.ts";
import { REVIEW_VIEWS, reviewKeysOf, type ReviewView } from "../../../../domain/reviews.ts";
import { define } from "../../../../web/define.ts";
import { readForm, textOf } from "../../../../web/forms.ts";
import { openGroup } from "../../../../web/group_page.ts";
import { withNotice } from "../../../../web/notice.ts";
import {
  type CheckQuestion,
  checkReviews,
  type LeftReview,
  readCheckQuestion,
} from "../../../../web/reviews_checked.ts";
import { seeOther } from "../../../../web/see_other.ts";
import { returnToOf } from "../../../../web/settle_form.ts";

type Page =
  | { question: CheckQuestion }
  | { result: { view: ReviewView; checked: number; left: LeftReview[]; returnTo: string } };

/**
 * ［選択した書類をチェック済みにする］: `GET` (`ids`, or `all=1` with the list's filter) asks, `POST` (`rows`, at most a page)
 * does it at once, and says which rows stayed as they were.
 */
export const handler = define.handlers({
  async GET(ctx) {
    return page<Page>({ question: await readCheckQuestion(ctx, await openGroup(ctx, "review")) });
  },
  async POST(ctx) {
    const screen = await openGroup(ctx, "review");
    const form = await readForm(ctx.req);
    const rows = reviewKeysOf(form.getAll("rows").filter((row) => typeof row === "string"));
    const view = REVIEW_VIEWS.find((one) => one === textOf(form, "view")) ?? "documents";
    const returnTo = returnToOf(form, viewAddress(screen.group.id, view));
    const { checked, left } = await checkReviews(ctx.state, screen, rows);
    if (ctx.state.json) return Response.json({ checked, left });
    if (left.length === 0) return seeOther(withNotice(returnTo, "reviews_checked", checked));
    return page<Page>({ result: { view, checked, left, returnTo } });
  },
});

export default define.page<typeof handler>(({ data }) => {
  if ("result" in data) {
    const { view, ...result } = data.result;
    return <CheckedResult title={REVIEW_TEXTS[view].checkTitle} {...result} />;
  }
  const { view, rows, returnTo } = data.question;
  const able = rows?.some((row) => row.checkable) ?? false;
  return (
    <FormPage
      title={REVIEW_TEXTS[view].checkTitle}
      button={able ? CHECK_BUTTON : null}
      returnTo={returnTo}
    >
      <input type="hidden" name="view" value={view} />
      {rows ? <CheckText rows={rows} /> : <p>{TOO_MANY}</p>}
    </FormPage>
  );
});
