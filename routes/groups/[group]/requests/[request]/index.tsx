import { page } from "fresh";
import { DocumentTitle } from "../../../../../components/DocumentTitle.tsx";
import { requestAddress } from "../../../../../components/requests/addresses.ts";
import { CollectedPanel } from "../../../../../components/requests/collected/CollectedPanel.tsx";
import { RequestDetail } from "../../../../../components/requests/RequestDetail.tsx";
import { fullName } from "../../../../../domain/employee.ts";
import { allows } from "../../../../../domain/permission.ts";
import { askingOf, partOf, showsAnswers } from "../../../../../web/collected/open.ts";
import { viewOf } from "../../../../../web/collected/view.ts";
import { define } from "../../../../../web/define.ts";
import { openRequest } from "../../../../../web/request_page.ts";
import { returnAddress } from "../../../../../web/return_address.ts";

/** 依頼詳細 (reference/screens.md §4.6); `tab` names the part of 収集情報 that shows. */
export const handler = define.handlers({
  async GET(ctx) {
    const { user, stores, group, member } = await openRequest(ctx, "review");
    const { employee, request } = member;
    const [asking, history] = await Promise.all([
      askingOf(stores, ctx.state.tenant.year, member),
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
      collected: {
        home,
        view: viewOf(partOf(ctx.url.searchParams.get("tab")) ?? "self", asking, request),
        answered: showsAnswers(request),
      },
    });
  },
});

export default define.page<typeof handler>(({ data: { detail, collected } }) => (
  <>
    <DocumentTitle title={`${fullName(detail.employee)}の依頼｜${detail.group.name}`} />
    <RequestDetail {...detail}>
      <CollectedPanel {...collected} />
    </RequestDetail>
  </>
));
