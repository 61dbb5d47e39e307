import { type Context, page } from "fresh";
import { AnswerPage, type AnswerPageProps } from "../../../../components/my/AnswerPage.tsx";
import { withAnswersOf } from "../../../../domain/answering/answers.ts";
import { type Read, readFields, type Texts, textsOf } from "../../../../domain/answering/fields/fields.ts";
import type { AnswerPage as Page, Asking } from "../../../../domain/answering/page.ts";
import type { Collected } from "../../../../domain/declaration/collected.ts";
import { Refusal } from "../../../../domain/errors.ts";
import { define } from "../../../../web/define.ts";
import { readForm, textOf } from "../../../../web/forms.ts";
import { saveAnswers } from "../../../../web/my/acts.ts";
import { textsIn } from "../../../../web/my/form.ts";
import { openAnswers } from "../../../../web/my/own.ts";
import {
  addressAfter,
  addressBefore,
  hintsOf,
  leadOf,
  listsOf,
  openPage,
  pageLines,
} from "../../../../web/my/pages.ts";
import { type Problem, refusalOf } from "../../../../web/problems.ts";
import { seeOther } from "../../../../web/see_other.ts";
import type { State } from "../../../../web/state.ts";

type Opened = Awaited<ReturnType<typeof openAnswers>>;

/** A page of the questionnaire: `GET` shows it, `POST` (`version` and its fields) saves it and goes on to the next. */
export const handler = define.handlers({
  async GET(ctx) {
    const opened = await openAnswers(ctx);
    const one = openPage(opened.member.request, opened.asking, ctx.params.page);
    const fields = one.fields(opened.asking);
    return page(await shown(ctx, opened, one, { texts: textsOf(fields, opened.asking.collected) }));
  },

  async POST(ctx) {
    const opened = await openAnswers(ctx);
    const { request } = opened.member;
    const one = openPage(request, opened.asking, ctx.params.page);
    const form = await readForm(ctx.req);
    const texts = textsIn(form);
    const read = readPage(one, opened.asking, texts);
    if ("errors" in read) {
      return page(await shown(ctx, opened, one, { texts, errors: read.errors }), { status: 422 });
    }
    try {
      await saveAnswers(ctx.state, opened, textOf(form, "version"), (asking) => saved(one, asking, texts));
    } catch (error) {
      const problem = ctx.state.json ? null : refusalOf(error);
      if (problem?.code !== "answers_moved") throw error;
      const again = await openAnswers(ctx);
      return page(await shown(ctx, again, one, { texts, problem }), { status: problem.status });
    }
    const after = await openAnswers(ctx);
    return seeOther(addressAfter(after, after.asking, one));
  },
});

/** The answers with the page as it was sent, and 回答履歴. */
function readPage(one: Page, asking: Asking, texts: Texts): Read<Collected> {
  const read = readFields(one.fields(asking), asking.collected, texts);
  if ("errors" in read) return read;
  const answers = withAnswersOf(one, { ...asking, collected: read.value });
  return { value: { ...read.value, declaration: { ...read.value.declaration, answers } } };
}

/** The same when it is written: what was read before has moved on if it cannot be read now. */
function saved(one: Page, asking: Asking, texts: Texts): Collected {
  const read = readPage(one, asking, texts);
  if ("errors" in read) throw new Refusal("answers_moved");
  return read.value;
}

interface Sent {
  texts: Texts;
  errors?: ReadonlyMap<string, string>;
  problem?: Problem | null;
}

async function shown(
  { state }: Context<State>,
  opened: Opened,
  one: Page,
  { texts, errors = new Map(), problem = null }: Sent,
): Promise<AnswerPageProps> {
  const { asking, working, member: { request } } = opened;
  return {
    page: { id: one.id, title: one.title },
    views: one.fields(asking).views,
    lists: listsOf(one, asking),
    lead: leadOf(one),
    hints: await hintsOf(state, opened),
    version: working.version,
    pages: pageLines(request, asking),
    before: addressBefore(request, asking, one),
    texts,
    errors,
    problem,
  };
}

export default define.page<typeof handler>(({ data }) => <AnswerPage {...data} />);
