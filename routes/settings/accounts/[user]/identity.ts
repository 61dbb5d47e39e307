import { define } from "../../../../web/define.ts";
import { requirePermission } from "../../../../web/guards.ts";
import { withNotice } from "../../../../web/notice.ts";
import { seeOther } from "../../../../web/see_other.ts";

/** `POST` unties an account from its identity (外部ID) and ends its sessions. */
export const handler = define.handlers({
  async POST(ctx) {
    const admin = requirePermission(ctx, "admin");
    const { services: { accounts }, tenant } = ctx.state;
    const id = ctx.params.user ?? "";
    await accounts.untie(tenant.id, id, admin);
    return seeOther(withNotice(`/settings/accounts/${encodeURIComponent(id)}`, "identity_unlinked"));
  },
});
