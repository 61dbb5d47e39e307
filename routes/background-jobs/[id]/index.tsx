import { page } from "fresh";
import { toJson } from "../../../components/jobs/detail_json.ts";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { now } from "../../../domain/clock.ts";
import { shownAs } from "../../../domain/user.ts";
import { JobDetailLive } from "../../../islands/JobDetailLive.tsx";
import { define } from "../../../web/define.ts";
import { requirePermission } from "../../../web/guards.ts";

const VARY = { vary: "accept" };

/** One background job: what it did, its errors, its files. */
export const handler = define.handlers({
  async GET({ state, params }) {
    const user = requirePermission({ state }, "review");
    const { services, tenant } = state;
    const detail = await services.jobs.detail({ tenant, user }, params.id ?? "");
    if (state.json) return Response.json(toJson(detail), { headers: VARY });
    return page({
      detail,
      now: now(),
      viewer: shownAs(user),
      person: user.id,
      graceMs: services.config.downloadGraceMs,
    }, { headers: VARY });
  },
});

export default define.page<typeof handler>(function BackgroundJob({ data }) {
  return (
    <>
      <DocumentTitle title={`${data.detail.job.title}｜バックグラウンド処理`} />
      <JobDetailLive {...data} />
    </>
  );
});
