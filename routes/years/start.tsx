import { page } from "fresh";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { StartPage } from "../../components/years/StartPage.tsx";
import { Refusal } from "../../domain/errors.ts";
import { withAccepted } from "../../web/accepted.ts";
import { define } from "../../web/define.ts";
import { readForm, textOf } from "../../web/forms.ts";
import { requirePermission } from "../../web/guards.ts";
import { seeOther } from "../../web/see_other.ts";
import { startableYear, startYear } from "../../web/start_year.ts";

/** ［はじめる］: asks first, then begins the year and its first syncs. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const year = await startableYear(ctx.state);
    if (year === null) throw new Refusal("not_found");
    const { services, tenant } = ctx.state;
    const { kind } = await services.sources.get(tenant.id);
    return page({ year, former: year === tenant.year ? null : tenant.year, connected: kind !== "none" });
  },
  async POST(ctx) {
    const user = requirePermission(ctx, "admin");
    const year = Number(textOf(await readForm(ctx.req), "year"));
    const job = await startYear(ctx, user, year);
    return seeOther(job === null ? "/employees" : withAccepted("/employees", job));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="年末調整をはじめる" />
    <StartPage {...data} />
  </>
));
