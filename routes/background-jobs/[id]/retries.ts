import { withAccepted } from "../../../web/accepted.ts";
import { define } from "../../../web/define.ts";
import { readForm, textOf } from "../../../web/forms.ts";
import { requirePermission } from "../../../web/guards.ts";
import { seeOther } from "../../../web/see_other.ts";

/** POST (`key`): 同じ内容で再実行. 303 to the new run's page, or 202 with JSON `{id, title}`. */
export const handler = define.handlers({
  async POST({ req, state, params }) {
    const user = requirePermission({ state }, "review");
    const form = await readForm(req);
    const asker = { tenant: state.tenant, user };
    const { id, title } = await state.services.jobs.rerun(
      asker,
      params.id ?? "",
      textOf(form, "key") || null,
    );
    const page = `/background-jobs/${id}`;
    if (state.json) return Response.json({ id, title }, { status: 202, headers: { location: page } });
    return seeOther(withAccepted(page, id));
  },
});
