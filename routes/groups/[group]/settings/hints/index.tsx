import { page } from "fresh";
import { HintsPage, type HintsPageProps } from "../../../../../components/hints/HintsPage.tsx";
import { groupSettingsAddress } from "../../../../../components/settings/GroupSettingsTabs.tsx";
import { Refusal } from "../../../../../domain/errors.ts";
import { type Question, questionOf, QUESTIONS } from "../../../../../domain/questionnaire.ts";
import { define } from "../../../../../web/define.ts";
import { readForm, textOf } from "../../../../../web/forms.ts";
import { type GroupScreen, openGroup } from "../../../../../web/group_page.ts";
import { withNotice } from "../../../../../web/notice.ts";
import { refusalOf } from "../../../../../web/problems.ts";
import { returnAddress } from "../../../../../web/return_address.ts";
import { seeOther } from "../../../../../web/see_other.ts";
import type { State } from "../../../../../web/state.ts";

/**
 * アンケートのヒントメッセージ設定 of one group (reference/screens.md §4.2): `GET` (`question`) shows a question's hint,
 * `POST` (`question`, `hint`) stores it.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const screen = await openGroup(ctx, "data");
    const asked = ctx.url.searchParams.get("question");
    const question = asked === null ? QUESTIONS[0]! : requireQuestion(asked, "not_found");
    return page(await hintsPage(ctx.state, screen, ctx.url, question));
  },

  async POST(ctx) {
    const screen = await openGroup(ctx, "data");
    const { services, tenant, json } = ctx.state;
    const form = await readForm(ctx.req);
    const question = requireQuestion(textOf(form, "question"), "bad_request");
    const written = textOf(form, "hint");
    try {
      await services.hintChanges(tenant).save(screen.group.id, question, written);
    } catch (error) {
      const problem = json ? null : refusalOf(error);
      if (!problem?.code.startsWith("hint_")) throw error;
      const refused = { text: written, error: `${problem.cause}。${problem.remedy}。` };
      const shown = await hintsPage(ctx.state, screen, ctx.url, question);
      return page({ ...shown, ...refused }, { status: problem.status });
    }
    const address = `${groupSettingsAddress(screen.group.id, "hints")}?question=${question.number}`;
    return seeOther(withNotice(address, "hint_saved", question.number));
  },
});

function requireQuestion(number: string, otherwise: "not_found" | "bad_request"): Question {
  const question = questionOf(number);
  if (!question) throw new Refusal(otherwise, { what: "設問番号" });
  return question;
}

async function hintsPage(
  { services, tenant }: State,
  { user, stores, group }: GroupScreen,
  url: URL,
  question: Question,
): Promise<HintsPageProps> {
  const own = await stores.hints.of(group.id);
  const items = services.menu(user, "requests", group);
  return {
    group: { id: group.id, name: group.name },
    company: tenant.name,
    question,
    text: own.get(question.number) ?? question.hint ?? "",
    error: null,
    own: [...own.keys()],
    bulk: items.find(({ kind }) => kind === "import_hint_messages") ?? null,
    returnTo: returnAddress(url),
  };
}

export default define.page<typeof handler>(({ data }) => <HintsPage {...data} />);
