import { page } from "fresh";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { EmployeesPage } from "../components/members/EmployeesPage.tsx";
import { define } from "../web/define.ts";
import { readEmployees } from "../web/employee_list.ts";
import { requirePermission } from "../web/guards.ts";

/** 対象従業員設定 (reference/screens.md §3); `tab=groups`: the 依頼グループ tab. */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "admin");
    return page(await readEmployees(ctx.state, user, ctx.url));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title="対象従業員設定" />
    <EmployeesPage {...data} />
  </>
));
