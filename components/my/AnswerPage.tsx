import { questionOf } from "../../domain/questionnaire.ts";
import type { View } from "../../domain/answering/fields/view.ts";
import { Button, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { PageTitle } from "../PageTitle.tsx";
import type { Problem } from "../ProblemMessage.tsx";
import type { Filled } from "./ControlField.tsx";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { FormViews } from "./FormViews.tsx";
import { Hint, type Hints } from "./Hint.tsx";
import { ItemTable, type ListShown } from "./ItemTable.tsx";
import { type PageLine, PageNav } from "./PageNav.tsx";

export interface AnswerPageProps extends Filled {
  page: { id: string; title: string };
  views: readonly View[];
  lists: readonly ListShown[];
  /** The 設問 above the lists, where theirs are others. */
  lead: number | null;
  hints: Hints;
  /** That of the answers that the form shows. */
  version: string;
  pages: readonly PageLine[];
  /** Where 前へ leads; null: this is the first page. */
  before: string | null;
  problem: Problem | null;
}

/** One page of the questionnaire: its fields and lists, saved with 保存して次へ. */
export function AnswerPage(props: AnswerPageProps) {
  const { page, views, lists, lead, hints, version, pages, before, problem, texts, errors } = props;
  const wrong = errors.size > 0 || problem !== null;
  return (
    <div class="max-w-[48rem] mx-auto">
      <DocumentTitle title={`${wrong ? "エラー：" : ""}${page.title}｜アンケート`} />
      <PageNav pages={pages} current={page.id} />
      <div class="mt-6">
        <PageTitle title={page.title} />
      </div>
      <div>
        <ErrorSummary errors={errors} views={views} problem={problem} />
        <Card>
          {lists.length > 0 && (
            <div class="grid gap-8 mb-8">
              {lead !== null && <Lead question={lead} hints={hints} />}
              {lists.map((list) => <ItemTable key={list.id} page={page.id} list={list} hints={hints} />)}
            </div>
          )}
          <form method="post" noValidate>
            <input type="hidden" name="version" value={version} />
            <FormViews views={views} texts={texts} errors={errors} hints={hints} />
            <div class="flex flex-wrap justify-between gap-2 mt-8">
              {before === null ? <span /> : <LinkButton href={before}>前へ戻る</LinkButton>}
              <Button type="submit" look="main">保存して次へ進む</Button>
            </div>
          </form>
        </Card>
      </div>
    </div>
  );
}

function Lead({ question, hints }: { question: number; hints: Hints }) {
  return (
    <section>
      <h2 class="text-lg mb-1">
        <span class="text-sm text-ink-soft mr-2">設問{question}</span>
        {questionOf(question)?.title}
      </h2>
      <Hint question={question} hints={hints} />
      <p class="mt-2">ある場合は、1件ずつ追加してください。</p>
    </section>
  );
}
