import { page } from "fresh";
import { cursorPages } from "../../components/cursor_pages.ts";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { JobListPage } from "../../components/jobs/JobListPage.tsx";
import { now } from "../../domain/clock.ts";
import { allows } from "../../domain/permission.ts";
import { OPERATIONS } from "../../jobs/registry.ts";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";
import { isFiltered, readJobQuery } from "../../web/job_query.ts";
import { startOperation } from "../../web/start_operation.tsx";

const KINDS = OPERATIONS.map(({ kind, dialog }) => ({ value: kind, label: dialog.title }));
/** Caches must tell the page and its JSON apart. */
const VARY = { vary: "accept" };

/** バックグラウンド処理: the list, and the start of an operation. */
export const handler = define.handlers({
  async GET({ state, url }) {
    const user = requirePermission({ state }, "review");
    const { services, tenant } = state;
    const query = readJobQuery(url.searchParams);
    const { jobs, next, scanLimited } = await services.jobs.list({ tenant, user }, query);
    if (state.json) return Response.json({ jobs, next }, { headers: VARY });
    const groups = await services.stores(tenant).groups.list();
    return page({
      jobs,
      query,
      scanLimited,
      filtered: isFiltered(query),
      pages: cursorPages(url, next),
      now: now(),
      person: user.id,
      kinds: KINDS,
      groups: groups.map(({ id, name }) => ({ value: id, label: name })),
      everybody: allows(user.role, "data"),
    }, { headers: VARY });
  },
  POST: startOperation,
});

export default define.page<typeof handler>(function BackgroundJobs({ data }) {
  return (
    <>
      <DocumentTitle title="バックグラウンド処理" />
      <JobListPage {...data} />
    </>
  );
});
