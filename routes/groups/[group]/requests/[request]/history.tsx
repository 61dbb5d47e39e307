import { page } from "fresh";
import { Card } from "../../../../../components/Card.tsx";
import { DocumentTitle } from "../../../../../components/DocumentTitle.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { requestAddress } from "../../../../../components/requests/addresses.ts";
import { HistoryList } from "../../../../../components/requests/HistoryList.tsx";
import { HISTORY_TITLE } from "../../../../../components/requests/texts.ts";
import { fullName } from "../../../../../domain/employee.ts";
import { define } from "../../../../../web/define.ts";
import { openRequest } from "../../../../../web/request_page.ts";

/** 操作履歴 as a page: what the dialog of 依頼詳細 is without JavaScript. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group, member: { employee } } = await openRequest(ctx, "review");
    return page({
      name: fullName(employee),
      home: requestAddress(group.id, employee.id),
      entries: await stores.members.history(employee.id),
    });
  },
});

export default define.page<typeof handler>(({ data: { name, home, entries } }) => (
  <div class="max-w-[44rem] mx-auto">
    <DocumentTitle title={`${HISTORY_TITLE}｜${name}`} />
    <PageTitle title={HISTORY_TITLE} back={{ href: home, label: `${name}の依頼に戻る` }} />
    <Card>
      <HistoryList entries={entries} />
    </Card>
  </div>
));
