import { page } from "fresh";
import { DocumentTitle } from "../../../../components/DocumentTitle.tsx";
import { HousingLoanCard } from "../../../../components/insurance/HousingLoanCard.tsx";
import { InsuranceSection } from "../../../../components/insurance/InsuranceSection.tsx";
import { RequestDetail } from "../../../../components/requests/RequestDetail.tsx";
import { fullName } from "../../../../domain/employee.ts";
import { Refusal } from "../../../../domain/errors.ts";
import { define } from "../../../../web/define.ts";
import { openPastYear } from "../../../../web/past_year.ts";

/** 依頼詳細 of a past year (管理者), to be read. */
export const handler = define.handlers({
  async GET(ctx) {
    const tenant = await openPastYear(ctx);
    const { groups, members, insurance, housingLoans } = ctx.state.services.stores(tenant);
    const member = await members.byId(ctx.params.request ?? "");
    const { employee, request } = member ?? {};
    if (!employee || !request || employee.groupId === null) throw new Refusal("not_found");
    const [group, [held], [loan]] = await Promise.all([
      groups.get(employee.groupId),
      insurance.of([employee.id]),
      housingLoans.of([employee.id]),
    ]);
    if (!group || !held) throw new Refusal("not_found");
    const list = `/years/${tenant.year}/groups/${group.id}`;
    return page({
      detail: { group: { id: group.id, name: group.name }, list, employee, request, tools: null },
      insurance: held,
      housingLoan: loan ?? null,
    });
  },
});

export default define.page<typeof handler>(({ data: { detail, insurance, housingLoan } }) => (
  <>
    <DocumentTitle title={`${fullName(detail.employee)}の依頼｜${detail.group.name}`} />
    <RequestDetail {...detail}>
      <InsuranceSection insurance={insurance} dcAction={null} />
      <HousingLoanCard loan={housingLoan} />
    </RequestDetail>
  </>
));
