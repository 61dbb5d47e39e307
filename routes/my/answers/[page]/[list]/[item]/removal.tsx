import { page } from "fresh";
import { FormPage } from "../../../../../../components/form/FormPage.tsx";
import { answerAddress } from "../../../../../../components/my/addresses.ts";
import { recounted } from "../../../../../../domain/answering/answers.ts";
import { Refusal } from "../../../../../../domain/errors.ts";
import { define } from "../../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../../web/forms.ts";
import { saveAnswers } from "../../../../../../web/my/acts.ts";
import { openList } from "../../../../../../web/my/items.ts";
import { seeOther } from "../../../../../../web/see_other.ts";

/** Takes an entry out of a list: `GET` asks, `POST` (`version`) does it. */
export const handler = define.handlers({
  async GET(ctx) {
    const { own, page: { id: at }, list } = await openList(ctx);
    const id = ctx.params.item ?? "";
    const row = list.rows(own.asking).find((one) => one.id === id && one.editable);
    if (!row) throw new Refusal("not_found");
    return page({
      back: answerAddress(at),
      version: own.working.version,
      label: list.label,
      title: row.title,
      detail: row.detail,
    });
  },
  async POST(ctx) {
    const form = await readForm(ctx.req);
    const { own, page: from, list } = await openList(ctx);
    const id = ctx.params.item ?? "";
    await saveAnswers(ctx.state, own, textOf(form, "version"), (asking) => {
      // Whoever sends the form twice has taken it out already.
      if (!list.rows(asking).some((row) => row.id === id)) return asking.collected;
      const without = list.without(asking, id);
      if (!without) throw new Refusal("not_found");
      return recounted(from, { ...asking, collected: without });
    });
    return seeOther(answerAddress(from.id));
  },
});

export default define.page<typeof handler>(({ data: { back, version, label, title, detail } }) => (
  <FormPage title={`${label}の削除`} returnTo={back} button="削除" look="danger">
    <input type="hidden" name="version" value={version} />
    <p>「{title}」を削除しますか？　この操作は元に戻せません。</p>
    <p class="mt-2 text-ink-soft">{detail}</p>
  </FormPage>
));
