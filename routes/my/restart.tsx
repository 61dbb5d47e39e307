import { page } from "fresh";
import { FormPage } from "../../components/form/FormPage.tsx";
import { MY } from "../../components/my/addresses.ts";
import { restart } from "../../domain/request_acts/answering.ts";
import { isRefused } from "../../domain/request_acts/acted.ts";
import { Refusal } from "../../domain/errors.ts";
import { define } from "../../web/define.ts";
import { restartAnswers } from "../../web/my/acts.ts";
import { openOwn } from "../../web/my/own.ts";
import { seeOther } from "../../web/see_other.ts";

/** アンケートのやり直し: `GET` asks, `POST` begins anew. */
export const handler = define.handlers({
  async GET(ctx) {
    const { member } = await openOwn(ctx);
    const acted = restart(member.request);
    if (isRefused(acted)) throw new Refusal(acted.refuse, acted.params);
    return page();
  },
  async POST(ctx) {
    await restartAnswers(ctx.state, await openOwn(ctx));
    return seeOther(MY);
  },
});

export default define.page<typeof handler>(() => (
  <FormPage title="アンケートのやり直し" returnTo={MY} button="もう一度回答する">
    <p>
      アンケートを最初からもう一度回答します。前に入力した内容は、はじめから入力された状態で表示されます。
    </p>
    <p class="mt-2">
      作成された書類と確認の状況は取り消されます。すべての画面を確認して、もう一度提出してください。
    </p>
  </FormPage>
));
