import { page } from "fresh";
import { DocumentTitle } from "../../../../../components/DocumentTitle.tsx";
import { HousingLoanCard } from "../../../../../components/insurance/HousingLoanCard.tsx";
import { InsuranceSection } from "../../../../../components/insurance/InsuranceSection.tsx";
import { requestAddress } from "../../../../../components/requests/addresses.ts";
import { RequestDetail } from "../../../../../components/requests/RequestDetail.tsx";
import { fullName } from "../../../../../domain/employee.ts";
import { allows } from "../../../../../domain/permission.ts";
import { define } from "../../../../../web/define.ts";
import { openRequest } from "../../../../../web/request_page.ts";
import { returnAddress } from "../../../../../web/return_address.ts";

/** 依頼詳細 (reference/screens.md §4.6). */
export const handler = define.handlers({
  async GET(ctx) {
    const { user, stores, group, member: { employee, request } } = await openRequest(ctx, "review");
    const [[insurance], [housingLoan], history] = await Promise.all([
      stores.insurance.of([employee.id]),
      stores.housingLoans.of([employee.id]),
      stores.members.history(employee.id),
    ]);
    const home = requestAddress(group.id, employee.id);
    return page({
      detail: {
        group: { id: group.id, name: group.name },
        list: `/groups/${group.id}/requests`,
        employee,
        request,
        tools: { home, returnTo: returnAddress(ctx.url), history, mayDelete: allows(user.role, "admin") },
      },
      insurance: insurance!,
      housingLoan: housingLoan ?? null,
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
