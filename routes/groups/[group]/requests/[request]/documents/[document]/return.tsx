import { page } from "fresh";
import { FormPage } from "../../../../../../../components/form/FormPage.tsx";
import { CorrectionFields } from "../../../../../../../components/requests/CorrectionFields.tsx";
import { COMMENT_ERRORS } from "../../../../../../../components/requests/texts.ts";
import { checkAddress } from "../../../../../../../components/reviews/addresses.ts";
import { RETURN_BUTTON, RETURN_EFFECT, REVIEW_TEXTS } from "../../../../../../../components/reviews/texts.ts";
import { PARTS_OF } from "../../../../../../../domain/correction.ts";
import { sendBackOnPage } from "../../../../../../../domain/request_acts/page_reviews.ts";
import { COLLECTED_PARTS, type CollectedPart } from "../../../../../../../domain/request.ts";
import { correctionText } from "../../../../../../../domain/request_texts.ts";
import { placeIn } from "../../../../../../../domain/review_walk.ts";
import { viewOf } from "../../../../../../../domain/reviews.ts";
import { define } from "../../../../../../../web/define.ts";
import { placed, type PlacedProblem } from "../../../../../../../web/field_problem.ts";
import { readForm, textOf } from "../../../../../../../web/forms.ts";
import { refusalOf } from "../../../../../../../web/problems.ts";
import { openReview, type ReviewScreen, walkAt } from "../../../../../../../web/review_page.ts";
import { afterAct } from "../../../../../../../web/review_walk.ts";
import { safePath } from "../../../../../../../web/safe_path.ts";
import { doneAt, returnToOf } from "../../../../../../../web/settle_form.ts";

interface ReturnPage extends PlacedProblem {
  title: string;
  parts: CollectedPart[];
  comment: string;
  returnTo: string;
  /** Goes on to the next of the ticked rows. */
  advance: boolean;
}

/**
 * ［差し戻す］: `GET` shows the form, `POST` (`parts`, `comment`, `advance`) sends the document back. `return_to` is the
 * page that it was opened on, with the rows that are looked at one after the other.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const screen = await openReview(ctx);
    const { group, key } = screen;
    const returnTo = safePath(ctx.url.searchParams.get("return_to"), checkAddress(group.id, key));
    const walk = walkOf(returnTo, screen);
    const advance = placeIn(walk, key) !== null && !walk.stays;
    const form = { title: titleOf(screen), parts: [...PARTS_OF[key.of]], comment: "", returnTo, advance };
    return page<ReturnPage>({ ...form, ...placed(null, COMMENT_ERRORS) });
  },
  async POST(ctx) {
    const screen = await openReview(ctx);
    const { user, group, key } = screen;
    const { services, tenant, json } = ctx.state;
    const form = await readForm(ctx.req);
    const ticked = form.getAll("parts").filter((part) => typeof part === "string");
    const advance = textOf(form, "advance") === "1";
    const returnTo = returnToOf(form, checkAddress(group.id, key));
    try {
      const { parts, comment } = correctionText(ticked, textOf(form, "comment"));
      await services.requestChanges(tenant).act(group, key.id, user, {
        act: ({ member: { request } }, at) => sendBackOnPage(request, key.of, parts, comment, at),
      });
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem) throw error;
      const parts = COLLECTED_PARTS.filter((part) => ticked.includes(part));
      const comment = textOf(form, "comment");
      const again = { title: titleOf(screen), parts, comment, returnTo, advance };
      return page<ReturnPage>({ ...again, ...placed(problem, COMMENT_ERRORS) }, { status: problem.status });
    }
    return doneAt(ctx, afterAct(group.id, walkOf(returnTo, screen), key, { act: "return", advance }));
  },
});

function titleOf({ key }: ReviewScreen): string {
  return REVIEW_TEXTS[viewOf(key.of)].returnTitle;
}

/** The rows that are looked at, from the address of the page that asked. */
function walkOf(returnTo: string, screen: ReviewScreen) {
  return walkAt(new URL(returnTo, "http://here.invalid"), screen);
}

export default define.page<typeof handler>(({ data: { parts, comment, advance, error, ...form } }) => (
  <FormPage {...form} button={RETURN_BUTTON}>
    <p class="mb-4">{RETURN_EFFECT}</p>
    <CorrectionFields id="send-back" parts={parts} comment={comment} error={error} />
    {advance && <input type="hidden" name="advance" value="1" />}
  </FormPage>
));
