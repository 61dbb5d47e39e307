import { page } from "fresh";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { RequestDetail } from "../../../../components/requests/RequestDetail.tsx";
import { fullName } from "../../../../domain/employee.ts";
import { Refusal } from "../../../../domain/errors.ts";
import { inRange } from "../../../../domain/permission.ts";
import { define } from "../../../../web/define.ts";
import { openGroup } from "../../../../web/group_page.ts";

/** 依頼詳細 (reference/screens.md §4.6), to be read. Outside one's range a 依頼 is not found. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group, range } = await openGroup(ctx, "review");
    const member = await stores.members.byId(ctx.params.request ?? "");
    const { employee, request } = member ?? {};
    if (!employee || !request || employee.groupId !== group.id) throw new Refusal("not_found");
    if (!range || !inRange(range, employee)) throw new Refusal("not_found");
    const [[insurance], [housingLoan]] = await Promise.all([
      stores.insurance.of([employee.id]),
      stores.housingLoans.of([employee.id]),
    ]);
    const list = `/groups/${group.id}/requests`;
    return page({
      group: { id: group.id, name: group.name },
      list,
      employee,
      request,
      insurance: insurance!,
      housingLoan: housingLoan ?? null,
    });
  },
});

export default define.page<typeof handler>(({ data }) => (
  <>
    <DocumentTitle title={`${fullName(data.employee)}の依頼｜${data.group.name}`} />
    <RequestDetail {...data} />
  </>
));
