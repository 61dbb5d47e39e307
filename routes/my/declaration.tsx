import { page } from "fresh";
import { Card } from "../../components/Card.tsx";
import { DocumentTitle } from "../../components/DocumentTitle.tsx";
import { MY } from "../../components/my/addresses.ts";
import { Results } from "../../components/my/Confirmation.tsx";
import { SUBMITTED } from "../../components/my/states.ts";
import { Summary } from "../../components/my/Summary.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { workingOf } from "../../domain/answering/draft.ts";
import { resultsOf } from "../../domain/answering/results.ts";
import { Refusal } from "../../domain/errors.ts";
import { define } from "../../web/define.ts";
import { askingOf, openOwn } from "../../web/my/own.ts";
import { summaryOf } from "../../web/my/summary.ts";

/** What was submitted, to be read. */
export const handler = define.handlers({
  async GET(ctx) {
    const own = await openOwn(ctx);
    if (!SUBMITTED.includes(own.member.request.status)) throw new Refusal("not_found");
    const { stored } = await workingOf(own.stores, own.member);
    return page({
      summary: summaryOf(askingOf(own, stored), new Set()),
      results: resultsOf(own.year, stored),
    });
  },
});

export default define.page<typeof handler>(({ data: { summary, results } }) => (
  <div class="max-w-[48rem] mx-auto">
    <DocumentTitle title="提出した内容" />
    <PageTitle title="提出した内容" back={{ href: MY, label: "あなたの年末調整に戻る" }} />
    <Summary pages={summary} />
    {results.length > 0 && <Results results={results} />}
    {summary.length === 0 && <Card>内容はありません。</Card>}
  </div>
));
