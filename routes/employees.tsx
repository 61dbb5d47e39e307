import { page } from "fresh";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { EmployeesPage } from "../components/members/EmployeesPage.tsx";
import { SetupSteps } from "../components/years/SetupSteps.tsx";
import { define } from "../web/define.ts";
import { readEmployees } from "../web/employee_list.ts";
import { requirePermission } from "../web/guards.ts";

/** 対象従業員設定 (reference/screens.md §3); `tab=groups`: the 依頼グループ tab. */
export const handler = define.handlers({
  async GET(ctx) {
    const user = requirePermission(ctx, "admin");
    const { services, tenant } = ctx.state;
    const [list, season] = await Promise.all([
      readEmployees(ctx.state, user, ctx.url),
      services.seasons.get(tenant),
    ]);
    return page({ ...list, settingUp: season.state === "setting_up" });
  },
});

export default define.page<typeof handler>(({ data: { settingUp, ...list } }) => (
  <>
    <DocumentTitle title="対象従業員設定" />
    {settingUp && <SetupSteps current={1} next />}
    <EmployeesPage {...list} />
  </>
));
