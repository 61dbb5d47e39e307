import { page } from "fresh";
import { DeletionPage } from "../../components/members/DeletionPage.tsx";
import { DeletionResult } from "../../components/members/DeletionResult.tsx";
import { define } from "../../web/define.ts";
import { deletePeople, type DeletionQuestion, type Kept, readQuestion } from "../../web/deletions.ts";
import { readForm } from "../../web/forms.ts";
import { withNotice } from "../../web/notice.ts";
import { returnToOf } from "../../web/settle_form.ts";
import { seeOther } from "../../web/see_other.ts";

type Page = { question: DeletionQuestion } | { result: { removed: number; kept: Kept[]; returnTo: string } };

/**
 * Deleting people: `GET` (`ids`, or `all=1` with the list's filter) asks, as JSON with the numbers; `POST` (`ids`)
 * deletes those who were never asked at once, and says who was not. All who match are deleted by row 11.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const question = await readQuestion(ctx);
    if (!ctx.state.json) return page<Page>({ question });
    const { length } = question.kind === "some" ? question.people : [];
    return Response.json(question.kind === "all" ? question.count : { matching: length });
  },
  async POST(ctx) {
    const form = await readForm(ctx.req);
    const ids = form.getAll("ids").filter((id) => typeof id === "string");
    const { removed, kept } = await deletePeople(ctx, ids);
    const returnTo = returnToOf(form, "/employees");
    if (ctx.state.json) return Response.json({ removed, kept });
    if (kept.length === 0) return seeOther(withNotice(returnTo, "employees_deleted", removed));
    return page<Page>({ result: { removed, kept, returnTo } });
  },
});

export default define.page<typeof handler>(({ data }) =>
  "question" in data ? <DeletionPage question={data.question} /> : <DeletionResult {...data.result} />
);
