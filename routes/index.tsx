import { page } from "fresh";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { MenuPage } from "../components/MenuPage.tsx";
import { define } from "../web/define.ts";
import { requireUser } from "../web/guards.ts";

/** 年末調整メニュー. */
export const handler = define.handlers({
  GET({ state }) {
    const user = requireUser({ state });
    return page({ user, year: state.tenant.year, items: state.services.menu(user, "menu", null) });
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
