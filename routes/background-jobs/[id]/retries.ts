import { withAccepted } from "../../../web/accepted.ts";
import { define } from "../../../web/define.ts";
import { readForm, textOf } from "../../../web/forms.ts";
import { requirePermission } from "../../../web/guards.ts";
import { askFirst, orAskAgain } from "../../../web/job_control.tsx";
import { seeOther } from "../../../web/see_other.ts";

/** 同じ内容で再実行: `GET` asks, `POST` (`key`, `password`) does it; 303 to the new run's page, or 202 with JSON `{id, title}`. */
export const handler = define.handlers({
  async GET(ctx) {
    return await askFirst(ctx, requirePermission(ctx, "review"), "rerun");
  },
  async POST(ctx) {
    const { req, state, params } = ctx;
    const user = requirePermission(ctx, "review");
    const form = await readForm(req);
    return await orAskAgain(ctx, user, "rerun", async () => {
      const asker = { tenant: state.tenant, user };
      const key = textOf(form, "key") || null;
      const password = textOf(form, "password") || null;
      const { id, title } = await state.services.jobs.rerun(asker, params.id ?? "", key, password);
      const page = `/background-jobs/${id}`;
      if (state.json) return Response.json({ id, title }, { status: 202, headers: { location: page } });
      return seeOther(withAccepted(page, id));
    });
  },
});
