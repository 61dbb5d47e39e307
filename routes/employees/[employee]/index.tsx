import { page } from "fresh";
import { DocumentTitle } from "../../../components/DocumentTitle.tsx";
import { EmployeeDetail } from "../../../components/members/EmployeeDetail.tsx";
import { fullName } from "../../../domain/employee.ts";
import { define } from "../../../web/define.ts";
import { readEmployee } from "../../../web/employee_page.ts";

/** A target with baseline, 家族, 保険 and マイナンバーの有無; `changed=dc`: 従業員による情報の編集 was changed. */
export const handler = define.handlers({
  async GET(ctx) {
    return page(await readEmployee(ctx));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={fullName(data.employee)} />
    <EmployeeDetail {...data} />
  </>
));
