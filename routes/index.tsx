import { page } from "fresh";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { MenuPage } from "../components/MenuPage.tsx";
import { define } from "../web/define.ts";
import { requireUser } from "../web/guards.ts";
import { startableYear } from "../web/start_year.ts";

/** 年末調整メニュー. */
export const handler = define.handlers({
  async GET({ state }) {
    const user = requireUser({ state });
    const { services, tenant } = state;
    const [season, start] = await Promise.all([services.seasons.get(tenant), startableYear(state)]);
    const items = services.menu(user, "menu", null);
    return page({ user, year: tenant.year, season: season.state, start, items });
  },
});

export default define.page<typeof handler>(function Menu({ data }) {
  return (
    <>
      <DocumentTitle title="年末調整メニュー" />
      <MenuPage {...data} />
    </>
  );
});
