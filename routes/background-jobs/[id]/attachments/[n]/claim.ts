import { define } from "../../../../../web/define.ts";
import { requirePermission } from "../../../../../web/guards.ts";

/** Takes an attachment for this person, who is then sent to it. */
export const handler = define.handlers({
  async POST({ state, params }) {
    const user = requirePermission({ state }, "review");
    const { id = "", n = "" } = params;
    await state.services.jobs.claim({ tenant: state.tenant, user }, id, Number(n));
    const location = `/background-jobs/${encodeURIComponent(id)}/attachments/${encodeURIComponent(n)}`;
    return new Response(null, { status: 303, headers: { location } });
  },
});
