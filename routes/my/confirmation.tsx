import { type Context, page } from "fresh";
import { MY } from "../../components/my/addresses.ts";
import { Confirmation, type ConfirmationProps } from "../../components/my/Confirmation.tsx";
import { isAsked } from "../../domain/perform.ts";
import { endingText } from "../../domain/answering/reach.ts";
import { resultsOf } from "../../domain/answering/results.ts";
import { mountedOriginals } from "../../domain/mounted_originals.ts";
import { originalsOf } from "../../domain/originals.ts";
import { isHandedIn } from "../../domain/request.ts";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { submitAnswers } from "../../web/my/acts.ts";
import { openAnswers, ownMember } from "../../web/my/own.ts";
import { pageLines } from "../../web/my/pages.ts";
import { summaryOf } from "../../web/my/summary.ts";
import { withNotice } from "../../web/notice.ts";
import { type Problem, refusalOf } from "../../web/problems.ts";
import { seeOther } from "../../web/see_other.ts";
import type { State } from "../../web/state.ts";

/** 確認と提出: `GET` shows all answers, `POST` (`version`) submits them. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(shown(await openAnswers(ctx), null));
  },
  async POST(ctx) {
    const form = await readForm(ctx.req);
    try {
      await submitAnswers(ctx.state, await openAnswers(ctx), textOf(form, "version"));
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem) throw error;
      // Sent twice: the other one has submitted it.
      if (await isSubmitted(ctx)) return seeOther(MY);
      if (ctx.state.json || UNANSWERABLE.has(problem.code)) throw error;
      return page(shown(await openAnswers(ctx), problem), { status: problem.status });
    }
    return seeOther(withNotice(MY, "answers_submitted"));
  },
});

/** Refusals after which there is no page to show again. */
const UNANSWERABLE = new Set(["not_found", "not_answerable", "answering_closed"]);

async function isSubmitted(ctx: Context<State>): Promise<boolean> {
  const { member } = await ownMember(ctx);
  return isAsked(member) && isHandedIn(member.request);
}

function shown(opened: Awaited<ReturnType<typeof openAnswers>>, problem: Problem | null): ConfirmationProps {
  const { member: { request }, asking, working, settings, year } = opened;
  const pages = pageLines(request, asking);
  const next = pages.find(({ state }) => state !== "done") ?? null;
  return {
    pages,
    summary: summaryOf(asking, new Set(pages.map(({ id }) => id))),
    results: next ? [] : resultsOf(year, working.collected),
    originals: originalsOf(working.collected),
    mountingSheet: settings.mountingSheet && mountedOriginals(working.collected).length > 0,
    version: working.version,
    next,
    again: request.status === "correcting",
    ending: endingText(asking),
    problem,
  };
}

export default define.page<typeof handler>(({ data }) => <Confirmation {...data} />);
