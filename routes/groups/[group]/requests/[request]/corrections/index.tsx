import { page } from "fresh";
import { FormPage } from "../../../../../../components/form/FormPage.tsx";
import { requestAddress } from "../../../../../../components/requests/addresses.ts";
import { CorrectionFields } from "../../../../../../components/requests/CorrectionFields.tsx";
import { ASK_CORRECTION, COMMENT_ERRORS } from "../../../../../../components/requests/texts.ts";
import { COLLECTED_PARTS, type CollectedPart } from "../../../../../../domain/request.ts";
import { requestCorrectionOnPage } from "../../../../../../domain/request_acts/page_reviews.ts";
import { correctionText } from "../../../../../../domain/request_texts.ts";
import { define } from "../../../../../../web/define.ts";
import { placed, type PlacedProblem } from "../../../../../../web/field_problem.ts";
import { textOf } from "../../../../../../web/forms.ts";
import { openRequest } from "../../../../../../web/request_page.ts";
import { safePath } from "../../../../../../web/safe_path.ts";
import { returnToOf, settleForm } from "../../../../../../web/settle_form.ts";

interface CorrectionPage extends PlacedProblem {
  parts: CollectedPart[];
  comment: string;
  returnTo: string;
}

/** 従業員への修正依頼: `GET` shows the form, `POST` (`parts`, `comment`) asks the employee to correct 収集情報. */
export const handler = define.handlers({
  async GET(ctx) {
    const { group, member } = await openRequest(ctx, "review");
    const home = requestAddress(group.id, member.employee.id);
    const returnTo = safePath(ctx.url.searchParams.get("return_to"), home);
    return page<CorrectionPage>({ parts: [], comment: "", returnTo, ...placed(null, COMMENT_ERRORS) });
  },
  async POST(ctx) {
    const { user, group, member } = await openRequest(ctx, "review");
    const { services, tenant } = ctx.state;
    const home = requestAddress(group.id, member.employee.id);
    return await settleForm<CorrectionPage>(ctx, {
      act(form) {
        const { parts, comment } = correctionText(ticked(form), textOf(form, "comment"));
        return services.requestChanges(tenant).act(group, member.employee.id, user, {
          act: ({ member: { request } }, at) => requestCorrectionOnPage(request, parts, comment, at),
        });
      },
      notice: "correction_requested",
      home,
      again: (problem, form) => ({
        parts: COLLECTED_PARTS.filter((part) => ticked(form).includes(part)),
        comment: textOf(form, "comment"),
        returnTo: returnToOf(form, home),
        ...placed(problem, COMMENT_ERRORS),
      }),
    });
  },
});

function ticked(form: FormData): string[] {
  return form.getAll("parts").filter((part) => typeof part === "string");
}

export default define.page<typeof handler>(({ data: { parts, comment, error, ...form } }) => (
  <FormPage {...ASK_CORRECTION} {...form}>
    <CorrectionFields id="correction" parts={parts} comment={comment} error={error} />
  </FormPage>
));
