import { contentDisposition } from "../../../formats/filename.ts";
import { readAuditQuery } from "../../../web/audit_query.ts";
import { define } from "../../../web/define.ts";
import { readForm } from "../../../web/forms.ts";
import { requirePermission } from "../../../web/guards.ts";

/** POST (the filters of the page): 監査ログ as a CSV, made while it is sent; taking it is put on record first. */
export const handler = define.handlers({
  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const query = readAuditQuery(await readForm(ctx.req));
    const { name, body } = await services.audit.csv({ tenant, user }, query);
    return new Response(body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition(name),
        "cache-control": "no-store, no-transform",
        "x-content-type-options": "nosniff",
      },
    });
  },
});
