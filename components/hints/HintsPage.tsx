import type { Question } from "../../domain/questionnaire.ts";
import { HintEditor } from "../../islands/HintEditor.tsx";
import { OperationDialog } from "../../islands/OperationDialog.tsx";
import { QuestionNav } from "../../islands/QuestionNav.tsx";
import type { MenuItem } from "../../jobs/service.ts";
import { Card } from "../Card.tsx";
import { GroupSettingsFrame } from "../settings/GroupSettingsFrame.tsx";

export interface HintsPageProps {
  group: { id: string; name: string };
  /** Name of the company that asks. */
  company: string;
  question: Question;
  /** What stands in the field. */
  text: string;
  /** 原因。対処。 of why it was not saved. */
  error: string | null;
  /** 設問番号 of the questions with a hint of the group's own. */
  own: number[];
  /** アンケートのヒントメッセージ一括設定（CSV）. */
  bulk: MenuItem | null;
  returnTo: string;
}

/** アンケートのヒントメッセージ設定: all questions at the left, the hint of one at the right. */
export function HintsPage(props: HintsPageProps) {
  const { group, company, question, text, error, own, bulk, returnTo } = props;
  return (
    <GroupSettingsFrame
      group={group}
      current="hints"
      actions={bulk && <OperationDialog item={bulk} group={group.id} returnTo={returnTo} />}
    >
      <div class="grid gap-6 wide:gap-8 wide:grid-cols-[22rem_minmax(0,1fr)]">
        <QuestionNav current={question.number} own={own} />
        <div class="min-w-0">
          <Card title="この設問のヒントを設定する">
            <p class="mb-6 [overflow-wrap:anywhere]">
              <span class="block text-sm text-ink-soft">設問{question.number}・{question.section}</span>
              <span class="font-bold">{question.title}</span>
            </p>
            <HintEditor
              key={question.number}
              question={question}
              text={text}
              error={error ?? undefined}
              company={company}
            />
          </Card>
        </div>
      </div>
    </GroupSettingsFrame>
  );
}
