import type { Result } from "../../domain/answering/results.ts";
import { yen } from "../../domain/insurance_labels.ts";
import { Button } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { PageTitle } from "../PageTitle.tsx";
import type { Problem } from "../ProblemMessage.tsx";
import { answerAddress } from "./addresses.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { Originals } from "./Handing.tsx";
import { type PageLine, PageNav } from "./PageNav.tsx";
import { type PageSummary, Summary } from "./Summary.tsx";

export interface ConfirmationProps {
  pages: readonly PageLine[];
  summary: readonly PageSummary[];
  results: readonly Result[];
  originals: readonly string[];
  /** There will be a 台紙 for some of them. */
  mountingSheet: boolean;
  version: string;
  /** The first page with something left to do. */
  next: PageLine | null;
  /** A correction, or a questionnaire that is answered again. */
  again: boolean;
  /** Why the questionnaire ends early; null: it does not. */
  ending: string | null;
  problem: Problem | null;
}

/** 確認と提出: everything that was answered, what it comes to, and the button that hands it in. */
export function Confirmation(props: ConfirmationProps) {
  const { pages, summary, results, originals, mountingSheet, version, next, again, ending, problem } = props;
  return (
    <div class="max-w-[48rem] mx-auto">
      <DocumentTitle title={`${problem ? "エラー：" : ""}確認と提出｜アンケート`} />
      <PageNav pages={pages} current="confirmation" />
      <div class="mt-6">
        <PageTitle
          title="確認と提出"
          lead="内容を確認して、提出してください。提出するまでは何度でも変更できます。"
        />
      </div>
      <ErrorSummary errors={new Map()} views={[]} problem={problem} />
      {ending !== null && (
        <Card>
          <p>{ending}</p>
        </Card>
      )}
      <Summary pages={summary} />
      {results.length > 0 && <Results results={results} />}
      {originals.length > 0 && <Originals originals={originals} mounting={mountingSheet ? "later" : null} />}
      <Card>
        {next
          ? (
            <p>
              回答していない設問があります。<a href={answerAddress(next.id)}>「{next.title}」を入力する</a>
            </p>
          )
          : (
            <form method="post" class="grid gap-4">
              <input type="hidden" name="version" value={version} />
              <p>
                提出すると、担当者が内容を確認します。提出したあとは、差し戻されるまで一部だけを変更することはできません。
              </p>
              <div class="flex flex-wrap gap-2">
                <Button type="submit" look="main">{again ? "修正した内容を提出する" : "提出する"}</Button>
              </div>
            </form>
          )}
      </Card>
    </div>
  );
}

/** What the answers come to, before anybody checked them. */
export function Results({ results }: { results: readonly Result[] }) {
  return (
    <Card title="計算の結果">
      <dl>
        {results.map(({ label, amount }) => (
          <div
            key={label}
            class="flex flex-wrap justify-between gap-x-4 py-2 border-b border-dotted last:border-b-0"
          >
            <dt>{label}</dt>
            <dd class="font-bold">{yen(amount)}</dd>
          </div>
        ))}
      </dl>
      <p class="mt-2 text-sm text-ink-soft">
        入力した内容から計算した金額です。担当者の確認により変わることがあります。
      </p>
    </Card>
  );
}
