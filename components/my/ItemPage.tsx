import type { View } from "../../domain/answering/fields/view.ts";
import { Button, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { PageTitle } from "../PageTitle.tsx";
import type { Problem } from "../ProblemMessage.tsx";
import type { Filled } from "./ControlField.tsx";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { FormViews } from "./FormViews.tsx";
import type { Hints } from "./Hint.tsx";

export interface ItemPageProps extends Filled {
  title: string;
  /** The page that the list is on. */
  back: { href: string; title: string };
  /** The id of a new entry: a form that is sent twice adds one. Null: the entry is there. */
  newId: string | null;
  views: readonly View[];
  hints: Hints;
  version: string;
  problem: Problem | null;
}

/** The form of one entry of a list. */
export function ItemPage(
  { title, back, newId, views, hints, version, problem, texts, errors }: ItemPageProps,
) {
  const wrong = errors.size > 0 || problem !== null;
  return (
    <div class="max-w-[48rem] mx-auto">
      <DocumentTitle title={`${wrong ? "エラー：" : ""}${title}｜アンケート`} />
      <PageTitle title={title} back={{ href: back.href, label: `${back.title}に戻る` }} />
      <div>
        <ErrorSummary errors={errors} views={views} problem={problem} />
        <Card>
          <form method="post" noValidate>
            <input type="hidden" name="version" value={version} />
            {newId !== null && <input type="hidden" name="item_id" value={newId} />}
            <FormViews views={views} texts={texts} errors={errors} hints={hints} />
            <div class="flex flex-wrap justify-between gap-2 mt-8">
              <LinkButton href={back.href}>キャンセル</LinkButton>
              <Button type="submit" look="main">保存</Button>
            </div>
          </form>
        </Card>
      </div>
    </div>
  );
}
