import { type Context, page } from "fresh";
import { ulid } from "ulid";
import { answerAddress } from "../../../../../../components/my/addresses.ts";
import { ItemPage, type ItemPageProps } from "../../../../../../components/my/ItemPage.tsx";
import { recounted } from "../../../../../../domain/answering/answers.ts";
import type { Texts } from "../../../../../../domain/answering/fields/fields.ts";
import { Refusal } from "../../../../../../domain/errors.ts";
import { define } from "../../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../../web/forms.ts";
import { saveAnswers } from "../../../../../../web/my/acts.ts";
import { textsIn } from "../../../../../../web/my/form.ts";
import { type OpenItem, openItem } from "../../../../../../web/my/items.ts";
import { hintsOf } from "../../../../../../web/my/pages.ts";
import { type Problem, refusalOf } from "../../../../../../web/problems.ts";
import { seeOther } from "../../../../../../web/see_other.ts";
import type { State } from "../../../../../../web/state.ts";

/** An entry of a list, or `new`: `GET` shows its form, `POST` (`version`, `item_id` of a new one, its fields) saves it. */
export const handler = define.handlers({
  async GET(ctx) {
    const opened = await openItem(ctx, ulid());
    return page(await shown(ctx, opened, { texts: opened.form.texts }));
  },

  async POST(ctx) {
    const sent = await readForm(ctx.req);
    const opened = await openItem(ctx, textOf(sent, "item_id"));
    const { own, list, id, isNew, form } = opened;
    const texts = textsIn(sent);
    const read = form.read(texts);
    if ("errors" in read) {
      return page(await shown(ctx, opened, { texts, errors: read.errors }), { status: 422 });
    }
    try {
      await saveAnswers(ctx.state, own, textOf(sent, "version"), (asking) => {
        const now = list.form(asking, id, isNew)?.read(texts);
        if (!now || "errors" in now) throw new Refusal("answers_moved");
        return recounted(opened.page, { ...asking, collected: now.value });
      });
    } catch (error) {
      const problem = ctx.state.json ? null : refusalOf(error);
      if (problem?.code !== "answers_moved") throw error;
      return page(await shown(ctx, await openItem(ctx, id), { texts, problem }), { status: problem.status });
    }
    return seeOther(answerAddress(opened.page.id));
  },
});

interface Sent {
  texts: Texts;
  errors?: ReadonlyMap<string, string>;
  problem?: Problem | null;
}

async function shown(
  { state }: Context<State>,
  { own, page: { id: at, title }, id, isNew, form }: OpenItem,
  { texts, errors = new Map(), problem = null }: Sent,
): Promise<ItemPageProps> {
  return {
    title: form.title,
    back: { href: answerAddress(at), title },
    newId: isNew ? id : null,
    views: form.views,
    hints: await hintsOf(state, own),
    version: own.working.version,
    texts,
    errors,
    problem,
  };
}

export default define.page<typeof handler>(({ data }) => <ItemPage {...data} />);
