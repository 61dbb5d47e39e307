import { define } from "../../../web/define.ts";
import { requirePermission } from "../../../web/guards.ts";
import { seeOther } from "../../../web/see_other.ts";

/** POST: 中断 of a running job. 303 to its page, or 202 with JSON. */
export const handler = define.handlers({
  async POST({ state, params }) {
    const user = requirePermission({ state }, "review");
    const id = params.id ?? "";
    await state.services.jobs.cancel({ tenant: state.tenant, user }, id);
    if (state.json) return Response.json({ id }, { status: 202 });
    return seeOther(`/background-jobs/${id}`);
  },
});
