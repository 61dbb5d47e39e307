import { define } from "../../../../../web/define.ts";
import { downloadResponse, rangeOf } from "../../../../../web/download.ts";
import { requirePermission } from "../../../../../web/guards.ts";

/** The bytes of an attachment, for the person who claimed it. */
export const handler = define.handlers({
  async GET({ state, params, req }) {
    const user = requirePermission({ state }, "review");
    const { id = "", n = "" } = params;
    const asker = { tenant: state.tenant, user };
    const file = await state.services.jobs.download(asker, id, Number(n), rangeOf(req.headers));
    return downloadResponse(file, req.method);
  },
});
