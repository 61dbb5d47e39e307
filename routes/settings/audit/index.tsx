import { page } from "fresh";
import { AuditPage } from "../../../components/audit/AuditPage.tsx";
import { cursorPages } from "../../../components/cursor_pages.ts";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { isAuditFiltered, readAuditQuery } from "../../../web/audit_query.ts";
import { define } from "../../../web/define.ts";
import { requirePermission } from "../../../web/guards.ts";

/** Caches must tell the page and its JSON apart. */
const VARY = { vary: "accept" };

/** 設定 › 監査ログ: filtered by the address, newest first. */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "admin");
    const { state: { services, tenant, json }, url } = ctx;
    const query = readAuditQuery(url.searchParams);
    const { entries, next, scanLimited } = await services.audit.list({ tenant, user }, query);
    if (json) return Response.json({ entries, next }, { headers: VARY });
    const pages = cursorPages(url, next);
    return page({ entries, query, scanLimited, filtered: isAuditFiltered(query), pages }, { headers: VARY });
  },
});

export default define.page<typeof handler>(function AuditLog({ data }) {
  return (
    <>
      <DocumentTitle title="監査ログ" />
      <AuditPage {...data} />
    </>
  );
});
