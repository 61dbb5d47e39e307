import { page } from "fresh";
import { FormPage } from "../../../../../components/form/FormPage.tsx";
import { requestAddress } from "../../../../../components/requests/addresses.ts";
import { MemoField } from "../../../../../components/requests/MemoField.tsx";
import { ADD_MEMO, MEMO_ERRORS } from "../../../../../components/requests/texts.ts";
import { now } from "../../../../../domain/clock.ts";
import { memoText } from "../../../../../domain/request_texts.ts";
import { shownAs } from "../../../../../domain/user.ts";
import { define } from "../../../../../web/define.ts";
import { placed, type PlacedProblem } from "../../../../../web/field_problem.ts";
import { textOf } from "../../../../../web/forms.ts";
import { openRequest } from "../../../../../web/request_page.ts";
import { safePath } from "../../../../../web/safe_path.ts";
import { returnToOf, settleForm } from "../../../../../web/settle_form.ts";

interface MemoPage extends PlacedProblem {
  text: string;
  returnTo: string;
}

/** 管理者メモ of a 依頼: `GET` shows the form, `POST` (`text`) adds one. There is no editing and no deleting. */
export const handler = define.handlers({
  async GET(ctx) {
    const { group, member } = await openRequest(ctx, "review");
    const home = requestAddress(group.id, member.employee.id);
    const returnTo = safePath(ctx.url.searchParams.get("return_to"), home);
    return page<MemoPage>({ text: "", returnTo, ...placed(null, MEMO_ERRORS) });
  },
  async POST(ctx) {
    const { user, group, member } = await openRequest(ctx, "review");
    const { services, tenant } = ctx.state;
    const home = requestAddress(group.id, member.employee.id);
    return await settleForm<MemoPage>(ctx, {
      act: (form) =>
        services.requestChanges(tenant).addMemo(group.id, member.employee.id, {
          text: memoText(textOf(form, "text")),
          at: now(),
          by: shownAs(user),
        }),
      notice: "memo_added",
      home,
      again: (problem, form) => ({
        text: textOf(form, "text"),
        returnTo: returnToOf(form, home),
        ...placed(problem, MEMO_ERRORS),
      }),
    });
  },
});

export default define.page<typeof handler>(({ data: { text, error, ...form } }) => (
  <FormPage {...ADD_MEMO} {...form}>
    <MemoField id="memo" value={text} error={error} />
  </FormPage>
));
