import { page } from "fresh";
import { Card } from "../../../../../components/Card.tsx";
import { DocumentTitle } from "../../../../../components/DocumentTitle.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { requestAddress } from "../../../../../components/requests/addresses.ts";
import { AnswerHistory } from "../../../../../components/requests/AnswerHistory.tsx";
import { ANSWERS_TITLE } from "../../../../../components/requests/texts.ts";
import { fullName } from "../../../../../domain/employee.ts";
import { Refusal } from "../../../../../domain/errors.ts";
import { showsAnswers } from "../../../../../web/collected/open.ts";
import { define } from "../../../../../web/define.ts";
import { openRequest } from "../../../../../web/request_page.ts";

/** アンケート回答履歴 (reference/screens.md §4.6). Not found of a 依頼 that has none to show. */
export const handler = define.handlers({
  async GET(ctx) {
    const { stores, group, member: { employee, request } } = await openRequest(ctx, "review");
    if (!showsAnswers(request)) throw new Refusal("not_found");
    const [declaration] = await stores.declarations.of([employee.id]);
    return page({
      name: fullName(employee),
      home: requestAddress(group.id, employee.id),
      answers: declaration?.answers ?? {},
    });
  },
});

export default define.page<typeof handler>(({ data: { name, home, answers } }) => (
  <div class="max-w-[48rem] mx-auto">
    <DocumentTitle title={`${ANSWERS_TITLE}｜${name}`} />
    <PageTitle title={ANSWERS_TITLE} back={{ href: home, label: `${name}の依頼に戻る` }} />
    <Card>
      <AnswerHistory answers={answers} />
    </Card>
  </div>
));
