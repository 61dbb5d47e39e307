import { page } from "fresh";
import { cursorPages } from "../../components/cursor_pages.ts";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { MyNumbersPage } from "../../components/my_numbers/MyNumbersPage.tsx";
import { define } from "../../web/define.ts";
import { requirePermission } from "../../web/guards.ts";

/** 設定 › マイナンバー: what is held and the record of uses, newest first, from `cursor` on. */
export const handler = define.handlers({
  async GET(ctx) {
    requirePermission(ctx, "admin");
    const { state: { services, tenant }, url } = ctx;
    const cursor = url.searchParams.get("cursor");
    const numbers = services.myNumbers(tenant);
    const [held, { uses, next }] = await Promise.all([
      numbers.held(),
      numbers.uses(cursor),
    ]);
    return page({ year: tenant.year, held, uses, pages: cursorPages(url, next) });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="マイナンバー" />
    <MyNumbersPage {...data} />
  </>
));
