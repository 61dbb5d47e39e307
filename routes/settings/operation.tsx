import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { OverviewPage } from "../../components/overview/OverviewPage.tsx";
import { now } from "../../domain/clock.ts";
import { findOperation } from "../../jobs/registry.ts";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";

/** 設定 › 稼働状況: the tenant's open jobs and the processes that run jobs, as they are now. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const { jobs, ...rest } = await services.overview(tenant);
    const at = now();
    return page({
      ...rest,
      jobs: jobs.map((job) => ({ ...job, name: findOperation(job.kind)?.dialog.title ?? job.kind })),
      now: at,
      tickedAt: at - (performance.now() - services.lastTick()),
    });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="稼働状況" />
    <OverviewPage {...data} />
  </>
));
