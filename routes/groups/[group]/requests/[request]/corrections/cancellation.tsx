import { page } from "fresh";
import { FormPage } from "../../../../../../components/form/FormPage.tsx";
import { requestAddress } from "../../../../../../components/requests/addresses.ts";
import { CANCEL_CORRECTIONS, CANCELLATION_EFFECT } from "../../../../../../components/requests/texts.ts";
import { cancelCorrections } from "../../../../../../domain/request_acts/correcting.ts";
import { define } from "../../../../../../web/define.ts";
import type { Problem } from "../../../../../../web/problems.ts";
import { openRequest } from "../../../../../../web/request_page.ts";
import { safePath } from "../../../../../../web/safe_path.ts";
import { returnToOf, settleForm } from "../../../../../../web/settle_form.ts";

interface CancellationPage {
  returnTo: string;
  problem: Problem | null;
}

/** ［修正依頼を取り消し］: `GET` asks, `POST` cancels every 修正依頼 of the 依頼, never a 差し戻し. */
export const handler = define.handlers({
  async GET(ctx) {
    const { group, member } = await openRequest(ctx, "review");
    const home = requestAddress(group.id, member.employee.id);
    const returnTo = safePath(ctx.url.searchParams.get("return_to"), home);
    return page<CancellationPage>({ returnTo, problem: null });
  },
  async POST(ctx) {
    const { user, group, member } = await openRequest(ctx, "review");
    const { services, tenant } = ctx.state;
    const home = requestAddress(group.id, member.employee.id);
    return await settleForm<CancellationPage>(ctx, {
      act: () =>
        services.requestChanges(tenant).act(group, member.employee.id, user, {
          act: ({ member: { request } }) => cancelCorrections(request),
        }),
      notice: "corrections_cancelled",
      home,
      again: (problem, form) => ({ returnTo: returnToOf(form, home), problem }),
    });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <FormPage {...CANCEL_CORRECTIONS} {...data} look="danger">
    {CANCELLATION_EFFECT.map((text) => <p key={text} class="mb-2">{text}</p>)}
  </FormPage>
));
