import { define } from "../../../web/define.ts";
import { requirePermission } from "../../../web/guards.ts";
import { askFirst, orAskAgain } from "../../../web/job_control.tsx";
import { seeOther } from "../../../web/see_other.ts";

/** 中断 of a running job: `GET` asks, `POST` does it; 303 to the job's page, or 202 with JSON `{id}`. */
export const handler = define.handlers({
  async GET(ctx) {
    return await askFirst(ctx, requirePermission(ctx, "review"), "cancel");
  },
  async POST(ctx) {
    const { state, params: { id = "" } } = ctx;
    const user = requirePermission(ctx, "review");
    return await orAskAgain(ctx, user, "cancel", async () => {
      await state.services.jobs.cancel({ tenant: state.tenant, user }, id);
      return state.json ? Response.json({ id }, { status: 202 }) : seeOther(`/background-jobs/${id}`);
    });
  },
});
